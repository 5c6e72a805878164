package dev.archnotes.check;

import dev.archnotes.content.Lineage;
import dev.archnotes.content.MechanismText;
import dev.archnotes.content.ModelFamily;
import dev.archnotes.content.Note;
import dev.archnotes.content.NoteKind;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;

/** Do the concepts, families and sources exist that mechanisms and lineage name? */
final class ComparisonReferences implements Check {

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        for (MechanismText mechanism : library.library().mechanisms().byId().values()) {
            checkConcept(library, mechanism, findings);
        }
        List<String> families = library.library().families().stream().map(ModelFamily::slug).toList();
        for (Lineage.Edge edge : library.library().lineage().edges()) {
            checkName(edge.from(), families, edge.fromPlace(), findings);
            checkName(edge.to(), families, edge.toPlace(), findings);
            if (!edge.cite().isEmpty()) {
                Citations.checkKey(library, edge.cite(), edge.citePlace(), findings);
            }
        }
    }

    private static void checkConcept(ComputedLibrary library, MechanismText mechanism, Diagnostics.Builder findings) {
        List<Note> concepts = library.library().notes(NoteKind.CONCEPT);
        Optional<Note> note = concepts.stream().filter(concept -> concept.slug().equals(mechanism.concept())).findFirst();
        if (note.isEmpty()) {
            checkName(mechanism.concept(), concepts.stream().map(Note::slug).toList(), mechanism.conceptPlace(), findings);
            return;
        }
        List<String> anchors = note.get().document().headings().stream().map(heading -> heading.id()).toList();
        if (!mechanism.anchor().isEmpty() && !anchors.contains(mechanism.anchor())) {
            findings.add(Diagnostic.error(Rule.DEAD_ANCHOR, mechanism.conceptPlace(), note.get().path() + " has no heading \"" + mechanism.anchor() + "\"")
                    .withHint(Suggestion.hint(mechanism.anchor(), anchors)));
        }
    }

    private static void checkName(String slug, List<String> known, Location place, Diagnostics.Builder findings) {
        if (!known.contains(slug)) {
            findings.add(Diagnostic.error(Rule.UNKNOWN_NOTE, place, "no note has the slug \"" + slug + "\"")
                    .withHint(Suggestion.hint(slug, known)).withLength(slug.length()));
        }
    }
}
