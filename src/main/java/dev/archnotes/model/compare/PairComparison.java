package dev.archnotes.model.compare;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.RatioWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two variants side by side: what differs, grouped, the most important group first; what is the same; and which parts
 * of their drawings are to be emphasized.
 *
 * <p>A group is as important as what it adds to the {@linkplain StructuralDistance distance}. The groups of
 * consequences (memory, cost, training) count half the doublings beyond the first of what does not simply follow from
 * size: cache, attention arithmetic, training tokens. So a cache forty times as large comes before a router with
 * another function, and heads come before the arithmetic that they halve.
 *
 * @param first the first variant
 * @param second the second variant
 * @param distance how far apart they are
 * @param groups what differs, the most important first; groups without a difference are left out
 * @param same facts that are equal, in the dictionary's order of the groups
 * @param differing the parts in which the drawings differ
 */
public record PairComparison(
        Structure first,
        Structure second,
        StructuralDistance distance,
        List<Group> groups,
        List<SameFact> same,
        Set<DrawnPart> differing) {
    private static final Set<FactPath> BEYOND_SIZE = Set.of(
            FactPath.KV_CACHE_BYTES_PER_TOKEN,
            FactPath.kvCacheBytesAt(32_768),
            FactPath.kvCacheBytesAt(131_072),
            FactPath.costAttentionFlopsPerTokenAt(131_072),
            FactPath.TRAINING_TOKENS);

    public PairComparison {
        groups = List.copyOf(groups);
        same = List.copyOf(same);
        differing = differing.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(differing));
    }

    /**
     * The differing facts under one heading.
     *
     * @param group the heading
     * @param rows the facts
     * @param changes the mechanisms that differ, the heaviest first
     * @param importance what the order of the groups goes by
     */
    public record Group(ComparisonGroup group, List<Row> rows, List<AspectChange> changes, double importance) {
        public Group {
            rows = List.copyOf(rows);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A fact that differs.
     *
     * @param path the fact
     * @param label its name
     * @param first its value in the first model; empty where it does not apply
     * @param second its value in the second
     * @param ratio the second compared with the first, in words; empty where a ratio says nothing
     */
    public record Row(FactPath path, String label, Optional<Fact> first, Optional<Fact> second, String ratio) {}

    /**
     * A fact that is equal.
     *
     * @param path the fact
     * @param label its name
     * @param value the common value
     */
    public record SameFact(FactPath path, String label, FactValue value) {}

    /** Compares two variants. */
    public static PairComparison of(Structure first, Structure second) {
        StructuralDistance distance = StructuralDistance.between(first, second);
        Map<ComparisonGroup, List<Row>> rows = new EnumMap<>(ComparisonGroup.class);
        Map<ComparisonGroup, List<AspectChange>> changes = new EnumMap<>(ComparisonGroup.class);
        List<SameFact> same = new ArrayList<>();
        Set<DrawnPart> differing = EnumSet.noneOf(DrawnPart.class);
        for (ComparedFact compared : ComparedFact.ALL) {
            Optional<Fact> a = first.sheet().find(compared.path());
            Optional<Fact> b = second.sheet().find(compared.path());
            String label = Dictionary.of(compared.path()).label();
            if (IrrelevantFacts.contain(compared.path(), first, second)) {
                continue;
            }
            if (a.map(Fact::value).equals(b.map(Fact::value))) {
                same.add(new SameFact(compared.path(), label, a.orElseThrow().value()));
            } else {
                rows.computeIfAbsent(compared.group(), group -> new ArrayList<>())
                        .add(new Row(compared.path(), label, a, b, ratio(compared, a, b)));
                compared.part().ifPresent(differing::add);
            }
        }
        for (AspectChange change : changes(first, second, distance)) {
            changes.computeIfAbsent(change.aspect().group(), group -> new ArrayList<>())
                    .add(change);
        }
        distance.aspects().forEach(aspect -> differing.add(aspect.part()));
        List<Group> groups = new ArrayList<>();
        for (ComparisonGroup group : ComparisonGroup.values()) {
            List<Row> facts = rows.getOrDefault(group, List.of());
            List<AspectChange> changed = changes.getOrDefault(group, List.of());
            if (!facts.isEmpty() || !changed.isEmpty()) {
                groups.add(new Group(group, facts, changed, importance(group, facts, changed, distance)));
            }
        }
        groups.sort(Comparator.comparingDouble(Group::importance).reversed());
        return new PairComparison(first, second, distance, groups, same, differing);
    }

    private static String ratio(ComparedFact compared, Optional<Fact> first, Optional<Fact> second) {
        if (compared.noun().isEmpty() || first.isEmpty() || second.isEmpty()) {
            return "";
        }
        FactValue a = first.get().value();
        FactValue b = second.get().value();
        if (a instanceof FactValue.Whole one
                && b instanceof FactValue.Whole other
                && one.value() > 0
                && other.value() > 0) {
            return RatioWords.of(other.value(), one.value()).of(compared.noun().get());
        }
        if (a instanceof FactValue.Ratio one
                && b instanceof FactValue.Ratio other
                && one.dividend() > 0
                && other.dividend() > 0) {
            // compared in thousandths, which keeps more digits than are printed
            long before = Math.max(1, Math.round(one.sortKey() * 1000));
            return RatioWords.of(Math.max(1, Math.round(other.sortKey() * 1000)), before)
                    .of(compared.noun().get());
        }
        return "";
    }

    private static double importance(
            ComparisonGroup group, List<Row> rows, List<AspectChange> changes, StructuralDistance distance) {
        double sum = 0;
        for (AspectChange change : changes) {
            sum += change.amount();
        }
        for (StructuralDistance.Term term : distance.terms()) {
            boolean ofGroup = term.size().isPresent()
                    && ComparedFact.ALL.stream()
                            .anyMatch(fact -> fact.group() == group
                                    && fact.path().equals(term.size().get().path()));
            sum += ofGroup ? term.amount() : 0;
        }
        boolean epsilonOnly =
                rows.size() == 1 && changes.isEmpty() && rows.get(0).path().equals(FactPath.NORMALIZATION_EPSILON);
        return epsilonOnly ? -1 : sum + Math.max(0, largestDoublings(rows) - 1) / 2;
    }

    private static double largestDoublings(List<Row> rows) {
        double largest = 0;
        for (Row row : rows) {
            if (!BEYOND_SIZE.contains(row.path())) {
                continue;
            }
            double a = row.first().map(fact -> fact.value().sortKey()).orElse(0.0);
            double b = row.second().map(fact -> fact.value().sortKey()).orElse(0.0);
            if (a > 0 && b > 0) {
                largest = Math.max(largest, StrictMath.log(Math.max(a, b) / Math.min(a, b)) / StrictMath.log(2));
            }
        }
        return largest;
    }

    /**
     * The larger parts in which the drawings differ: {@code attention}, {@code feed-forward}, {@code norm},
     * {@code embedding}, {@code extras}, {@code layers}.
     */
    public Set<String> differingRegions() {
        Set<String> regions = new TreeSet<>();
        differing.forEach(part -> regions.add(part.region()));
        return Collections.unmodifiableSet(regions);
    }

    /**
     * The aspects in which both models answer and answer differently, the heaviest first. The router of a mixture
     * beside a dense model is not among them: that follows from there being experts at all.
     */
    public List<AspectChange> changes() {
        return changes(first, second, distance);
    }

    private static List<AspectChange> changes(Structure first, Structure second, StructuralDistance distance) {
        List<AspectChange> changes = new ArrayList<>();
        for (Aspect aspect : distance.aspects()) {
            if (first.profile().answers(aspect) && second.profile().answers(aspect)) {
                changes.add(AspectChange.of(aspect, first, second));
            }
        }
        return List.copyOf(changes);
    }
}
