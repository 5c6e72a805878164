package dev.archnotes.model.verify;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.model.vision.VisionEncoder;
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
    private final boolean sample;
    private final List<ExpectedTensor> tensors = new ArrayList<>();
    private final List<ExpectedTensor> unread = new ArrayList<>();
    private final Set<String> unnamed = new HashSet<>();

    private ExpectedTensors(Naming naming, boolean sample) {
        this.naming = naming;
        this.sample = sample;
    }

    /**
     * The tensors of a model.
     *
     * @param tensors those that a checkpoint must have
     * @param unread those that it may have besides, though nothing reads them: keys and values of layers that read the
     *     cache of another
     */
    record Listing(List<ExpectedTensor> tensors, List<ExpectedTensor> unread) {}

    /** A tensor of one kind of layer, or outside of layers: the same in each but for the numbers in its name. */
    private record Resolved(String target, List<Long> shape, Part part, long copies) {
        Resolved {
            shape = List.copyOf(shape);
        }
    }

    /** The same for the tensors that must be there and those that may be. */
    private record ResolvedLayer(List<Resolved> tensors, List<Resolved> unread) {}

    /** The tensors of a model; empty where the naming has no name for one of them. */
    static Optional<Listing> of(Architecture architecture, Naming naming) {
        return of(architecture, naming, false);
    }

    /** Some of them, at least one of each kind; empty where the naming has no name for one. */
    static Optional<List<ExpectedTensor>> sample(Architecture architecture, Naming naming) {
        return of(architecture, naming, true).map(Listing::tensors);
    }

    private static Optional<Listing> of(Architecture architecture, Naming naming, boolean sample) {
        ExpectedTensors expected = new ExpectedTensors(naming, sample);
        expected.list(architecture);
        return expected.unnamed.isEmpty()
                ? Optional.of(new Listing(List.copyOf(expected.tensors), List.copyOf(expected.unread)))
                : Optional.empty();
    }

    /** The tensors of an image part; empty where the naming has no name for one of them. */
    static Optional<List<ExpectedTensor>> vision(VisionEncoder vision, long hiddenSize, Naming naming) {
        ExpectedTensors expected = new ExpectedTensors(naming, false);
        List<Resolved> resolved = expected.resolve(naming, Place.VISION, vision.tensors(hiddenSize), Optional.empty());
        expected.emit(resolved, LedgerRow.Scope.VISION, 0, expected.tensors);
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
        for (Map.Entry<Place, List<WeightTensor>> outside :
                List.of(Map.entry(Place.MODEL, tables), Map.entry(Place.HEAD, frame))) {
            emit(
                    resolve(naming, outside.getKey(), outside.getValue(), Optional.empty()),
                    LedgerRow.Scope.DECODER,
                    0,
                    tensors);
        }
        List<LayerBlock> kinds = architecture.kinds();
        if (layers.size() != kinds.size()) {
            unnamed.add("layers");
            return;
        }
        List<ResolvedLayer> resolved = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            resolved.add(resolveLayer(naming, kinds.get(kind), layers.get(kind), architecture.hiddenSize()));
        }
        long layer = 0;
        Set<Integer> sampled = new HashSet<>();
        for (LayerBlock block : architecture.sequence()) {
            int kind = 0;
            while (!kinds.get(kind).attention().equals(block.attention())
                    || !kinds.get(kind).feedForward().equals(block.feedForward())) {
                kind++;
            }
            for (long i = 0; i < block.count(); i++) {
                if (!sample || sampled.add(kind)) {
                    emit(resolved.get(kind).tensors(), LedgerRow.Scope.DECODER, layer, tensors);
                    emit(resolved.get(kind).unread(), LedgerRow.Scope.DECODER, layer, unread);
                }
                layer++;
            }
        }
        Optional<PredictionModule> module = architecture.predictionModule();
        if (module.isPresent() && naming.uncomparedPrediction().isEmpty()) {
            listPrediction(module.get(), ledger, layer, architecture.hiddenSize());
        }
    }

    private void listPrediction(PredictionModule module, WeightInventory ledger, long behind, long hidden) {
        Naming own = naming.prediction().orElse(naming);
        long first = naming.prediction().isPresent() ? 0 : behind;
        List<WeightTensor> around = new ArrayList<>();
        List<List<WeightTensor>> inside = new ArrayList<>();
        sort(ledger.rows(LedgerRow.Scope.PREDICTION_MODULE), "prediction module: ", around, inside);
        List<Resolved> resolved = new ArrayList<>(resolve(own, Place.PREDICTION, around, Optional.empty()));
        for (List<WeightTensor> layer : inside) {
            resolved.addAll(resolveLayer(own, module.layer(), layer, hidden).tensors());
        }
        for (long depth = 0; depth < Math.min(module.depth(), Architecture.MOST_LAYERS); depth++) {
            emit(resolved, LedgerRow.Scope.PREDICTION_MODULE, first + depth, tensors);
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

    private ResolvedLayer resolveLayer(Naming own, LayerBlock block, List<WeightTensor> layer, long hidden) {
        List<WeightTensor> mixer = block.attention().tensors(hidden);
        List<WeightTensor> network = block.feedForward().tensors(hidden);
        List<WeightTensor> norms = new ArrayList<>(layer);
        for (List<WeightTensor> part : List.of(mixer, network)) {
            int from = Collections.indexOfSubList(norms, part);
            if (from < 0) {
                unnamed.add("layers");
                return new ResolvedLayer(List.of(), List.of());
            }
            norms.subList(from, from + part.size()).clear();
        }
        Optional<Attention> attention = Optional.of(block.attention());
        Place place = place(block.attention());
        List<Resolved> resolved = new ArrayList<>(resolve(own, Place.LAYER, norms, attention));
        resolved.addAll(resolve(own, place, mixer, attention));
        resolved.addAll(resolve(own, Place.FEED_FORWARD, network, attention));
        List<WeightTensor> besides = new ArrayList<>(ownKeysAndValues(block.attention(), hidden));
        besides.removeAll(mixer);
        return new ResolvedLayer(resolved, resolve(own, place, besides, attention));
    }

    private static Place place(Attention attention) {
        if (attention.reach() == Reach.PICTURE) {
            return Place.PICTURES;
        }
        return attention.state().isEmpty() ? Place.ATTENTION : Place.RECURRENCE;
    }

    /** The tensors of an attention that reads another layer's cache, as if it had a cache of its own. */
    private static List<WeightTensor> ownKeysAndValues(Attention attention, long hidden) {
        return attention instanceof SoftmaxAttention of && of.sharedCache()
                ? of.with(of.valueHeadDim(), of.keysAsValues(), false).tensors(hidden)
                : List.of();
    }

    private List<Resolved> resolve(Naming own, Place place, List<WeightTensor> ledger, Optional<Attention> attention) {
        Map<String, WeightTensor> all = new LinkedHashMap<>();
        ledger.forEach(tensor -> all.put(tensor.name(), tensor));
        Set<String> named = new HashSet<>();
        List<Resolved> resolved = new ArrayList<>();
        for (Naming.Rule rule : own.rules()) {
            List<WeightTensor> sources = new ArrayList<>();
            for (String source : rule.sources()) {
                if (rule.place() == place && all.containsKey(source)) {
                    sources.add(all.get(source));
                    named.add(source);
                }
            }
            if (!sources.isEmpty() && !rule.target().equals(Naming.UNSTORED)) {
                WeightTensor first = sources.get(0);
                Optional<List<Long>> shape = rule.shaping().shape(sources, attention);
                shape.ifPresentOrElse(
                        found -> resolved.add(new Resolved(
                                own.beginning(place) + rule.target(),
                                found,
                                first.part(),
                                rule.shaping().copies(first, found))),
                        () -> unnamed.add(first.name()));
            }
        }
        for (WeightTensor tensor : ledger) {
            Optional<String> prefixed = own.prefixed(tensor.name());
            if (!named.contains(tensor.name()) && prefixed.isPresent()) {
                resolved.add(new Resolved(
                        own.beginning(place) + prefixed.get(), tensor.shape(), tensor.part(), tensor.copies()));
            } else if (!named.contains(tensor.name())) {
                if (own.isClosed() || tensor.copies() > 1) {
                    unnamed.add(tensor.name());
                } else {
                    resolved.add(new Resolved(own.beginning(place) + tensor.name(), tensor.shape(), tensor.part(), 1));
                }
            }
        }
        return resolved;
    }

    private void emit(List<Resolved> resolved, LedgerRow.Scope scope, long layer, List<ExpectedTensor> into) {
        for (Resolved one : resolved) {
            String name = one.target()
                    .replace(Naming.LAYER, String.valueOf(layer))
                    .replace(Naming.PAIR, String.valueOf(layer / 2))
                    .replace(Naming.HALF, String.valueOf(layer % 2));
            int copy = name.indexOf(Naming.COPY);
            if (copy < 0) {
                put(into, name, one, scope);
                continue;
            }
            // what stands before the number is written once: a hundred thousand experts' names follow
            StringBuilder numbered = new StringBuilder(name).delete(copy, name.length());
            String behind = name.substring(copy + Naming.COPY.length());
            for (long i = 0; i < (sample ? Math.min(1, one.copies()) : one.copies()); i++) {
                numbered.setLength(copy);
                put(into, numbered.append(i).append(behind).toString(), one, scope);
            }
        }
    }

    private void put(List<ExpectedTensor> into, String name, Resolved one, LedgerRow.Scope scope) {
        if (tensors.size() + unread.size() >= MOST) {
            throw new ArithmeticException("more tensors than any model has");
        }
        into.add(new ExpectedTensor(name, one.shape(), one.part(), scope));
    }
}
