package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;

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
                warn(note, "the key has " + key + " characters", "write at most 140", findings);
            }
            if (description > 0 && (description < SHORTEST_DESCRIPTION || description > LONGEST_DESCRIPTION)) {
                warn(note, "the description has " + description + " characters", "write 100 to 160", findings);
            }
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void warn(Note note, String message, String hint, Diagnostics.Builder findings) {
        findings.add(Diagnostic.warning(Rule.TEXT_LENGTH, Location.startOf(note.path()), message)
                .withHint(hint));
    }
}
