package dev.archnotes.site.plan;

import dev.archnotes.model.compare.AspectChange;
import dev.archnotes.model.compare.Relative;
import dev.archnotes.model.compare.Relatives;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Explanation;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.drawing.chart.Charted;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.Chip;
import dev.archnotes.site.page.FactView;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.ModelPage;
import dev.archnotes.site.page.NoteView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plans the pages of families and the data sheets of variants. */
final class ModelPlanner {
    private static final int MOST_CHARTED = 6;
    private final Catalogue catalogue;
    private final Listings listings;
    private final Relatives relatives;

    ModelPlanner(Catalogue catalogue, Listings listings, Relatives relatives) {
        this.catalogue = catalogue;
        this.listings = listings;
        this.relatives = relatives;
    }

    ModelPage family(ModelFamily family, NoteView view) {
        Note note = view.note();
        PagePath page = Paths.family(family.slug());
        List<Charted> charted = Charts.charted(catalogue, charted(family));
        List<Chip> mechanisms = new ArrayList<>();
        for (Note concept : catalogue.concepts()) {
            boolean all = concept.features().contains("all");
            if (!all && family.variants().stream().anyMatch(variant -> OverviewPlanner.uses(concept, variant))) {
                mechanisms.add(new Chip(concept.title(), ConceptParts.color(concept), page.to(Paths.note(concept))));
            }
        }
        PublishedFigures figures = PublishedFigures.of(family.variants(), catalogue::sheet);
        List<ModelPage.PublishedVariant> published = family.variants().stream()
                .map(variant -> new ModelPage.PublishedVariant(
                        variant.name(), PublishedRows.of(variant, figures, new Facts(catalogue, page))))
                .filter(variant -> !variant.rows().isEmpty())
                .toList();
        Head head = new Head(
                page,
                note.title(),
                note.description(),
                "page-model",
                Head.Section.MODELS,
                Crumbs.to(page, "Models", Paths.MODELS));
        return new ModelPage(
                head,
                listings.family(head, family, note),
                view,
                new ModelPage.Release(family.organization(), Cell.date(family.announced())),
                shown(family.flagship(), note, page),
                charts(charted, note),
                mechanisms,
                new Facts(catalogue, page)
                        .table(
                                "tab:variants",
                                variantsCaption(note, family),
                                family.variants(),
                                familyColumns(family),
                                Columns.FAMILY),
                published,
                new ModelPage.Neighbors(
                        relatives(family, page), neighbor(family, page, -1), neighbor(family, page, 1)));
    }

    /** The charts that the note does not have. */
    private static ModelPage.Charts charts(List<Charted> charted, Note note) {
        List<Variant> variants = charted.stream().map(Charted::variant).toList();
        return new ModelPage.Charts(
                unless(shows(note, BlockKind.MEMORY, variants), () -> MemoryCurve.of(charted)),
                unless(shows(note, BlockKind.COST, variants), () -> CostCurve.of(charted)),
                unless(shows(note, BlockKind.PARAMETERS, variants), () -> ParameterBars.of(charted)));
    }

    /** Whether a block of the note shows all of these variants, perhaps beside others. */
    private static boolean shows(Note note, BlockKind kind, List<Variant> variants) {
        List<String> ids = variants.stream().map(Variant::id).toList();
        return note.blocks().stream()
                .anyMatch(block -> block.kind() == kind && block.models().list().containsAll(ids));
    }

    private static <T> Optional<T> unless(boolean shown, Supplier<T> drawing) {
        return shown ? Optional.empty() : Optional.of(drawing.get());
    }

    private ModelPage.Shown shown(Variant variant, Note note, PagePath page) {
        return new ModelPage.Shown(
                variant.id(),
                new Link(variant.name(), page.to(Paths.variant(variant))),
                page.to(Paths.calculator(variant)),
                new Facts(catalogue, page).strip(variant),
                new Charts(catalogue, page).architecture(variant),
                unless(
                        shows(note, BlockKind.LAYERS, List.of(variant)),
                        () -> LayerStrip.of(variant, catalogue.sheet(variant))),
                Ledgers.decoder(catalogue.ledger(variant)),
                Numerals.grouped(catalogue.sheet(variant).whole(FactPath.PARAMETERS_TOTAL)));
    }

    /**
     * The three nearest in structure, each with what differs most; then families of known descent that are not among
     * them.
     */
    private List<ModelPage.RelativeView> relatives(ModelFamily family, PagePath page) {
        List<ModelPage.RelativeView> views = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        for (Relative relative : relatives.nearest(family.slug(), 3)) {
            catalogue.family(relative.family()).ifPresent(other -> {
                shown.add(other.slug());
                views.add(new ModelPage.RelativeView(
                        new Link(catalogue.familyName(other), page.to(Paths.pair(family, other))),
                        differences(relative)));
            });
        }
        for (Lineage.Edge edge : catalogue.library().lineage().of(family.slug())) {
            String slug = edge.from().equals(family.slug()) ? edge.to() : edge.from();
            if (!shown.contains(slug)) {
                catalogue
                        .family(slug)
                        .ifPresent(other -> views.add(new ModelPage.RelativeView(
                                new Link(catalogue.familyName(other), page.to(Paths.pair(family, other))),
                                edge.sentence())));
            }
        }
        return views;
    }

    /** What sets a relative apart, and which of the two has it. */
    private String differences(Relative relative) {
        List<String> has = new ArrayList<>();
        List<String> lacks = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (AspectChange change : relative.comparison().changes()) {
            for (AspectChange.Explained told : change.explained()) {
                String key = told.mechanism().key();
                Explanation text = catalogue.library().explanations().byId().get(key);
                if (text == null || seen.size() == 3 || seen.contains(text.name())) {
                    continue;
                }
                seen.add(text.name());
                boolean own = relative.own().uses(told.mechanism());
                boolean other = relative.other().uses(told.mechanism());
                (own && other ? uses : other ? has : lacks).add(text.name());
            }
        }
        List<String> words = new ArrayList<>();
        if (!has.isEmpty()) {
            words.add("has " + String.join(", ", has));
        }
        if (!lacks.isEmpty()) {
            words.add("lacks " + String.join(", ", lacks));
        }
        if (!uses.isEmpty()) {
            words.add("uses in other layers " + String.join(", ", uses));
        }
        return words.isEmpty() ? "the same mechanisms, other sizes" : String.join("; ", words);
    }

    /**
     * The variants that a chart can tell apart: all, or six spread evenly over more; those with the same architecture
     * once.
     */
    private static List<Variant> charted(ModelFamily family) {
        List<Variant> distinct = new ArrayList<>();
        for (Variant variant : family.variants()) {
            if (distinct.stream().noneMatch(other -> other.architecture().equals(variant.architecture()))) {
                distinct.add(variant);
            }
        }
        if (distinct.size() <= MOST_CHARTED) {
            return distinct;
        }
        List<Variant> chosen = new ArrayList<>();
        for (int i = 0; i < MOST_CHARTED; i++) {
            chosen.add(distinct.get(i * (distinct.size() - 1) / (MOST_CHARTED - 1)));
        }
        return chosen;
    }

    /** The facts in which the variants differ, and those that nobody would miss. */
    private List<FactPath> familyColumns(ModelFamily family) {
        return Columns.FAMILY.stream()
                .map(path -> withinContext(family, path))
                .filter(path -> path.equals(withinContext(family, FactPath.kvCacheBytesAt(32_768)))
                        || Columns.FAMILY_ALWAYS.contains(path)
                        || printed(family, path).size() > 1)
                .toList();
    }

    /** No cache is shown at a length that none of the variants has. */
    private static FactPath withinContext(ModelFamily family, FactPath path) {
        long longest = family.variants().stream()
                .mapToLong(variant -> variant.context().configured())
                .max()
                .orElse(0);
        return path.equals(FactPath.kvCacheBytesAt(32_768)) ? Facts.headlineCache(longest) : path;
    }

    /** What the table holds, and in words what needs no column because all variants have it alike. */
    private String variantsCaption(Note note, ModelFamily family) {
        if (family.variants().size() == 1) {
            return "The only variant of " + note.title() + "; its name leads to its data sheet.";
        }
        List<String> alike = new ArrayList<>();
        for (FactPath path : Columns.FAMILY) {
            Set<String> printed = printed(family, path);
            if (!Columns.FAMILY_ALWAYS.contains(path) && printed.size() == 1 && !printed.contains("")) {
                alike.add(
                        Dictionary.of(path).label() + ": " + printed.iterator().next());
            }
        }
        return "The variants of " + note.title() + ", from their specifications."
                + (alike.isEmpty() ? "" : " The same in all of them: " + String.join("; ", alike) + ".");
    }

    /** A fact as the variants of a family print it; empty for one that does not have it. */
    private Set<String> printed(ModelFamily family, FactPath path) {
        return family.variants().stream()
                .map(variant -> catalogue.sheet(variant).print(path).orElse(""))
                .collect(Collectors.toSet());
    }

    private Optional<ModelPage.Neighbor> neighbor(ModelFamily family, PagePath page, int step) {
        List<ModelFamily> families = catalogue.familiesByDate();
        int at = families.indexOf(family) + step;
        if (at < 0 || at >= families.size()) {
            return Optional.empty();
        }
        ModelFamily other = families.get(at);
        return Optional.of(new ModelPage.Neighbor(
                new Link(catalogue.familyName(other), page.to(Paths.family(other.slug()))),
                Cell.date(other.announced())));
    }

    VariantPage variant(ModelFamily family, Variant variant) {
        PagePath page = Paths.variant(variant);
        Facts facts = new Facts(catalogue, page);
        FactSheet sheet = catalogue.sheet(variant);
        WeightInventory inventory = catalogue.ledger(variant);
        Map<FactDefinition.Group, List<FactView>> groups = new LinkedHashMap<>();
        for (FactDefinition definition : Dictionary.DEFINITIONS) {
            // a state keeps no token: that it has no such figure is said where others have theirs
            boolean said = sheet.find(definition.path()).isPresent()
                    || definition.path().text().startsWith("kv_cache.naive");
            if (said && definition.group() != FactDefinition.Group.IDENTITY) {
                FactView fact = facts.view(variant, definition.path(), "");
                boolean known = definition.path().equals(FactPath.CONTEXT_TRAINED)
                        && fact.cell()
                                .plain()
                                .equals(facts.cell(variant, FactPath.CONTEXT_CONFIGURED)
                                        .plain());
                groups.computeIfAbsent(definition.group(), group -> new ArrayList<>())
                        .add(known ? fact.saying("as configured") : fact);
            }
        }
        List<VariantPage.FigureGroup> figures = groups.entrySet().stream()
                .map(group -> new VariantPage.FigureGroup(
                        "figures-"
                                + group.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        group.getKey().label(),
                        group.getValue().stream()
                                .filter(fact -> !fact.isZero() && !FigureMatrix.holds(fact))
                                .toList(),
                        FigureMatrix.of(group.getValue(), sheet.whole(FactPath.CONTEXT_CONFIGURED)),
                        group.getValue().stream()
                                .filter(fact -> fact.isZero() && !FigureMatrix.holds(fact))
                                .toList()))
                .toList();
        List<Link> siblings = family.variants().stream()
                .map(other -> new Link(other.name(), page.to(Paths.variant(other))))
                .toList();
        String name = catalogue.familyName(family);
        Link up = new Link(name, page.to(Paths.family(family.slug())));
        List<Link> crumbs = new ArrayList<>(Crumbs.to(page, "Models", Paths.MODELS));
        crumbs.add(up);
        Head head = new Head(
                page,
                variant.name() + ": data sheet",
                "Every figure of " + variant.name()
                        + " with its working: parameters tensor by tensor, KV cache layer by layer, memory and "
                        + "cost, from the released configuration.",
                "page-model",
                Head.Section.MODELS,
                crumbs);
        return new VariantPage(
                head,
                listings.variant(head, family, variant),
                variant.id(),
                up,
                page.to(Paths.calculator(variant)),
                siblings,
                facts.strip(variant),
                new Charts(catalogue, page).architecture(variant),
                LayerStrip.of(variant, sheet),
                new VariantPage.Specification(
                        SpecificationRows.of(variant), variant.confidence().orElse(""), variant.sources()),
                figures,
                new VariantPage.Ledger(
                        Ledgers.decoder(inventory),
                        Numerals.grouped(sheet.whole(FactPath.PARAMETERS_TOTAL)),
                        Ledgers.extras(inventory)),
                new VariantPage.Batches(BatchRows.of(variant), BatchRows.critical(variant)),
                PublishedRows.of(variant, PublishedFigures.of(family.variants(), catalogue::sheet), facts));
    }
}
