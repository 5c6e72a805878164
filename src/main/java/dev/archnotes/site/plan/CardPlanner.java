package dev.archnotes.site.plan;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.ComparePage;
import dev.archnotes.site.page.ConceptPage;
import dev.archnotes.site.page.Dates;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.HomePage;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.SearchPage;
import dev.archnotes.site.page.VariantPage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plans the card of every page that may be shared, from what the page itself shows. */
public final class CardPlanner {
    private final Catalogue catalogue;
    private final Map<String, Card.Subject> subjects = new TreeMap<>();
    private final Map<String, Variant> sheets = new TreeMap<>();

    public CardPlanner(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Variant variant : catalogue.variants()) {
            subjects.put(variant.id(), subject(variant));
            sheets.put(Paths.variant(variant).value(), variant);
        }
    }

    /** The cards by the path of their page; a page that no one shares has none. */
    public Map<PagePath, Card> plan(List<Page> pages) {
        Map<PagePath, Card> cards = new TreeMap<>();
        for (Page page : pages) {
            if (!(page instanceof NotFoundPage) && !(page instanceof SearchPage)) {
                cards.put(page.head().path(), card(page));
            }
        }
        return cards;
    }

    private Card card(Page page) {
        Head head = page.head();
        if (page instanceof ModelPage model) {
            ModelFamily family = catalogue.family(model.note().note().slug()).orElseThrow();
            return new Card(
                    path(head),
                    family.organization() + " · " + Dates.print(family.announced()),
                    head.title(),
                    model.note().key(),
                    "",
                    List.of(subjects.get(family.flagship().id())),
                    List.of());
        } else if (page instanceof VariantPage sheet) {
            Variant variant = sheets.get(head.path().value());
            ModelFamily family = catalogue.family(variant.family()).orElseThrow();
            return new Card(
                    path(head),
                    family.organization() + " · " + Dates.print(variant.announced()),
                    variant.name(),
                    "Every figure with its working, from the released configuration.",
                    "",
                    List.of(subjects.get(variant.id())),
                    List.of());
        } else if (page instanceof ConceptPage concept) {
            return new Card(
                    path(head),
                    "Concept",
                    head.title(),
                    concept.note().key(),
                    ConceptParts.color(concept.note().note().slug()),
                    List.of(),
                    users(concept.note().note()));
        } else if (page instanceof PairPage pair) {
            return new Card(
                    path(head),
                    "Comparison",
                    "",
                    pair.sentence(),
                    "",
                    List.of(
                            shown(head, pair.firstVariant().sheet()),
                            shown(head, pair.secondVariant().sheet())),
                    List.of());
        } else if (page instanceof HomePage
                || page instanceof IndexPage && head.section() == Head.Section.MODELS
                || page instanceof ComparePage) {
            String title = page instanceof HomePage home ? home.headline() : head.title();
            return new Card(
                    path(head),
                    catalogue.variants().isEmpty()
                            ? ""
                            : catalogue.variants().size()
                                    + (catalogue.variants().size() == 1 ? " model" : " models"),
                    title,
                    head.description(),
                    "",
                    catalogue.familiesByDate().stream()
                            .map(family -> subjects.get(family.flagship().id()))
                            .toList(),
                    List.of());
        }
        return new Card(path(head), "", head.title(), head.description(), "", List.of(), List.of());
    }

    /** {@code cards/models/qwen3.png}. */
    private static String path(Head head) {
        String page = head.path().value();
        return "cards/" + (page.isEmpty() ? "home" : page.endsWith("/") ? page.substring(0, page.length() - 1) : page)
                + ".png";
    }

    private Card.Subject shown(Head head, Link variant) {
        return catalogue.variants().stream()
                .filter(model -> head.path().to(Paths.variant(model)).equals(variant.href()))
                .map(model -> subjects.get(model.id()))
                .findFirst()
                .orElseThrow();
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
        double share = (double) sheet.whole("parameters.active.all") / sheet.whole("parameters.total");
        return new Card.Subject(
                variant.name(),
                LayerStrip.cellOf(variant),
                share,
                List.of(
                        figure(sheet, "parameters", "parameters.total"),
                        figure(sheet, "active", "parameters.active.all"),
                        figure(sheet, "cache per token", "kv_cache.bytes_per_token"),
                        figure(sheet, "tokens of context", "context.configured")));
    }

    private static Card.Figure figure(FactSheet sheet, String label, String path) {
        return new Card.Figure(label, Cell.of(sheet.find(path), ""));
    }
}
