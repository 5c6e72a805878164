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

    /** Stands for the number of an expert. */
    static final String EXPERT = "{expert}";

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

    private Naming(
            String label,
            boolean closed,
            Map<Place, String> beginnings,
            List<Rule> rules,
            List<String> predictionBeginnings) {
        this.label = label;
        this.closed = closed;
        this.beginnings = beginnings;
        this.rules = List.copyOf(rules);
        this.predictionBeginnings = List.copyOf(predictionBeginnings);
    }

    /** Names as the ledger has them behind nothing. */
    static Naming open(String label) {
        return new Naming(label, false, new EnumMap<>(Place.class), List.of(), List.of());
    }

    /** Only what has a rule has a name. */
    static Naming closed(String label) {
        return new Naming(label, true, new EnumMap<>(Place.class), List.of(), List.of());
    }

    /** The same names, called otherwise in a report. */
    Naming called(String other) {
        return new Naming(other, closed, beginnings, rules, predictionBeginnings);
    }

    /** With a beginning for the names of some places. */
    Naming beginning(String beginning, Place... places) {
        Map<Place, String> more = new EnumMap<>(Place.class);
        more.putAll(beginnings);
        for (Place place : places) {
            more.put(place, beginning);
        }
        return new Naming(label, closed, more, rules, predictionBeginnings);
    }

    /** The names of a model that begin so. */
    Naming rooted(String root, String head) {
        Map<Place, String> rooted = new EnumMap<>(Place.class);
        beginnings.forEach(
                (place, begin) -> rooted.put(place, begin.replace(ROOT, root).replace(HEAD, head)));
        return new Naming(label, closed, rooted, rules, predictionBeginnings);
    }

    /** What the embedding table is called. */
    String embedding() {
        String name = "embed_tokens.weight";
        for (Rule rule : rules) {
            if (rule.place() == Place.MODEL && rule.sources().contains(name)) {
                name = rule.target();
            }
        }
        return beginning(Place.MODEL) + name;
    }

    /** With a prediction module whose tensors begin so, and are compared by their number of elements alone. */
    Naming predictionBehind(String... begin) {
        return new Naming(label, closed, beginnings, rules, List.of(begin));
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
        return new Naming(label, closed, beginnings, kept, predictionBeginnings);
    }

    /** Another name for the weight, and the bias, of a module. */
    Naming module(Place place, String source, String target) {
        return with(
                new Rule(place, target + ".weight", Shaping.PLAIN, List.of(source + ".weight")),
                new Rule(place, target + ".bias", Shaping.PLAIN, List.of(source + ".bias")));
    }

    /** Another name for a tensor, or several in one. */
    Naming tensor(Place place, String target, Shaping shaping, String... sources) {
        return with(new Rule(place, target, shaping, List.of(sources)));
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
}
