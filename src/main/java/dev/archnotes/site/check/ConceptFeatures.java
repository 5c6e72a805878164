package dev.archnotes.site.check;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.FrontMatter;
import dev.archnotes.site.content.Note;
import java.util.List;

/** Do concept notes list models by mechanisms and facts that there are? */
final class ConceptFeatures implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        List<String> known = MechanismGroup.keys();
        for (Note note : catalogue.library().notes()) {
            for (String feature : note.features()) {
                if (!known.contains(feature)) {
                    String suggestion = Suggestion.hint(feature, known);
                    findings.add(Diagnostic.error(
                                    Rule.IMPOSSIBLE_VALUE,
                                    note.front()
                                            .users()
                                            .featurePlaces()
                                            .getOrDefault(feature, note.front().slugPlace()),
                                    "there is no mechanism \"" + feature + "\"")
                            .withHint(suggestion.isEmpty() ? "known are " + String.join(", ", known) : suggestion)
                            .withLength(feature.length()));
                }
            }
            FrontMatter.Users users = note.front().users();
            Blocks.checkColumns(
                    users.columns(), users.columnPlaces(), note.front().slugPlace(), findings);
        }
    }
}
