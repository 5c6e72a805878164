package dev.archnotes.site.check;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Claim;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.node.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Do the concepts, features, sources, older mechanisms and earlier steps exist that the histories of mechanisms name?
 */
final class MechanismReferences implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        List<Timeline.History> mechanisms = catalogue.library().timeline().histories();
        List<String> ids = mechanisms.stream().map(Timeline.History::id).toList();
        for (Timeline.History mechanism : mechanisms) {
            checkConcept(catalogue, mechanism, findings);
            checkFeature(mechanism, findings);
            for (Timeline.Descent descent : mechanism.descends()) {
                checkCite(catalogue, descent.claim(), findings);
                if (descent.from().equals(mechanism.id())) {
                    findings.add(Diagnostic.error(
                                    Rule.IMPOSSIBLE_VALUE, descent.place(), "a mechanism is not its own descendant")
                            .withLength(descent.from().length()));
                } else if (!descent.from().isEmpty() && !ids.contains(descent.from())) {
                    add(
                            "no mechanism has the id \"" + descent.from() + "\"",
                            descent.from(),
                            ids,
                            descent.place(),
                            findings);
                }
            }
            checkSteps(catalogue, mechanism, findings);
        }
    }

    private static void checkSteps(Catalogue catalogue, Timeline.History mechanism, Diagnostics.Builder findings) {
        for (Timeline.Step step : mechanism.steps()) {
            checkCite(catalogue, step.claim(), findings);
            step.origin().ifPresent(origin -> {
                checkCite(catalogue, origin.claim(), findings);
                List<String> earlier = earlier(mechanism, step);
                if (!origin.by().isEmpty() && !earlier.contains(origin.by())) {
                    add(
                            "no earlier step of this mechanism is by \"" + origin.by() + "\"",
                            origin.by(),
                            earlier,
                            origin.place(),
                            findings);
                }
            });
        }
    }

    /** Who introduced the mechanism or took it up before a step. */
    private static List<String> earlier(Timeline.History mechanism, Timeline.Step step) {
        List<String> names = new ArrayList<>(List.of(mechanism.introduced().by()));
        mechanism.adopted().stream()
                .filter(other -> other.date().compareTo(step.date()) < 0)
                .forEach(other -> names.add(other.by()));
        return names;
    }

    private static void checkConcept(Catalogue catalogue, Timeline.History mechanism, Diagnostics.Builder findings) {
        String written =
                mechanism.anchor().isEmpty() ? mechanism.concept() : mechanism.concept() + "#" + mechanism.anchor();
        Location place =
                mechanism.places().getOrDefault(written, mechanism.introduced().place());
        checkConcept(catalogue, mechanism.concept(), mechanism.anchor(), place, findings);
    }

    /**
     * Reports a concept that no note is about, or a heading that its note does not have; of two notes with one slug,
     * neither is asked.
     */
    static void checkConcept(
            Catalogue catalogue, String concept, String anchor, Location place, Diagnostics.Builder findings) {
        List<Note> notes = catalogue.library().notes(NoteKind.CONCEPT).stream()
                .filter(note -> note.slug().equals(concept))
                .toList();
        if (notes.isEmpty()) {
            KnownSlugs.ofConcepts(catalogue.library()).check(concept, place, findings);
        }
        if (notes.size() != 1 || anchor.isEmpty()) {
            return;
        }
        String lead = concept + "#";
        Optional<Heading> heading = notes.get(0).document().heading(anchor);
        if (heading.isEmpty()) {
            List<String> anchors =
                    notes.get(0).document().headings().stream().map(Heading::id).toList();
            findings.add(Diagnostic.error(
                            Rule.DEAD_ANCHOR, place, notes.get(0).path() + " has no heading \"" + anchor + "\"")
                    .withHint(Suggestion.hint(anchor, anchors))
                    .withLength(lead.length() + anchor.length()));
        } else if (!heading.get().id().equals(anchor)) {
            findings.add(NoteLinks.formerId(notes.get(0), heading.get(), place, lead, lead + anchor));
        }
    }

    private static void checkFeature(Timeline.History mechanism, Diagnostics.Builder findings) {
        if (!mechanism.feature().isEmpty()
                && MechanismGroup.named(mechanism.feature()).isEmpty()) {
            Location place = mechanism
                    .places()
                    .getOrDefault(mechanism.feature(), mechanism.introduced().place());
            add(
                    "there is no mechanism \"" + mechanism.feature() + "\"",
                    mechanism.feature(),
                    MechanismGroup.keys(),
                    place,
                    findings);
        }
    }

    private static void checkCite(Catalogue catalogue, Claim claim, Diagnostics.Builder findings) {
        if (!claim.cite().isEmpty()) {
            Citations.checkKey(catalogue, claim.cite(), claim.citePlace(), findings);
        }
    }

    private static void add(
            String message, String name, List<String> known, Location place, Diagnostics.Builder findings) {
        String suggestion = Suggestion.hint(name, known);
        findings.add(Diagnostic.error(Rule.IMPOSSIBLE_VALUE, place, message)
                .withHint(suggestion.isEmpty() ? "known are " + String.join(", ", known) : suggestion)
                .withLength(name.length()));
    }
}
