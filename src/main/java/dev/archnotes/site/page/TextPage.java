package dev.archnotes.site.page;

import java.util.List;

/**
 * A page that is a note and nothing else.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param note the note
 */
public record TextPage(Head head, Listing listing, NoteView note) implements Page {
    @Override
    public Needs needs() {
        return note.needs();
    }

    /** Its table of contents. */
    public Contents contents() {
        return note.contents(List.of());
    }
}
