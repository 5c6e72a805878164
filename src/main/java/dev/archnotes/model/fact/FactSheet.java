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

/**
 * All facts of one variant, specified and derived, by path. Tables, drawings, {@code data/models.json}, checked facts
 * in notes and the commands read this one sheet.
 */
public final class FactSheet {
    private final String id;
    private final List<Fact> facts;
    private final Map<String, Fact> byPath;

    private FactSheet(String id, List<Fact> facts) {
        this.id = id;
        this.facts = List.copyOf(facts);
        Map<String, Fact> index = new HashMap<>();
        facts.forEach(fact -> index.put(fact.path(), fact));
        this.byPath = index;
    }

    /** Derives the sheet of a variant. */
    public static FactSheet of(Variant model) {
        Collector sheet = new Collector();
        IdentityFacts.add(model, sheet);
        ParameterFacts.add(model.architecture(), sheet);
        CacheFacts.add(model, sheet);
        MemoryFacts.add(model.architecture(), sheet);
        CostFacts.add(model.architecture(), sheet);
        TrainingFacts.add(model, sheet);
        ShapeFacts.add(model, sheet);
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
        return new FactSheet(model.id(), ordered);
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
    public Optional<Fact> find(String path) {
        return Optional.ofNullable(byPath.get(Dictionary.current(path)));
    }

    /** The exact integer at a path; an error where there is none. */
    public long whole(String path) {
        Optional<Fact> fact = find(path);
        if (fact.isPresent() && fact.get().value() instanceof FactValue.Whole whole) {
            return whole.value();
        }
        throw new IllegalArgumentException(id + " has no whole number at " + path);
    }

    /** The printed value at a path, empty where it does not apply. */
    public Optional<String> print(String path) {
        return find(path).map(fact -> fact.value().print());
    }

    /** Gathers facts while they are derived; a path may be set once. */
    static final class Collector {
        private final Map<String, Fact> facts = new LinkedHashMap<>();

        void put(String path, FactValue value) {
            put(new Fact(path, value, Optional.empty()));
        }

        void words(String path, String text) {
            put(path, new FactValue.Words(text));
        }

        void flag(String path, boolean value) {
            put(path, new FactValue.Flag(value));
        }

        void count(String path, long value) {
            put(path, new FactValue.Whole(value, Unit.COUNT));
        }

        void computed(String path, Unit unit, Expression working) {
            put(new Fact(path, new FactValue.Whole(working.value(), unit), Optional.of(working)));
        }

        private void put(Fact fact) {
            if (facts.put(fact.path(), fact) != null) {
                throw new IllegalStateException("two facts at " + fact.path());
            }
        }

        boolean has(String path) {
            return facts.containsKey(path);
        }

        long whole(String path) {
            return ((FactValue.Whole)
                            Objects.requireNonNull(facts.get(path), path).value())
                    .value();
        }

        Expression term(String path, String name) {
            return Expression.constant(name, whole(path));
        }
    }
}
