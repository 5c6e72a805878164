package dev.archnotes.page;

import java.util.List;

/**
 * Two families side by side.
 *
 * @param head what it says of itself
 * @param sentence how they are related
 * @param first the first family's page
 * @param second the second family's page
 * @param firstVariant the variant shown of the first
 * @param secondVariant the variant shown of the second
 * @param differences what differs, the most important first
 * @param same facts that are equal
 * @param other links to other pairs of their variants in the comparison
 */
public record PairPage(
        Head head,
        String sentence,
        Link first,
        Link second,
        Link firstVariant,
        Link secondVariant,
        List<Difference> differences,
        List<SameFact> same,
        List<Link> other)
        implements Page {
    /**
     * Differing facts under a heading.
     *
     * @param id the heading's id
     * @param label the heading
     * @param part its color
     * @param rows the facts
     * @param notes what each differing mechanism changes
     */
    public record Difference(String id, String label, String part, List<Row> rows, List<MechanismNote> notes) {}

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
