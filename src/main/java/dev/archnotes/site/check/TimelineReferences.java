package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Timeline;
import java.util.List;

/** Do the eras, notes and sources that the timeline names exist? */
final class TimelineReferences implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Timeline timeline = catalogue.library().timeline();
        List<String> eras = timeline.eras().stream().map(Timeline.Era::id).toList();
        KnownSlugs concepts = KnownSlugs.ofConcepts(catalogue.library());
        KnownSlugs models = KnownSlugs.ofModels(catalogue.library());
        for (Timeline.Event event : timeline.events()) {
            checkEra(event, eras, findings);
            event.concepts().forEach(concept -> concepts.check(concept, place(event, concept), findings));
            event.models().forEach(model -> models.check(model, place(event, model), findings));
            if (!event.cite().isEmpty()) {
                Citations.checkKey(catalogue, event.cite(), place(event, event.cite()), findings);
            }
        }
        timeline.histories().stream()
                .flatMap(mechanism -> mechanism.steps().stream())
                .forEach(step ->
                        models.check(step.model(), step.places().getOrDefault(step.model(), step.place()), findings));
    }

    private static void checkEra(Timeline.Event event, List<String> known, Diagnostics.Builder findings) {
        String era = event.era();
        if (!era.isEmpty() && !known.contains(era)) {
            findings.add(Diagnostic.error(Rule.IMPOSSIBLE_VALUE, place(event, era), "no era has the id \"" + era + "\"")
                    .withHint(Suggestion.hint(era, known))
                    .withLength(era.length()));
        }
    }

    private static Location place(Timeline.Event event, String name) {
        return event.places().getOrDefault(name, event.place());
    }
}
