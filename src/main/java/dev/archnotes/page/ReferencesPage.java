package dev.archnotes.page;

import dev.archnotes.content.Reference;
import java.util.List;

/**
 * The bibliography.
 *
 * @param head what it says of itself
 * @param entries the references that a page cites, by author and year
 */
public record ReferencesPage(Head head, List<Entry> entries) implements Page {
    /**
     * A reference.
     *
     * @param reference the bibliography entry
     * @param citedIn the pages that cite it
     */
    public record Entry(Reference reference, List<Link> citedIn) {}
}
