package dev.archnotes.site.content;

import dev.archnotes.site.markdown.MarkdownDocument;

/**
 * Markdown of the notes folder, whether a whole note or a text within another file.
 *
 * @param id the file, from which its relative links lead
 * @param document the parsed text
 */
public record Prose(NoteId id, MarkdownDocument document) {
    /** The file, relative to the notes folder. */
    public String path() {
        return id.path();
    }
}
