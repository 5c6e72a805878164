package dev.archnotes.site.page;

import java.util.List;

/**
 * The index of all models or all concepts.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param line the sentence under its title
 * @param groups its entries under their headings; a heading may be empty
 */
public record IndexPage(Head head, Listing listing, String line, List<Group> groups) implements Page {
    @Override
    public Needs needs() {
        return Needs.NOTHING;
    }

    /**
     * Entries under a heading.
     *
     * @param heading the heading, or empty
     * @param entries the entries
     */
    public record Group(String heading, List<Entry> entries) {}

    /**
     * An entry of an index page.
     *
     * @param link its title and page
     * @param line one sentence about it
     * @param byline maker and date, or empty
     * @param chips short words beneath it
     */
    public record Entry(Link link, String line, String byline, List<Chip> chips) {
        public Entry {
            chips = List.copyOf(chips);
        }

        public boolean hasByline() {
            return !byline.isEmpty();
        }
    }
}
