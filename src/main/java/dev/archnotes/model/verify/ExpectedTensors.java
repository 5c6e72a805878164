package dev.archnotes.model.verify;

import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.Collections;
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
        WeightInventory ledger = WeightInventory.of(architecture);
        List<WeightTensor> frame = new ArrayList<>();
        List<List<WeightTensor>> layers = new ArrayList<>();
        sort(ledger.rows(LedgerRow.Scope.DECODER), "layers: ", frame, layers);
        List<WeightTensor> tables = new ArrayList<>(frame);
        tables.removeIf(tensor -> tensor.part() == Part.HEAD);
        frame.removeAll(tables);
        add(Place.MODEL, LedgerRow.Scope.DECODER, 0, tables, Optional.empty());
        add(Place.HEAD, LedgerRow.Scope.DECODER, 0, frame, Optional.empty());
        List<LayerBlock> kinds = architecture.kinds();
        if (layers.size() != kinds.size()) {
            unnamed.add("layers");
            return;
        }
        long layer = 0;
        for (LayerBlock block : architecture.sequence()) {
            int kind = 0;
            while (!kinds.get(kind).attention().equals(block.attention())
                    || !kinds.get(kind).feedForward().equals(block.feedForward())) {
                kind++;
            }
            for (long i = 0; i < block.count(); i++) {
                addLayer(LedgerRow.Scope.DECODER, layer, block, layers.get(kind), architecture.hiddenSize());
                layer++;
            }
        }
        Optional<PredictionModule> module = architecture.predictionModule();
        if (module.isPresent() && naming.uncomparedPrediction().isEmpty()) {
            List<WeightTensor> around = new ArrayList<>();
            List<List<WeightTensor>> inside = new ArrayList<>();
            sort(ledger.rows(LedgerRow.Scope.PREDICTION_MODULE), "prediction module: ", around, inside);
            LayerBlock block = module.get().layer();
            for (long depth = 0; depth < Math.min(module.get().depth(), Architecture.MOST_LAYERS); depth++) {
                long at = layer + depth;
                add(Place.PREDICTION, LedgerRow.Scope.PREDICTION_MODULE, at, around, Optional.empty());
                inside.forEach(tensors ->
                        addLayer(LedgerRow.Scope.PREDICTION_MODULE, at, block, tensors, architecture.hiddenSize()));
            }
        }
    }

    /** Rows of the ledger as those around the layers, and those of each kind of layer. */
    private static void sort(
            List<LedgerRow> rows, String layered, List<WeightTensor> around, List<List<WeightTensor>> layers) {
        String section = "";
        for (LedgerRow row : rows) {
            if (!row.section().startsWith(layered)) {
                around.add(row.tensor());
                continue;
            }
            boolean another = !row.section().equals(section)
                    || layers.get(layers.size() - 1)
                            .get(0)
                            .name()
                            .equals(row.tensor().name());
            if (another) {
                layers.add(new ArrayList<>());
                section = row.section();
            }
            layers.get(layers.size() - 1).add(row.tensor());
        }
    }

    private void addLayer(
            LedgerRow.Scope scope, long layer, LayerBlock block, List<WeightTensor> tensors, long hidden) {
        Optional<LatentAttention> latent =
                block.attention() instanceof LatentAttention of ? Optional.of(of) : Optional.empty();
        List<WeightTensor> mixer = block.attention().tensors(hidden);
        List<WeightTensor> network = block.feedForward().tensors(hidden);
        List<WeightTensor> norms = new ArrayList<>(tensors);
        for (List<WeightTensor> part : List.of(mixer, network)) {
            int from = Collections.indexOfSubList(norms, part);
            if (from < 0) {
                unnamed.add("layers");
                return;
            }
            norms.subList(from, from + part.size()).clear();
        }
        add(Place.LAYER, scope, layer, norms, latent);
        Place place = block.attention().state().isEmpty() ? Place.ATTENTION : Place.RECURRENCE;
        add(place, scope, layer, mixer, latent);
        add(Place.FEED_FORWARD, scope, layer, network, latent);
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
