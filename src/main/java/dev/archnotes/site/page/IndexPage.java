package dev.archnotes.site.page;

import java.util.List;

/**
 * The index of all models or all concepts.
 *
 * @param head what it says of itself
 * @param line the sentence under its title
 * @param groups its entries under their headings; a heading may be empty
 */
public record IndexPage(Head head, String line, List<Group> groups) implements Page {
    /**
     * Entries under a heading.
     *
     * @param heading the heading, or empty
     * @param entries the entries
     */
    public record Group(String heading, List<IndexEntry> entries) {}
}
