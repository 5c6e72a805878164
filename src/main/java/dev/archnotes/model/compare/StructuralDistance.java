package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far apart two models are in structure: the sum over all {@linkplain Aspect aspects} of weight times share of
 * layers that differ, and over all {@linkplain SizeMeasure sizes} of weight times doublings between the two.
 *
 * <p>Symmetric, and zero between equal structures. Training, data and quality play no part.
 *
 * @param total the distance
 * @param terms what adds up to it, largest first, zeros left out
 */
public record StructuralDistance(double total, List<Term> terms) {
    public StructuralDistance {
        terms = List.copyOf(terms);
    }

    /**
     * One summand.
     *
     * @param aspect the aspect that differs, if it is one of mechanisms
     * @param size the size that differs, if it is one of sizes
     * @param difference share of layers, 0 to 1, or doublings
     * @param amount what it adds
     */
    public record Term(Optional<Aspect> aspect, Optional<SizeMeasure> size, double difference, double amount) {
        /** The aspect or size in words. */
        public String label() {
            return aspect.map(Aspect::label)
                    .orElseGet(() -> size.map(SizeMeasure::label).orElse(""));
        }
    }

    /** Measures two models. */
    public static StructuralDistance between(Structure first, Structure second) {
        List<Term> terms = new ArrayList<>();
        double total = 0;
        for (Aspect aspect : Aspect.values()) {
            double difference = first.profile().difference(second.profile(), aspect);
            total += add(
                    terms, new Term(Optional.of(aspect), Optional.empty(), difference, aspect.weight() * difference));
        }
        for (SizeMeasure size : SizeMeasure.values()) {
            double doublings = doublings(size.of(first.sheet()), size.of(second.sheet()));
            total += add(terms, new Term(Optional.empty(), Optional.of(size), doublings, size.weight() * doublings));
        }
        terms.sort(Comparator.comparingDouble(Term::amount).reversed());
        return new StructuralDistance(total, terms);
    }

    private static double add(List<Term> terms, Term term) {
        if (term.amount() > 0) {
            terms.add(term);
        }
        return term.amount();
    }

    /** The larger is divided by the smaller, so that the order of the two cannot show in the last digit. */
    private static double doublings(OptionalLong first, OptionalLong second) {
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        double larger = Math.max(first.getAsLong(), second.getAsLong());
        double smaller = Math.min(first.getAsLong(), second.getAsLong());
        return StrictMath.log(larger / smaller) / StrictMath.log(2);
    }

    /** The aspects that differ, the heaviest first. */
    public List<Aspect> aspects() {
        return terms.stream().flatMap(term -> term.aspect().stream()).toList();
    }

    /** The sizes that differ, the heaviest first. */
    public List<SizeMeasure> sizes() {
        return terms.stream().flatMap(term -> term.size().stream()).toList();
    }
}
