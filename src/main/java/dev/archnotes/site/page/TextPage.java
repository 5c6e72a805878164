package dev.archnotes.site.page;

import java.util.List;

/**
 * A page that is a note and nothing else.
 *
 * @param head what it says of itself
 * @param note the note
 */
public record TextPage(Head head, NoteView note) implements Page {
    /** Its table of contents. */
    public Contents contents() {
        return note.contents(List.of());
    }
}
