package dev.archnotes.check;

import dev.archnotes.content.Note;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.diagnostic.Suggestion;
import dev.archnotes.markdown.CitationRef;
import java.util.Set;

/** Are the sources that notes cite in the bibliography? */
final class Citations implements Check {

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        for (Note note : library.library().notes()) {
            for (CitationRef citation : note.document().citations()) {
                checkKey(library, citation.key(), citation.location(), findings);
            }
        }
    }

    /** Reports a key that the bibliography does not have. */
    static void checkKey(ComputedLibrary library, String key, Location place, Diagnostics.Builder findings) {
        Set<String> known = library.library().references().keySet();
        if (!known.contains(key)) {
            findings.add(Diagnostic.error(Rule.UNKNOWN_CITATION, place, "the bibliography has no entry \"" + key + "\"")
                    .withHint(Suggestion.hint(key, known))
                    .withLength(key.length()));
        }
    }
}
