package dev.archnotes.model.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What sets two variants apart, in two plain sentences: their two heaviest differences, of two different parts where
 * there are such. Variants that differ in sizes only are said to be built from the same parts.
 */
public final class PairSentence {
    private final Structure first;
    private final Structure second;
    private final StructuralDistance distance;

    private PairSentence(PairComparison comparison) {
        this.first = comparison.first();
        this.second = comparison.second();
        this.distance = comparison.distance();
    }

    /** Writes the sentences. */
    public static String of(PairComparison comparison) {
        return new PairSentence(comparison).text(comparison.changes());
    }

    private String text(List<AspectChange> changes) {
        List<Difference> differences = new ArrayList<>();
        changes.forEach(change -> differences.add(design(change)));
        distance.terms().forEach(term -> term.size().ifPresent(size -> addSize(size, term.amount(), differences)));
        differences.sort(Comparator.comparingDouble(Difference::amount).reversed());
        String both = name(first) + " and " + name(second);
        if (differences.isEmpty()) {
            return both + " have the same structure and the same sizes.";
        }
        Difference heaviest = differences.get(0);
        Difference next = differences.stream()
                .filter(difference -> difference.group() != heaviest.group())
                .findFirst()
                .orElse(differences.get(differences.size() - 1));
        if (distance.aspects().isEmpty()) {
            String more = next == heaviest ? "" : " " + next.text(shortName(first), shortName(second));
            return both + " are built from the same parts and differ in size. "
                    + heaviest.text(shortName(first), shortName(second)) + more;
        }
        String more =
                next == heaviest ? "" : " " + next.place() + ", " + next.text(shortName(first), shortName(second));
        return heaviest.text(name(first), name(second)) + more;
    }

    private Difference design(AspectChange change) {
        Aspect aspect = change.aspect();
        DesignWords one = new DesignWords(first, aspect);
        DesignWords other = new DesignWords(second, aspect);
        boolean stressed = one.isMixed() || other.isMixed();
        if (one.isEmpty()) {
            return new Difference(
                    aspect.group(), place(aspect.group()), change.amount(), "does not", other.text(stressed), true);
        }
        String negation = other.isEmpty() ? "does not" : other.text(stressed);
        return new Difference(
                aspect.group(), place(aspect.group()), change.amount(), one.text(stressed), negation, false);
    }

    private void addSize(SizeMeasure size, double amount, List<Difference> differences) {
        String one = first.print(size.path());
        String other = second.print(size.path());
        if (!one.equals(other)) {
            String place = size.group() == ComparisonGroup.SHAPE ? "In size" : place(size.group());
            differences.add(
                    new Difference(size.group(), place, amount, size.phrase(one), size.phraseAgain(other), false));
        }
    }

    /** How a sentence begins that comes to a difference after another; most phrases name their part themselves. */
    private static String place(ComparisonGroup group) {
        return group == ComparisonGroup.ATTENTION ? "In attention" : "Besides";
    }

    /** The name without what stands in parentheses after it. */
    private static String name(Structure variant) {
        String name = variant.variant().name();
        int parenthesis = name.indexOf(" (");
        return parenthesis > 0 ? name.substring(0, parenthesis) : name;
    }

    /** For the second mention the name without its size, unless that is the name of the other one as well. */
    private String shortName(Structure variant) {
        Structure other = variant == first ? second : first;
        return withoutSize(name(variant)).equals(withoutSize(name(other))) ? name(variant) : withoutSize(name(variant));
    }

    /** {@code Qwen3} for Qwen3-235B-A22B. */
    private static String withoutSize(String name) {
        int end = name.length();
        for (int i = end - 1; i > 0; i--) {
            if (name.charAt(i) == ' ' || name.charAt(i) == '-') {
                if (!isSize(name.substring(i + 1, end))) {
                    break;
                }
                end = i;
            }
        }
        return name.substring(0, end);
    }

    /** {@code 32B}, {@code A22B}, {@code 120b}, {@code 1558M}. */
    private static boolean isSize(String word) {
        boolean unit = word.endsWith("B") || word.endsWith("b") || word.endsWith("M");
        return unit && word.length() > 1 && Character.isDigit(word.charAt(word.length() - 2));
    }

    /**
     * One difference.
     *
     * @param group the heading under which it stands
     * @param place how a sentence begins that comes to it after another difference
     * @param amount what it adds to the distance
     * @param first what the first variant does
     * @param second what the second does
     * @param turned whether the second is named first, because the first has nothing to name
     */
    private record Difference(
            ComparisonGroup group, String place, double amount, String first, String second, boolean turned) {
        String text(String one, String other) {
            return turned
                    ? other + " " + second + ", while " + one + " " + first + "."
                    : one + " " + first + ", while " + other + " " + second + ".";
        }
    }
}
