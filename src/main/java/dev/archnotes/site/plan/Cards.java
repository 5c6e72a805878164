package dev.archnotes.site.plan;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Dates;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Plans the cards of pages, from what the pages themselves show. */
final class Cards {
    private final Catalogue catalogue;
    private final Map<String, Card.Subject> subjects = new TreeMap<>();

    Cards(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Variant variant : catalogue.variants()) {
            subjects.put(variant.id(), subject(variant));
        }
    }

    Card family(Head head, ModelFamily family, Note note) {
        return new Card(
                Paths.card(head.path()),
                made(family, family.announced()),
                head.title(),
                note.line(),
                Optional.empty(),
                List.of(subjects.get(family.flagship().id())),
                List.of());
    }

    /** {@code DeepSeek · 26 Dec 2024}. */
    private static String made(ModelFamily family, String day) {
        return day.isEmpty() ? family.organization() : family.organization() + " · " + Dates.print(day);
    }

    Card variant(Head head, ModelFamily family, Variant variant) {
        return new Card(
                Paths.card(head.path()),
                made(family, variant.announced()),
                variant.name(),
                "Every figure with its working, from the released configuration.",
                Optional.empty(),
                List.of(subjects.get(variant.id())),
                List.of());
    }

    Card concept(Head head, Note note) {
        return new Card(
                Paths.card(head.path()),
                "Concept",
                head.title(),
                note.line(),
                ConceptParts.color(note),
                List.of(),
                users(note));
    }

    Card pair(Head head, String sentence, Variant first, Variant second) {
        return new Card(
                Paths.card(head.path()),
                "Comparison",
                "",
                sentence,
                Optional.empty(),
                List.of(subjects.get(first.id()), subjects.get(second.id())),
                List.of());
    }

    /** The card of the first page, which is also that of pages of which there is nothing to draw. */
    Card site() {
        SiteSettings settings = catalogue.library().settings();
        return ofAllModels(PagePath.HOME, settings.headline(), shortTagline(settings));
    }

    /** The tagline, or its first sentence where that is long enough. */
    static String shortTagline(SiteSettings settings) {
        String text = settings.tagline();
        int end = text.indexOf(". ");
        return end > 60 ? text.substring(0, end + 1) : text;
    }

    /** The card of a page that shows all models. */
    Card ofAllModels(Head head, String title) {
        return ofAllModels(head.path(), title, head.description());
    }

    private Card ofAllModels(PagePath page, String title, String description) {
        int variants = catalogue.variants().size();
        return new Card(
                Paths.card(page),
                variants == 0 ? "" : variants + (variants == 1 ? " model" : " models"),
                title,
                description,
                Optional.empty(),
                catalogue.familiesByDate().stream()
                        .map(family -> subjects.get(family.flagship().id()))
                        .toList(),
                List.of());
    }

    /** The card of a page of which there is no more to show than its title. */
    Card plain(Head head) {
        return new Card(
                Paths.card(head.path()), "", head.title(), head.description(), Optional.empty(), List.of(), List.of());
    }

    private List<Card.User> users(Note concept) {
        return catalogue.familiesByDate().stream()
                .map(family -> new Card.User(
                        catalogue.familyName(family),
                        family.variants().stream().anyMatch(variant -> OverviewPlanner.uses(concept, variant))))
                .toList();
    }

    private Card.Subject subject(Variant variant) {
        FactSheet sheet = catalogue.sheet(variant);
        double share = (double) sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL) / sheet.whole(FactPath.PARAMETERS_TOTAL);
        return new Card.Subject(
                variant.name(),
                LayerStrip.cellOf(variant),
                share,
                List.of(
                        figure(sheet, "parameters", FactPath.PARAMETERS_TOTAL),
                        figure(sheet, "active", FactPath.PARAMETERS_ACTIVE_ALL),
                        figure(sheet, "cache per token", FactPath.KV_CACHE_BYTES_PER_TOKEN),
                        figure(sheet, "tokens of context", FactPath.CONTEXT_CONFIGURED)));
    }

    private static Card.Figure figure(FactSheet sheet, String label, FactPath path) {
        return new Card.Figure(label, Cell.of(sheet.find(path), ""));
    }
}
