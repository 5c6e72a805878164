package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.markdown.node.Heading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Do the models and figures exist that disagreements name, and has each of them an anchor of its own? */
final class DisagreementReferences implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        KnownSlugs models = KnownSlugs.ofModels(catalogue.library());
        for (Note note : catalogue.library().notes()) {
            Map<String, Location> anchors = anchors(note);
            for (Disagreements.Group group : note.disagreements().groups()) {
                checkAnchor(note, group.id(), group.idPlace(), anchors, findings);
                checkModels(models, group.models(), group.idPlace(), findings);
                for (Disagreements.Entry entry : group.entries()) {
                    checkAnchor(note, entry.id(), entry.idPlace(), anchors, findings);
                    checkModels(models, entry.models(), entry.idPlace(), findings);
                    for (String figure : entry.figures().list()) {
                        checkFigure(catalogue, figure, place(entry.figures(), figure, entry.idPlace()), findings);
                    }
                }
            }
        }
    }

    private static Map<String, Location> anchors(Note note) {
        Map<String, Location> anchors = new HashMap<>();
        for (Heading heading : note.document().headings()) {
            anchors.putIfAbsent(heading.id(), heading.location());
        }
        return anchors;
    }

    private static void checkAnchor(
            Note note, String id, Location place, Map<String, Location> anchors, Diagnostics.Builder findings) {
        if (id.isEmpty()) {
            return;
        }
        if (note.kind().pageHasId(id) || id.equals("references")) {
            findings.add(
                    Diagnostic.error(Rule.DUPLICATE_ID, place, "the page has a part of its own called \"" + id + "\"")
                            .withHint("write another id")
                            .withLength(id.length()));
            return;
        }
        Location before = anchors.putIfAbsent(id, place);
        if (before != null) {
            findings.add(Diagnostic.error(
                            Rule.DUPLICATE_ID,
                            place,
                            "the id \"" + id + "\" is used in " + before.path() + " on line " + before.line()
                                    + " already")
                    .withHint("write another id")
                    .withLength(id.length()));
        }
    }

    private static void checkModels(
            KnownSlugs models, PlacedWords named, Location otherwise, Diagnostics.Builder findings) {
        named.list().forEach(slug -> models.check(slug, place(named, slug, otherwise), findings));
    }

    private static void checkFigure(Catalogue catalogue, String figure, Location place, Diagnostics.Builder findings) {
        Optional<FactTarget> target =
                FactTarget.parse(figure, place).filter(found -> found.parts().size() == 1);
        if (target.isPresent()) {
            CheckedFacts.find(target.get().parts().get(0), catalogue, findings);
        } else {
            findings.add(Diagnostic.error(Rule.UNKNOWN_FACT, place, "\"" + figure + "\" does not name a figure")
                    .withHint("write variant/path, for example qwen3-32b/context.configured")
                    .withLength(figure.length()));
        }
    }

    private static Location place(PlacedWords words, String word, Location otherwise) {
        return words.places().getOrDefault(word, otherwise);
    }
}
