package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import java.util.Optional;

/** Do key and description fit where they are shown, on a card and in a list of search results, or nearly so? */
final class TextLengths implements Check {
    private static final int LONGEST_KEY = 200;
    private static final int SHORTEST_DESCRIPTION = 2;
    private static final int LONGEST_DESCRIPTION = 300;

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Note note : catalogue.library().notes()) {
            int key = length(note.key());
            int description = length(note.description());
            if (key > LONGEST_KEY) {
                report(catalogue, note, "key", key, "write at most 140", findings);
            }
            if (description > 0 && (description < SHORTEST_DESCRIPTION || description > LONGEST_DESCRIPTION)) {
                report(catalogue, note, "description", description, "write 100 to 160", findings);
            }
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void report(
            Catalogue catalogue, Note note, String key, int length, String hint, Diagnostics.Builder findings) {
        String message = "the " + key + " has " + length + (length == 1 ? " character" : " characters");
        place(catalogue, note, key)
                .ifPresent(place -> findings.add(
                        Diagnostic.warning(Rule.TEXT_LENGTH, place, message).withHint(hint)));
    }

    /** Where the front matter says it; what follows from the text is as long as it is. */
    private static Optional<Location> place(Catalogue catalogue, Note note, String key) {
        String text = catalogue.library().sources().getOrDefault(note.path(), "");
        int end = text.indexOf("\n---", 3);
        int at = text.indexOf("\n" + key + ":");
        if (at < 0 || at > end) {
            return Optional.empty();
        }
        int line =
                2 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        int value = at + key.length() + 2;
        while (value < text.length() && text.charAt(value) == ' ') {
            value++;
        }
        return Optional.of(new Location(note.path(), line, value - at));
    }
}
