package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All facts of one variant, specified and derived, by path. Tables, drawings, {@code data/models.json}, checked facts
 * in notes and the commands read this one sheet.
 */
public final class FactSheet {
    private final String id;
    private final List<Fact> facts;
    private final Map<FactPath, Fact> byPath;

    private FactSheet(String id, List<Fact> facts) {
        this.id = id;
        this.facts = List.copyOf(facts);
        Map<FactPath, Fact> index = new HashMap<>();
        facts.forEach(fact -> index.put(fact.path(), fact));
        this.byPath = index;
    }

    /** Derives the sheet of a variant. */
    public static FactSheet of(Variant variant) {
        Collector sheet = new Collector();
        IdentityFacts.add(variant, sheet);
        ParameterFacts.add(variant.architecture(), sheet);
        CacheFacts.add(variant, sheet);
        MemoryFacts.add(variant.architecture(), sheet);
        CostFacts.add(variant.architecture(), sheet);
        TrainingFacts.add(variant, sheet);
        ShapeFacts.add(variant, sheet);
        List<Fact> ordered = new ArrayList<>();
        for (FactDefinition definition : Dictionary.DEFINITIONS) {
            Fact fact = sheet.facts.remove(definition.path());
            if (fact != null) {
                ordered.add(fact);
            }
        }
        if (!sheet.facts.isEmpty()) {
            throw new IllegalStateException("facts without a definition: " + sheet.facts.keySet());
        }
        return new FactSheet(variant.id(), ordered);
    }

    /** The variant's id. */
    public String id() {
        return id;
    }

    /** Its facts, in the dictionary's order. */
    public List<Fact> facts() {
        return facts;
    }

    /** The fact at a path, if it applies to this variant. */
    public Optional<Fact> find(FactPath path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * The fact at a path that somebody wrote, in a note, an address or a command; it may be a former name, and none
     * where the variant has no such fact.
     */
    public Optional<Fact> named(String path) {
        return find(new FactPath(Dictionary.current(path)));
    }

    /** Whether a figure is stated at a context that is longer than the model can read. */
    public boolean isBeyondContext(FactPath path) {
        OptionalLong context = path.context();
        if (context.isEmpty()) {
            return false;
        }
        long longest = 0;
        for (FactPath length : List.of(FactPath.CONTEXT_CONFIGURED, FactPath.CONTEXT_EXTENDED)) {
            if (find(length).isPresent() && find(length).get().value() instanceof FactValue.Whole whole) {
                longest = Math.max(longest, whole.value());
            }
        }
        // without either nothing ends the text
        return longest > 0 && context.getAsLong() > longest;
    }

    /** The exact integer at a path; an error where there is none. */
    public long whole(FactPath path) {
        Optional<Fact> fact = find(path);
        if (fact.isPresent() && fact.get().value() instanceof FactValue.Whole whole) {
            return whole.value();
        }
        throw new IllegalArgumentException(id + " has no whole number at " + path);
    }

    /** The printed value at a path, empty where it does not apply. */
    public Optional<String> print(FactPath path) {
        return find(path).map(fact -> fact.value().print());
    }

    /** Gathers facts while they are derived; a path may be set once. */
    static final class Collector {
        private final Map<FactPath, Fact> facts = new LinkedHashMap<>();

        void put(FactPath path, FactValue value) {
            put(new Fact(path, value, Optional.empty()));
        }

        void words(FactPath path, String text) {
            put(path, new FactValue.Words(text));
        }

        void flag(FactPath path, boolean value) {
            put(path, new FactValue.Flag(value));
        }

        void count(FactPath path, long value) {
            put(path, new FactValue.Whole(value, Unit.COUNT));
        }

        void computed(FactPath path, Unit unit, Expression working) {
            put(new Fact(path, new FactValue.Whole(working.value(), unit), Optional.of(working)));
        }

        private void put(Fact fact) {
            if (facts.put(fact.path(), fact) != null) {
                throw new IllegalStateException("two facts at " + fact.path());
            }
        }

        boolean has(FactPath path) {
            return facts.containsKey(path);
        }

        long whole(FactPath path) {
            return ((FactValue.Whole)
                            Objects.requireNonNull(facts.get(path), path.text()).value())
                    .value();
        }

        Expression term(FactPath path, String name) {
            return Expression.constant(name, whole(path));
        }
    }
}
