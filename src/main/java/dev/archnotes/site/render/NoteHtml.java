package dev.archnotes.site.render;

import dev.archnotes.site.content.Reference;
import java.util.List;

/**
 * A note, rendered for one page.
 *
 * @param html its text
 * @param contents its table of contents
 * @param references what it cites, in the order of first citation
 */
public record NoteHtml(String html, Contents contents, List<CitedReference> references) {
    /**
     * A reference with the places that cite it.
     *
     * @param reference the bibliography entry
     */
    public record CitedReference(Reference reference) {}
}
