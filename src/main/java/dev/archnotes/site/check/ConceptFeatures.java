package dev.archnotes.site.check;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.content.Note;
import java.util.List;

/** Do concept notes list models by mechanisms and facts that there are? */
final class ConceptFeatures implements Check {

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        List<String> known = MechanismGroup.keys();
        for (Note note : library.library().notes()) {
            for (String feature : note.features()) {
                if (!known.contains(feature)) {
                    String suggestion = Suggestion.hint(feature, known);
                    findings.add(Diagnostic.error(
                                    Rule.IMPOSSIBLE_VALUE,
                                    note.featurePlaces().getOrDefault(feature, note.slugPlace()),
                                    "there is no mechanism \"" + feature + "\"")
                            .withHint(suggestion.isEmpty() ? "known are " + String.join(", ", known) : suggestion)
                            .withLength(feature.length()));
                }
            }
            Blocks.checkColumns(note.columns(), note.columnPlaces(), note.slugPlace(), findings);
        }
    }
}
