package dev.archnotes.site.page;

import dev.archnotes.site.content.Note;
import java.util.List;

/**
 * A page that is a note and nothing else.
 *
 * @param head what it says of itself
 * @param note the note
 * @param mentionedIn notes that link here
 * @param editHref where the note can be edited
 */
public record TextPage(Head head, Note note, List<Link> mentionedIn, String editHref) implements Page {}
