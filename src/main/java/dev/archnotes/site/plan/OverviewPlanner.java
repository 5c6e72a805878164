package dev.archnotes.site.plan;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Dates;
import dev.archnotes.model.number.Words;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.NotePlace;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.content.TrendSubject;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.chart.ScatterChart;
import dev.archnotes.site.drawing.chart.SizeBars;
import dev.archnotes.site.drawing.concept.ConceptMap;
import dev.archnotes.site.drawing.concept.MapConcept;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.label.Label;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.Chip;
import dev.archnotes.site.page.DataPage;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.HomePage;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.NotFoundPage;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.ReferencesPage;
import dev.archnotes.site.page.SearchPage;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans the pages that show everything of a kind: home, indexes, references, data, search. */
final class OverviewPlanner {
    /** A whole decoder block for fewer links would be an odd frame; they are listed. */
    private static final int FEWEST_ON_BLOCK = 3;

    private final Catalogue catalogue;
    private final Listings listings;

    /** Where concepts act, for notes without an order of their own. */
    private static final List<String> PLACES = List.of("Attention", "Other parts of a layer", "The whole model");

    private final NoteViews notes;
    private final OutlinePlanner outline;

    OverviewPlanner(Catalogue catalogue, Listings listings, NoteViews notes, OutlinePlanner outline) {
        this.notes = notes;
        this.outline = outline;
        this.catalogue = catalogue;
        this.listings = listings;
    }

    HomePage home() {
        PagePath page = PagePath.HOME;
        List<HomePage.Row> rows = new ArrayList<>();
        List<HomePage.Row> baselines = new ArrayList<>();
        SizeBars bars = homeBars();
        for (ModelFamily family : catalogue.familiesByDate()) {
            (catalogue.isBaseline(family) ? baselines : rows).add(row(family, page, bars));
        }
        List<HomePage.Era> eras = catalogue.library().timeline().eras().stream()
                .map(era -> new HomePage.Era(
                        years(era), era.name(), era.summary(), page.to(Paths.TIMELINE.value() + "#" + era.id())))
                .toList();
        List<MapConcept> concepts = catalogue.concepts().stream()
                .map(note -> new MapConcept(note.part(), note.title(), note.line(), page.to(Paths.note(note))))
                .toList();
        ConceptMap map = ConceptMap.of(concepts);
        boolean block = concepts.size() - map.others().size() >= FEWEST_ON_BLOCK;
        SiteSettings settings = catalogue.library().settings();
        List<Variant> variants = catalogue.familiesByDate().stream()
                .flatMap(family -> family.variants().stream())
                .toList();
        Head head = new Head(
                page,
                settings.headline().equals(settings.title())
                        ? settings.title()
                        : settings.title() + ": " + settings.headline(),
                Cards.shortTagline(settings),
                "page-home",
                Head.Section.NONE,
                List.of());
        return new HomePage(
                head,
                listings.site(head),
                settings.headline(),
                settings.tagline(),
                new HomePage.Models(
                        rows,
                        baselines,
                        variants.size() < 2
                                ? Optional.empty()
                                : Optional.of(ScatterChart.of(Charts.charted(catalogue, variants)))),
                new HomePage.History(
                        tree(page),
                        catalogue.library().timeline().isEmpty()
                                ? ""
                                : new HistoryCharts(catalogue, page)
                                        .finding()
                                        .orElse(catalogue.library().timeline().years()),
                        eras),
                trendsHeading(),
                trends(page),
                new HomePage.Concepts(
                        new ReadingOrderPlanner(catalogue, page).paths(),
                        block ? Optional.of(map.pictures()) : Optional.empty(),
                        block ? map.others() : concepts),
                noteEntries(page),
                catalogue.library().notes(NoteKind.TEXT).stream()
                        .filter(Note::isHome)
                        .findFirst()
                        .map(notes::view));
    }

    /** The notes that no navigation leads to; where there are folders, what lies at the top. */
    private List<HomePage.NoteEntry> noteEntries(PagePath page) {
        if (catalogue.outline().isShown()) {
            return outline.top().stream()
                    .map(entry -> new HomePage.NoteEntry(entry.link(), entry.line()))
                    .toList();
        }
        return catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(note -> note.front().frame().place().isEmpty() && !note.isHome())
                .map(note -> new HomePage.NoteEntry(new Link(note.title(), page.to(Paths.note(note))), note.line()))
                .toList();
    }

    /** What the models described here took up; the whole tree stands on the page of the timeline. */
    private Optional<ByWidth> tree(PagePath page) {
        return catalogue.library().timeline().histories().isEmpty()
                ? Optional.empty()
                : Optional.of(new HistoryCharts(catalogue, page).adoption());
    }

    /** A scale that ends at the largest cache shown. */
    private SizeBars homeBars() {
        List<FactSheet> sheets = catalogue.familiesByDate().stream()
                .map(family -> catalogue.sheet(family.flagship()))
                .toList();
        return new SizeBars(most(sheets, FactPath.kvCacheBytesAt(32_768)));
    }

    private static long most(List<FactSheet> sheets, FactPath path) {
        return sheets.stream().mapToLong(sheet -> sheet.whole(path)).max().orElse(1);
    }

    static String years(Timeline.Era era) {
        return era.from() == era.to() ? Integer.toString(era.from()) : era.from() + "–" + era.to();
    }

    private HomePage.Row row(ModelFamily family, PagePath page, SizeBars bars) {
        Facts facts = new Facts(catalogue, page);
        Variant shown = family.flagship();
        FactSheet sheet = catalogue.sheet(shown);
        Cell released = Cell.date(family.announced());
        return new HomePage.Row(
                new Link(catalogue.familyName(family), page.to(Paths.family(family.slug()))),
                family.organization(),
                shown.id(),
                family.variants().size() == 1 ? "" : shown.name(),
                released,
                LayerStrip.of(shown, sheet).cell(),
                facts.cell(shown, FactPath.PARAMETERS_TOTAL),
                facts.cell(shown, FactPath.PARAMETERS_ACTIVE_ALL),
                bars.share(sheet.whole(FactPath.PARAMETERS_TOTAL), sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL)),
                sheet.print(FactPath.ATTENTION_MIX).orElse(""),
                facts.cell(shown, FactPath.kvCacheBytesAt(32_768)),
                bars.cache(sheet.whole(FactPath.kvCacheBytesAt(32_768))),
                facts.cell(shown, FactPath.CONTEXT_CONFIGURED),
                shown.license());
    }

    /** What all trends amount to, if the note says it in a sentence. */
    private String trendsHeading() {
        return catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(text -> text.front().frame().place().equals(Optional.of(NotePlace.TRENDS)))
                .map(note -> note.key().replaceFirst("\\.$", ""))
                .findFirst()
                .orElse("");
    }

    /** The trends are the second-level headings of the note on trends, each stated by its first paragraph. */
    private List<HomePage.Trend> trends(PagePath page) {
        Optional<Note> note = catalogue.library().notes(NoteKind.TEXT).stream()
                .filter(text -> text.front().frame().place().equals(Optional.of(NotePlace.TRENDS)))
                .findFirst();
        TrendCharts charts = new TrendCharts(catalogue);
        List<HomePage.Trend> trends = new ArrayList<>();
        if (note.isPresent()) {
            for (TextSection section : note.get().document().sections()) {
                Optional<Heading> heading = note.get().document().headings().stream()
                        .filter(h -> h.id().equals(section.headingId()) && h.level() == 2)
                        .findFirst();
                if (heading.isPresent() && trends.size() < 5) {
                    Link link = new Link(
                            section.heading(), page.to(Paths.note(note.get()).value() + "#" + section.headingId()));
                    Optional<TrendSubject> subject = Optional.ofNullable(
                            note.get().front().frame().charts().get(section.headingId()));
                    trends.add(new HomePage.Trend(link, firstSentence(section.text()), subject.flatMap(charts::of)));
                }
            }
        }
        return trends;
    }

    private static String firstSentence(String text) {
        int newline = text.indexOf('\n');
        String line = newline < 0 ? text : text.substring(0, newline);
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    IndexPage models() {
        PagePath page = Paths.MODELS;
        List<IndexPage.Entry> families = new ArrayList<>();
        List<IndexPage.Entry> baselines = new ArrayList<>();
        for (ModelFamily family : catalogue.familiesByDate()) {
            Optional<Note> note = catalogue.modelNote(family.slug());
            List<Chip> chips = family.variants().stream()
                    .map(variant -> new Chip(variant.name(), Optional.empty(), page.to(Paths.variant(variant))))
                    .toList();
            IndexPage.Entry entry = new IndexPage.Entry(
                    new Link(catalogue.familyName(family), page.to(Paths.family(family.slug()))),
                    note.map(Note::line).orElse(""),
                    family.organization()
                            + (family.announced().isEmpty() ? "" : ", " + Dates.print(family.announced())),
                    Optional.of(family.flagship().id()),
                    chips);
            (catalogue.isBaseline(family) ? baselines : families).add(entry);
        }
        Head head = new Head(
                page,
                "Models",
                counted(families.size(), baselines.size()),
                "page-index",
                Head.Section.MODELS,
                Crumbs.to(page));
        List<IndexPage.Group> groups = Stream.of(
                        new IndexPage.Group("", families), new IndexPage.Group("Baselines", baselines))
                .filter(group -> !group.entries().isEmpty())
                .toList();
        return new IndexPage(
                head,
                listings.ofAllModels(head, head.title()),
                families.size() + baselines.size() == 1
                        ? "The data sheets of its variants."
                        : "Families in order of announcement, each with the data sheets of its variants.",
                List.of(),
                groups);
    }

    private static String counted(int families, int baselines) {
        String text = families == 0
                ? ""
                : Words.number(families) + (families == 1 ? " family" : " families") + " of language models";
        if (baselines > 0) {
            text += (text.isEmpty() ? "" : " and ")
                    + Words.number(baselines)
                    + (baselines == 1 ? " baseline" : " baselines");
        }
        return Words.capital(text) + (families + baselines == 1 ? "" : ", in order of announcement,")
                + " with every variant's data sheet.";
    }

    IndexPage concepts() {
        PagePath page = Paths.CONCEPTS;
        Head head = new Head(
                page,
                "Concepts",
                "The mechanisms that open-weight language models share, from attention kinds to scaling laws, "
                        + "each with the models that use it.",
                "page-index",
                Head.Section.CONCEPTS,
                Crumbs.to(page));
        return new IndexPage(
                head,
                listings.plain(Listing.Role.ARTICLE, head),
                catalogue.library().reading().groups().isEmpty()
                        ? "What the models are made of, one note each."
                        : "What the models are made of, one note each, in an order to learn it in.",
                new ReadingOrderPlanner(catalogue, page).paths(),
                conceptGroups(page));
    }

    /** The concepts in the order of the notes, or by where they act; under no headings where there would be one. */
    private List<IndexPage.Group> conceptGroups(PagePath page) {
        Map<String, List<IndexPage.Entry>> groups = new LinkedHashMap<>();
        List<ReadingOrder.Group> order = catalogue.library().reading().groups();
        (order.isEmpty()
                        ? PLACES
                        : order.stream().map(ReadingOrder.Group::heading).toList())
                .forEach(heading -> groups.put(heading, new ArrayList<>()));
        for (Note note : catalogue.concepts()) {
            groups.computeIfAbsent(order.isEmpty() ? place(note) : group(note, order), name -> new ArrayList<>())
                    .add(conceptEntry(note, page));
        }
        groups.values().removeIf(List::isEmpty);
        return groups.entrySet().stream()
                .map(group -> new IndexPage.Group(groups.size() > 1 ? group.getKey() : "", group.getValue()))
                .toList();
    }

    private static String group(Note note, List<ReadingOrder.Group> order) {
        return order.stream()
                .filter(group -> group.concepts().list().contains(note.slug()))
                .findFirst()
                .map(ReadingOrder.Group::heading)
                .orElse("More");
    }

    private static String place(Note note) {
        Optional<PartColor> part = ConceptParts.color(note);
        return part.equals(Optional.of(PartColor.ATTENTION))
                ? PLACES.get(0)
                : PLACES.get(part.isEmpty() ? PLACES.size() - 1 : 1);
    }

    private IndexPage.Entry conceptEntry(Note note, PagePath page) {
        int all = catalogue.variants().size();
        long users = catalogue.variants().stream()
                .filter(variant -> uses(note, variant))
                .count();
        String used = users == all ? "every model" : users == 0 ? "no model" : users + " of " + all + " variants";
        List<Chip> chips = note.features().isEmpty() || all == 0
                ? List.of()
                : List.of(new Chip(used, ConceptParts.color(note), ""));
        return new IndexPage.Entry(
                new Link(note.title(), page.to(Paths.note(note))), note.line(), "", Optional.empty(), chips);
    }

    static boolean uses(Note concept, Variant variant) {
        return concept.features().stream()
                .map(MechanismGroup::named)
                .flatMap(Optional::stream)
                .anyMatch(group -> group.usedBy(variant.architecture()));
    }

    ReferencesPage references() {
        PagePath page = Paths.REFERENCES;
        List<ReferencesPage.Entry> entries = new ArrayList<>();
        Map<String, List<Note>> citations = catalogue.citations();
        Set<String> onTimeline = timelineCitations();
        Set<String> inGlossary = glossaryCitations();
        for (Reference reference : catalogue.library().references().values()) {
            List<Link> citing = citations.getOrDefault(reference.key(), List.of()).stream()
                    .map(note -> new Link(note.title(), page.to(Paths.note(note))))
                    .toList();
            List<Link> all = new ArrayList<>(citing);
            if (onTimeline.contains(reference.key())) {
                all.add(new Link("Timeline", page.to(Paths.TIMELINE)));
            }
            if (inGlossary.contains(reference.key())) {
                all.add(new Link("Glossary", page.to(Paths.GLOSSARY)));
            }
            catalogue.library().lineage().edges().stream()
                    .filter(edge -> edge.cite().equals(reference.key()))
                    .forEach(edge -> all.add(new Link(
                            familyName(edge.from()) + " against " + familyName(edge.to()),
                            page.to(Paths.pair(edge.from(), edge.to())))));
            if (!all.isEmpty()) {
                entries.add(new ReferencesPage.Entry(reference, all));
            }
        }
        Head head = new Head(
                page,
                Label.REFERENCES.in(language()),
                "The bibliography: papers, technical reports, model cards and code that the notes cite, with BibTeX.",
                "page-text",
                Head.Section.NONE,
                Crumbs.to(page));
        return ReferencesPage.of(head, listings.references(head), entries);
    }

    /** The entries of the bibliography for copying. */
    ReferencesPage.Bibtex bibtex(ReferencesPage references) {
        PagePath page = Paths.BIBTEX;
        Head head = new Head(
                page,
                "BibTeX",
                "The BibTeX entries of everything that the notes cite, for copying.",
                "page-text",
                Head.Section.NONE,
                Crumbs.to(page, language(), Label.REFERENCES.in(language()), Paths.REFERENCES));
        return new ReferencesPage.Bibtex(head, listings.plain(Listing.Role.ARTICLE, head), references.entries());
    }

    private String familyName(String slug) {
        return catalogue.family(slug).map(catalogue::familyName).orElse(slug);
    }

    /** The keys that definitions cite. */
    private Set<String> glossaryCitations() {
        Set<String> keys = new TreeSet<>();
        for (Glossary.Term term : catalogue.library().glossary().terms()) {
            term.meaning().documents().forEach(document -> keys.addAll(document.citedKeys()));
        }
        return keys;
    }

    /** The keys that events and mechanisms of the timeline cite. */
    private Set<String> timelineCitations() {
        Timeline timeline = catalogue.library().timeline();
        Set<String> keys = new TreeSet<>();
        timeline.events().forEach(event -> keys.add(event.cite()));
        timeline.histories().forEach(mechanism -> {
            mechanism.descends().forEach(descent -> keys.add(descent.claim().cite()));
            mechanism.steps().forEach(step -> {
                keys.add(step.claim().cite());
                step.origin().ifPresent(origin -> keys.add(origin.claim().cite()));
            });
        });
        return keys;
    }

    DataPage data() {
        PagePath page = Paths.DATA;
        Map<FactDefinition.Group, List<DataPage.Field>> groups = new LinkedHashMap<>();
        for (FactDefinition definition : Dictionary.DEFINITIONS) {
            groups.computeIfAbsent(definition.group(), group -> new ArrayList<>())
                    .add(new DataPage.Field(
                            definition.path().text(),
                            definition.label(),
                            definition.description(),
                            example(definition.path())));
        }
        List<DataPage.Group> printed = groups.entrySet().stream()
                .map(entry -> new DataPage.Group(entry.getKey().label(), entry.getValue()))
                .toList();
        Head head = new Head(
                page,
                "Data",
                "Every fact of every variant as JSON and CSV, with a JSON Schema and a dictionary of all fields.",
                "page-text",
                Head.Section.NONE,
                Crumbs.to(page));
        return new DataPage(
                head,
                listings.plain(Listing.Role.DATASET, head),
                printed,
                catalogue.variants().get(0).id(),
                catalogue.variants().size(),
                catalogue.library().settings().treatment().license(),
                (catalogue.library().settings().addresses().isPublished()
                                ? catalogue.library().settings().addresses().base()
                                : "https://example.org/")
                        + Paths.DATA.value(),
                catalogue.library().notes().stream()
                        .anyMatch(note -> !note.disagreements().entries().isEmpty()));
    }

    private String example(FactPath path) {
        for (Variant variant : catalogue.variants()) {
            Optional<Fact> fact = catalogue.sheet(variant).find(path);
            if (fact.isPresent()) {
                return fact.get().value().print() + " (" + variant.name() + ")";
            }
        }
        return "";
    }

    private Language language() {
        return catalogue.library().settings().language();
    }

    SearchPage search() {
        return new SearchPage(new Head(
                Paths.SEARCH,
                Label.SEARCH.in(language()),
                catalogue.variants().isEmpty()
                        ? Label.SEARCH_DESCRIPTION.in(language())
                        : "Search the notes, models, concepts and comparisons, or ask for facts: experts>128, "
                                + "attention:mla, window.",
                "page-search",
                Head.Section.NONE,
                Crumbs.to(Paths.SEARCH, language())));
    }

    NotFoundPage notFound() {
        String path =
                URI.create(catalogue.library().settings().addresses().base()).getPath();
        return new NotFoundPage(
                new Head(
                        Paths.NOT_FOUND,
                        Label.NOT_HERE.in(language()),
                        catalogue.variants().isEmpty() || catalogue.concepts().isEmpty()
                                ? Label.NO_PAGE_BEGIN.in(language())
                                : "No page has this address. Search the site, or go to the models, the concepts "
                                        + "or the comparison.",
                        "page-404",
                        Head.Section.NONE,
                        List.of()),
                path.isEmpty() ? "/" : path);
    }
}
