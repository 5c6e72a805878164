package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.markdown.node.Heading;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Does the reading order name concepts that there are, each once, and none that builds on what comes later? */
final class ReadingOrderReferences implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        ReadingOrder reading = catalogue.library().reading();
        KnownSlugs concepts = KnownSlugs.ofConcepts(catalogue.library());
        Set<String> placed = new HashSet<>();
        for (ReadingOrder.Group group : reading.groups()) {
            for (String concept : group.concepts().list()) {
                Location place = place(group.concepts(), concept);
                concepts.check(concept, place, findings);
                if (!placed.add(concept)) {
                    findings.add(Diagnostic.error(Rule.DUPLICATE_ID, place, "\"" + concept + "\" has a place already")
                            .withLength(concept.length()));
                }
            }
        }
        reading.first()
                .forEach((concept, before) -> before.list()
                        .forEach(known ->
                                checkBefore(concept, known, place(before, known), reading, concepts, findings)));
        for (ReadingOrder.ReadingPath path : reading.paths()) {
            for (String stop : path.stops().list()) {
                checkStop(catalogue, concepts, stop, place(path.stops(), stop), findings);
            }
        }
    }

    private static Location place(PlacedWords words, String word) {
        return Objects.requireNonNull(words.places().get(word), word);
    }

    private static void checkBefore(
            String concept,
            String known,
            Location place,
            ReadingOrder reading,
            KnownSlugs concepts,
            Diagnostics.Builder findings) {
        concepts.check(concept, place, findings);
        concepts.check(known, place, findings);
        List<String> order = reading.concepts();
        if (order.indexOf(known) >= order.indexOf(concept) && order.contains(concept) && order.contains(known)) {
            findings.add(Diagnostic.error(
                            Rule.IMPOSSIBLE_VALUE,
                            place,
                            "\"" + concept + "\" builds on \"" + known + "\", which comes after it")
                    .withHint("change their order, or leave it out")
                    .withLength(known.length()));
        }
    }

    private static void checkStop(
            Catalogue catalogue, KnownSlugs concepts, String stop, Location place, Diagnostics.Builder findings) {
        int hash = stop.indexOf('#');
        String slug = hash < 0 ? stop : stop.substring(0, hash);
        concepts.check(slug, place, findings);
        Optional<Note> note = catalogue.concept(slug);
        if (hash < 0 || note.isEmpty()) {
            return;
        }
        String anchor = stop.substring(hash + 1);
        if (note.get().document().heading(anchor).isEmpty()) {
            List<String> ids =
                    note.get().document().headings().stream().map(Heading::id).toList();
            findings.add(Diagnostic.error(
                            Rule.DEAD_ANCHOR,
                            place,
                            "no heading of " + note.get().path() + " has the id \"" + anchor + "\"")
                    .withHint(Suggestion.hint(anchor, ids))
                    .withLength(stop.length()));
        }
    }
}
