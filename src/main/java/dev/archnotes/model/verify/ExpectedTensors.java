package dev.archnotes.model.verify;

import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists every tensor of a model, layer by layer, as one naming calls and shapes it. */
final class ExpectedTensors {
    /** More tensors than any model has, and still few enough to list. */
    private static final long MOST = 4_000_000;

    private final Naming naming;
    private final List<ExpectedTensor> tensors = new ArrayList<>();
    private final Set<String> unnamed = new HashSet<>();

    private ExpectedTensors(Naming naming) {
        this.naming = naming;
    }

    /** The tensors of a model; empty where the naming has no name for one of them. */
    static Optional<List<ExpectedTensor>> of(Architecture architecture, Naming naming) {
        ExpectedTensors expected = new ExpectedTensors(naming);
        expected.list(architecture);
        return expected.unnamed.isEmpty() ? Optional.of(List.copyOf(expected.tensors)) : Optional.empty();
    }

    private void list(Architecture architecture) {
        long hidden = architecture.hiddenSize();
        List<WeightTensor> frame = new ArrayList<>();
        frame.add(WeightTensor.of("embed_tokens.weight", Part.EMBEDDING, architecture.vocabularySize(), hidden));
        if (architecture.learnedPositions() > 0) {
            frame.add(WeightTensor.of(
                    "position_embedding.weight", Part.EMBEDDING, architecture.learnedPositions(), hidden));
        }
        frame.addAll(architecture.normalization().tensors("norm", hidden));
        add(Place.MODEL, LedgerRow.Scope.DECODER, 0, frame, Optional.empty());
        if (!architecture.tiedEmbeddings()) {
            WeightTensor head = WeightTensor.of("lm_head.weight", Part.HEAD, architecture.vocabularySize(), hidden);
            add(Place.HEAD, LedgerRow.Scope.DECODER, 0, List.of(head), Optional.empty());
        }
        long layer = 0;
        for (LayerBlock block : architecture.sequence()) {
            for (long i = 0; i < block.count(); i++) {
                addLayer(LedgerRow.Scope.DECODER, layer, block, architecture);
                layer++;
            }
        }
        Optional<PredictionModule> module = architecture.predictionModule();
        if (module.isPresent() && naming.uncomparedPrediction().isEmpty()) {
            for (long depth = 0; depth < Math.min(module.get().depth(), Architecture.MOST_LAYERS); depth++) {
                List<WeightTensor> around = new ArrayList<>();
                around.add(WeightTensor.of("eh_proj.weight", Part.HEAD, hidden, Math.multiplyExact(2L, hidden)));
                for (String norm : new String[] {"enorm", "hnorm", "norm"}) {
                    around.addAll(architecture.normalization().tensors(norm, hidden));
                }
                add(Place.PREDICTION, LedgerRow.Scope.PREDICTION_MODULE, layer + depth, around, Optional.empty());
                addLayer(
                        LedgerRow.Scope.PREDICTION_MODULE,
                        layer + depth,
                        module.get().layer(),
                        architecture);
            }
        }
    }

    private void addLayer(LedgerRow.Scope scope, long layer, LayerBlock block, Architecture architecture) {
        long hidden = architecture.hiddenSize();
        Optional<LatentAttention> latent =
                block.attention() instanceof LatentAttention of ? Optional.of(of) : Optional.empty();
        Place mixer = block.attention().state().isEmpty() ? Place.ATTENTION : Place.RECURRENCE;
        add(Place.LAYER, scope, layer, architecture.normalization().layerTensors(hidden), latent);
        add(mixer, scope, layer, block.attention().tensors(hidden), latent);
        add(Place.FEED_FORWARD, scope, layer, block.feedForward().tensors(hidden), latent);
    }

    private void add(
            Place place,
            LedgerRow.Scope scope,
            long layer,
            List<WeightTensor> ledger,
            Optional<LatentAttention> latent) {
        Map<String, WeightTensor> all = new LinkedHashMap<>();
        ledger.forEach(tensor -> all.put(tensor.name(), tensor));
        Set<String> named = new HashSet<>();
        for (Naming.Rule rule : naming.rules()) {
            List<WeightTensor> sources = new ArrayList<>();
            for (String source : rule.sources()) {
                if (rule.place() == place && all.containsKey(source)) {
                    sources.add(all.get(source));
                    named.add(source);
                }
            }
            if (!sources.isEmpty()) {
                addRule(rule, sources, scope, layer, latent);
            }
        }
        for (WeightTensor tensor : ledger) {
            if (!named.contains(tensor.name())) {
                if (naming.isClosed() || tensor.copies() > 1) {
                    unnamed.add(tensor.name());
                } else {
                    put(name(place, tensor.name(), layer), tensor.shape(), tensor.part(), scope);
                }
            }
        }
    }

    private void addRule(
            Naming.Rule rule,
            List<WeightTensor> sources,
            LedgerRow.Scope scope,
            long layer,
            Optional<LatentAttention> latent) {
        WeightTensor first = sources.get(0);
        Optional<List<Long>> shape = rule.shaping().shape(sources, latent);
        if (shape.isEmpty()) {
            unnamed.add(first.name());
            return;
        }
        String name = name(rule.place(), rule.target(), layer);
        if (!name.contains(Naming.EXPERT)) {
            put(name, shape.get(), first.part(), scope);
            return;
        }
        for (long expert = 0; expert < first.copies(); expert++) {
            put(name.replace(Naming.EXPERT, String.valueOf(expert)), shape.get(), first.part(), scope);
        }
    }

    private String name(Place place, String target, long layer) {
        return (naming.beginning(place) + target).replace(Naming.LAYER, String.valueOf(layer));
    }

    private void put(String name, List<Long> shape, Part part, LedgerRow.Scope scope) {
        if (tensors.size() >= MOST) {
            throw new ArithmeticException("more tensors than any model has");
        }
        tensors.add(new ExpectedTensor(name, shape, part, scope));
    }
}
