package dev.archnotes.check;

import dev.archnotes.content.ModelFamily;
import dev.archnotes.content.Note;
import dev.archnotes.content.NoteKind;
import dev.archnotes.content.Timeline;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.diagnostic.Suggestion;
import java.util.List;

/** Do the eras, notes and sources that the timeline names exist? */
final class TimelineReferences implements Check {

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        Timeline timeline = library.library().timeline();
        List<String> eras = timeline.eras().stream().map(Timeline.Era::id).toList();
        List<String> concepts = library.library().notes(NoteKind.CONCEPT).stream().map(TimelineReferences::slug).toList();
        List<String> models = library.library().families().stream().map(ModelFamily::slug).toList();
        for (Timeline.Event event : timeline.events()) {
            checkName(event.era(), "era", eras, Rule.IMPOSSIBLE_VALUE, place(event, event.era()), findings);
            for (String concept : event.concepts()) {
                checkName(concept, "concept", concepts, Rule.UNKNOWN_NOTE, place(event, concept), findings);
            }
            for (String model : event.models()) {
                checkName(model, "model", models, Rule.UNKNOWN_NOTE, place(event, model), findings);
            }
            if (!event.cite().isEmpty()) {
                Citations.checkKey(library, event.cite(), place(event, event.cite()), findings);
            }
        }
        timeline.mechanisms().stream().flatMap(mechanism -> mechanism.steps().stream()).forEach(step ->
                checkName(step.model(), "model", models, Rule.UNKNOWN_NOTE, step.places().getOrDefault(step.model(), step.place()), findings));
    }

    private static void checkName(String name, String what, List<String> known, Rule rule, Location place, Diagnostics.Builder findings) {
        if (!name.isEmpty() && !known.contains(name)) {
            String label = rule == Rule.UNKNOWN_NOTE ? "no " + what + " note has the slug \"" : "no " + what + " has the id \"";
            findings.add(Diagnostic.error(rule, place, label + name + "\"").withHint(Suggestion.hint(name, known)).withLength(name.length()));
        }
    }

    private static Location place(Timeline.Event event, String name) {
        return event.places().getOrDefault(name, event.place());
    }

    /** The slug; where the front matter could not be read, that is reported already, and the file's name has to do. */
    private static String slug(Note note) {
        String file = note.path().substring(note.folder().length());
        return note.slug().isEmpty() ? file.replace(".md", "") : note.slug();
    }
}
