package dev.archnotes.model.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the tensors of a family are called in one kind of checkpoint. A tensor of the ledger without a rule keeps its
 * name behind what its place begins with, or has no name at all where the naming is closed.
 */
final class Naming {
    /** Stands for what the names of a language model begin with, more where it is a part of another. */
    static final String ROOT = "{root}";

    /** Stands for what the name of its output table begins with. */
    static final String HEAD = "{head}";

    /** Stands for the number of a layer. */
    static final String LAYER = "{layer}";

    /** Stands for the number of a layer in a file whose layers hold two of the ledger's. */
    static final String PAIR = "{pair}";

    /** Stands for which of the two it is, 0 or 1. */
    static final String HALF = "{half}";

    /** Stands for the number of one of several alike: an expert, or a layer of an image part. */
    static final String COPY = "{copy}";

    /** The name of what a checkpoint does not hold. */
    static final String UNSTORED = "";

    /**
     * How one tensor of a checkpoint is made.
     *
     * @param place where its sources stand
     * @param target its name behind what the place begins with
     * @param shaping how the sources are put together
     * @param sources the tensors of the ledger by name; those that a layer lacks are left out
     */
    record Rule(Place place, String target, Shaping shaping, List<String> sources) {
        Rule {
            sources = List.copyOf(sources);
        }
    }

    private final String label;
    private final boolean closed;
    private final Map<Place, String> beginnings;
    private final List<Rule> rules;
    private final List<String> predictionBeginnings;
    private final Optional<Naming> prediction;
    private final List<String> prefixes;

    private Naming(
            String label,
            boolean closed,
            Map<Place, String> beginnings,
            List<Rule> rules,
            List<String> predictionBeginnings,
            Optional<Naming> prediction,
            List<String> prefixes) {
        this.label = label;
        this.closed = closed;
        this.beginnings = beginnings;
        this.rules = List.copyOf(rules);
        this.predictionBeginnings = List.copyOf(predictionBeginnings);
        this.prediction = prediction;
        this.prefixes = List.copyOf(prefixes);
    }

    /** Names as the ledger has them behind nothing. */
    static Naming open(String label) {
        return new Naming(label, false, new EnumMap<>(Place.class), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Only what has a rule has a name. */
    static Naming closed(String label) {
        return new Naming(label, true, new EnumMap<>(Place.class), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** The same names, called otherwise in a report. */
    Naming called(String other) {
        return new Naming(other, closed, beginnings, rules, predictionBeginnings, prediction, prefixes);
    }

    /** With a beginning for the names of some places. */
    Naming beginning(String beginning, Place... places) {
        Map<Place, String> more = new EnumMap<>(Place.class);
        more.putAll(beginnings);
        for (Place place : places) {
            more.put(place, beginning);
        }
        return new Naming(label, closed, more, rules, predictionBeginnings, prediction, prefixes);
    }

    /** The names of a model that begin so. */
    Naming rooted(String root, String head) {
        Map<Place, String> rooted = new EnumMap<>(Place.class);
        beginnings.forEach(
                (place, begin) -> rooted.put(place, begin.replace(ROOT, root).replace(HEAD, head)));
        return new Naming(
                label,
                closed,
                rooted,
                rules,
                predictionBeginnings,
                prediction.map(module -> module.rooted(root, head)),
                prefixes);
    }

    /** What the embedding table is called. */
    String embedding() {
        return name(Place.MODEL, "embed_tokens.weight");
    }

    /** What the output table is called. */
    String head() {
        return name(Place.HEAD, "lm_head.weight");
    }

    private String name(Place place, String source) {
        String name = source;
        for (Rule rule : rules) {
            if (rule.place() == place && rule.sources().contains(source)) {
                name = rule.target();
            }
        }
        return beginning(place) + name;
    }

    /** With a prediction module whose tensors begin so, and are compared by their number of elements alone. */
    Naming predictionBehind(String... begin) {
        return new Naming(label, closed, beginnings, rules, List.of(begin), prediction, prefixes);
    }

    /** With a prediction module that has names of its own, its layers counted from 0. */
    Naming prediction(Naming module) {
        return new Naming(label, closed, beginnings, rules, predictionBeginnings, Optional.of(module), prefixes);
    }

    /**
     * Other beginnings for tensors without a rule: the ledger's and the checkpoint's by turns, of which the first that
     * fits holds.
     */
    Naming prefixed(String... ledgerAndCheckpoint) {
        return new Naming(
                label, closed, beginnings, rules, predictionBeginnings, prediction, List.of(ledgerAndCheckpoint));
    }

    /** A tensor's name in the checkpoint where a beginning says so; empty where none does. */
    Optional<String> prefixed(String name) {
        for (int i = 0; i < prefixes.size(); i += 2) {
            if (name.startsWith(prefixes.get(i))) {
                return Optional.of(
                        prefixes.get(i + 1) + name.substring(prefixes.get(i).length()));
            }
        }
        return Optional.empty();
    }

    /** With other rules for the sources of these. */
    Naming with(Rule... more) {
        List<Rule> kept = new ArrayList<>();
        for (Rule rule : rules) {
            boolean replaced = false;
            for (Rule other : more) {
                replaced |= other.place() == rule.place() && !Collections.disjoint(other.sources(), rule.sources());
            }
            if (!replaced) {
                kept.add(rule);
            }
        }
        kept.addAll(List.of(more));
        return new Naming(label, closed, beginnings, kept, predictionBeginnings, prediction, prefixes);
    }

    /** Another name for the weight, and the bias, of a module. */
    Naming module(Place place, String source, String target) {
        return with(
                new Rule(place, target + ".weight", Shaping.PLAIN, List.of(source + ".weight")),
                new Rule(place, target + ".bias", Shaping.PLAIN, List.of(source + ".bias")));
    }

    /** Other names for modules: the ledger's and the checkpoint's by turns. */
    Naming modules(Place place, String... sourcesAndTargets) {
        Naming named = this;
        for (int i = 0; i < sourcesAndTargets.length; i += 2) {
            named = named.module(place, sourcesAndTargets[i], sourcesAndTargets[i + 1]);
        }
        return named;
    }

    /** Another name for a tensor, or several in one. */
    Naming tensor(Place place, String target, Shaping shaping, String... sources) {
        return with(new Rule(place, target, shaping, List.of(sources)));
    }

    /** Weights, and biases, of several modules one behind the other in one. */
    Naming fused(Place place, String target, String... sources) {
        String[] weights = new String[sources.length];
        String[] biases = new String[sources.length];
        for (int i = 0; i < sources.length; i++) {
            weights[i] = sources[i] + ".weight";
            biases[i] = sources[i] + ".bias";
        }
        return with(
                new Rule(place, target + ".weight", Shaping.PLAIN, List.of(weights)),
                new Rule(place, target + ".bias", Shaping.PLAIN, List.of(biases)));
    }

    /** One tensor of the ledger as two of the checkpoint. */
    Naming parted(
            Place place, String source, String first, Shaping firstShaping, String second, Shaping secondShaping) {
        return with(
                new Rule(place, first, firstShaping, List.of(source)),
                new Rule(place, second, secondShaping, List.of(source)));
    }

    /** Tensors that these checkpoints do not hold: what they say stands elsewhere. */
    Naming unstored(Place place, String... sources) {
        return with(new Rule(place, UNSTORED, Shaping.PLAIN, List.of(sources)));
    }

    String label() {
        return label;
    }

    boolean isClosed() {
        return closed;
    }

    List<Rule> rules() {
        return rules;
    }

    String beginning(Place place) {
        return beginnings.getOrDefault(place, "");
    }

    /** What the names of a prediction module begin with where it has no names here; empty where it has. */
    Optional<List<String>> uncomparedPrediction() {
        return predictionBeginnings.isEmpty() ? Optional.empty() : Optional.of(predictionBeginnings);
    }

    /** The names of a prediction module where they are others than those of a layer. */
    Optional<Naming> prediction() {
        return prediction;
    }
}
