package dev.archnotes.site.page;

import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import java.util.List;
import java.util.Optional;

/**
 * Two families side by side.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param sentence how they are related
 * @param basis how well that is known and from where; empty where the sentence follows from the specifications alone
 * @param first the first family's page
 * @param second the second family's page
 * @param firstVariant the variant shown of the first
 * @param secondVariant the variant shown of the second
 * @param drawings both variants, aligned, differing parts lit
 * @param id the anchor of the drawings, the same wherever else on the page this pair would stand
 * @param caption what the drawings bring out
 * @param differences what differs, the most important first
 * @param same facts that are equal
 * @param sizes other pairs of their variants of comparable size, the smallest first
 * @param table where the table of all variants is
 */
public record PairPage(
        Head head,
        Listing listing,
        String sentence,
        Optional<Basis> basis,
        Link first,
        Link second,
        Drawn firstVariant,
        Drawn secondVariant,
        AlignedPair drawings,
        String id,
        String caption,
        List<Difference> differences,
        List<SameFact> same,
        List<Sized> sizes,
        String table)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS).and(Needs.of(Needs.Style.PAIR));
    }

    /**
     * How well a relation is known.
     *
     * @param kind in words
     * @param source its source
     */
    public record Basis(String kind, Link source) {}

    /**
     * The variant that is drawn of a family.
     *
     * @param sheet its name and its data sheet
     * @param place its place in the family, up to the family's name: {@code One of 5 variants of}
     */
    public record Drawn(Link sheet, String place) {}

    /**
     * Differing facts under a heading.
     *
     * @param id the heading's id
     * @param label the heading
     * @param part the part that it is about, where it is about one
     * @param rows the facts
     * @param notes what each differing mechanism changes
     */
    public record Difference(
            String id, String label, Optional<PartColor> part, List<Row> rows, List<MechanismNote> notes) {
        /** The stylesheet's name of its color. */
        public String cssClass() {
            return part.map(PartColor::cssClass).orElse("part-plain");
        }

        /** Whether a ratio says something of any of them. */
        public boolean hasRatios() {
            return rows.stream().anyMatch(row -> !row.ratio().isEmpty());
        }
    }

    /**
     * A differing fact.
     *
     * @param label the fact
     * @param first its value in the first model
     * @param second its value in the second
     * @param ratio the ratio in words, or empty
     */
    public record Row(String label, Cell first, Cell second, String ratio) {}

    /**
     * Another pair of variants of the two families.
     *
     * @param id where it stands on the page
     * @param first the first variant's data sheet
     * @param second the second variant's data sheet
     * @param sentence how they are related
     * @param drawings both, aligned, differing parts lit
     * @param groups what differs, the most important first
     */
    public record Sized(
            String id, Link first, Link second, String sentence, AlignedPair drawings, List<SizedGroup> groups) {
        /** Whether a ratio says something of any of the facts. */
        public boolean hasRatios() {
            return groups.stream()
                    .flatMap(group -> group.rows().stream())
                    .anyMatch(row -> !row.ratio().isEmpty());
        }
    }

    /**
     * Differing facts of another pair under a heading.
     *
     * @param label the heading
     * @param rows the facts
     */
    public record SizedGroup(String label, List<SizedRow> rows) {}

    /**
     * A differing fact of another pair, as text.
     *
     * @param label the fact
     * @param first its value in the first model
     * @param second its value in the second
     * @param ratio the ratio in words, or empty
     */
    public record SizedRow(String label, String first, String second, String ratio) {}

    /**
     * A fact that is equal.
     *
     * @param label the fact
     * @param value its value
     */
    public record SameFact(String label, String value) {}

    /**
     * What a mechanism changes.
     *
     * @param concept the concept, with its page
     * @param sentence what it changes
     */
    public record MechanismNote(Link concept, String sentence) {}
}
