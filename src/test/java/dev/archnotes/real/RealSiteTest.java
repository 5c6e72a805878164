package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.site.browser.ReaderScripts;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.TextPage;
import dev.archnotes.site.page.VariantPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

/** What holds for every page of the published site, whatever the notes say. */
@Tag("site")
class RealSiteTest {
    private static final List<String> FAMILIES = List.of(
            "deepseek-v3-r1",
            "olmo-2",
            "gemma-3",
            "mistral-small-3.1",
            "llama-4",
            "qwen3",
            "smollm3",
            "kimi-k2",
            "gpt-oss",
            "grok-2.5",
            "glm-4.5",
            "qwen3-next",
            "gpt-2",
            "llama-3");
    private static final List<String> CONCEPTS = List.of(
            "multi-head-attention",
            "grouped-query-attention",
            "multi-head-latent-attention",
            "sliding-window-attention",
            "mixture-of-experts",
            "normalization",
            "positional-embeddings",
            "kv-cache",
            "memory-optimization",
            "scaling-laws",
            "inference-optimization",
            "linear-attention");
    private static final List<String> OVERVIEWS = List.of(
            "",
            "models/",
            "concepts/",
            "compare/",
            "timeline/",
            "trends/",
            "calculator/",
            "method/",
            "disagreements/",
            "references/",
            "search/",
            "data/",
            "404.html");
    private static final List<String> FILES_FOR_MACHINES = List.of(
            "data/models.json",
            "data/models.csv",
            "data/schema.json",
            "sitemap.xml",
            "feed.xml",
            "robots.txt",
            "llms.txt");

    /** The bars for a first visit, in bytes. */
    private static final int FIRST_LOAD = 60_000;

    private static final int LATE_ARITHMETIC = 45_000;
    private static final int LATE_READER = 60_000;
    private static final int LATE_FIGURES = 40_000;

    private static final int FONTS = 120_000;

    /** All notes at once, for printing: as heavy as all of them, run by no script, and nobody's first page. */
    private static final String BOOK = "book/index.html";

    /** Pages that no list of pages should name. */
    private static final Set<String> UNLISTED = Set.of("404.html", "search/index.html", BOOK);

    private static RealSite site;
    private static SiteLinks links;

    @BeforeAll
    static void build() {
        site = RealSite.get();
        links = new SiteLinks(site);
    }

    @Test
    void theNotesHaveNoFindings() {
        assertThat(site.result().findings().all()).isEmpty();
    }

    @Test
    void everyKindOfPageIsThere() {
        Set<String> kinds = Arrays.stream(Page.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        site.pages().forEach(page -> kinds.remove(page.getClass().getSimpleName()));
        // no note of the project has moved yet; GoldenPagesTest has one
        kinds.remove(TextPage.Moved.class.getSimpleName());
        assertThat(kinds).as("kinds of page without a page").isEmpty();
    }

    @Test
    void everyAddressOfTheProductIsThere() {
        List<String> expected = new ArrayList<>();
        OVERVIEWS.forEach(path -> expected.add(new PagePath(path).file()));
        FAMILIES.forEach(slug -> expected.add("models/" + slug + "/index.html"));
        CONCEPTS.forEach(slug -> expected.add("concepts/" + slug + "/index.html"));
        List<String> sorted = FAMILIES.stream().sorted().toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (String later : sorted.subList(i + 1, sorted.size())) {
                expected.add("compare/" + sorted.get(i) + "-vs-" + later + "/index.html");
            }
        }
        expected.addAll(FILES_FOR_MACHINES);
        expected.removeAll(site.files().keySet());
        assertThat(expected).as("addresses without a file").isEmpty();
    }

    @Test
    void everyPlannedPageIsAFile() {
        assertThat(site.documents().keySet())
                .containsExactlyInAnyOrderElementsOf(site.pages().stream()
                        .map(page -> page.head().path().file())
                        .toList());
    }

    @Test
    void everyLinkAndAnchorLeadsSomewhere() {
        Faults faults = new Faults();
        List<SiteLinks.Reference> references = new ArrayList<>(links.onPages());
        references.addAll(links.inStyles());
        assertThat(references).hasSizeGreaterThan(site.documents().size() * 10);
        for (SiteLinks.Reference reference : references) {
            String fault = links.fault(reference);
            if (!fault.isEmpty()) {
                faults.add(reference.file(), reference.element() + " -> " + reference.address() + " (" + fault + ")");
            }
        }
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void theDecoderBlockOnHomeLeadsToEveryConceptOnce() {
        Document home = site.documents().get("index.html");
        List<String> pages =
                CONCEPTS.stream().map(slug -> "concepts/" + slug + "/").toList();
        for (String form : List.of(".at-narrow", ".at-wide")) {
            List<Element> parts = home.select(".concept-map " + form + " a");
            assertThat(parts).extracting(part -> part.attr("href")).containsExactlyInAnyOrderElementsOf(pages);
            for (Element part : parts) {
                Document concept = site.documents().get(part.attr("href") + "index.html");
                assertThat(part.text())
                        .contains(concept.select("h1").text())
                        .contains(concept.select(".key-line").text());
            }
        }
    }

    @Test
    void everyTrendOnHomeIsShownByAChart() {
        assertThat(site.documents().get("index.html").select(".trend"))
                .hasSize(5)
                .allSatisfy(trend -> assertThat(
                                trend.select("figure > svg[role=img] desc").text())
                        .contains("GPT-2 ")
                        .contains("Qwen3-Next "));
    }

    @Test
    void noColumnOfAComparedPairIsEmpty() {
        Faults faults = new Faults();
        site.documents()
                .forEach((file, page) -> page.select("table.versus").forEach(table -> {
                    if (table.select("tbody td:last-child").stream().noneMatch(Element::hasText)) {
                        faults.add(file, table.select("th").text());
                    }
                }));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void theNotFoundPageWorksAtAnyDepth() {
        String root = site.baseUrl().replaceFirst("https?://[^/]+", "");
        List<String> addresses = site.documents().get("404.html").select("[href], [src]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .toList();
        assertThat(addresses)
                .isNotEmpty()
                .allMatch(address ->
                        address.startsWith(root) || address.startsWith("#") || address.startsWith("https://"));
    }

    @Test
    void everyPageIsReachedFromHome() {
        Map<String, Set<String>> targets = new HashMap<>();
        for (SiteLinks.Reference reference : links.onPages()) {
            if (reference.element().equals("a")) {
                links.file(reference)
                        .ifPresent(file -> targets.computeIfAbsent(reference.file(), page -> new TreeSet<>())
                                .add(file));
            }
        }
        Set<String> reached = new TreeSet<>(Set.of("index.html"));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            targets.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        Set<String> lost = new TreeSet<>(site.documents().keySet());
        lost.removeAll(reached);
        lost.remove("404.html");
        assertThat(lost).isEmpty();
    }

    @Test
    void everyWorkingLeadsToTheSpecificationItUses() {
        for (Page page : site.pages()) {
            if (page instanceof VariantPage variant) {
                Document document = site.document(variant.head().path());
                List<Element> terms = document.select(".formula-values a");
                assertThat(terms)
                        .as("values in the workings of %s", variant.head().path())
                        .hasSizeGreaterThan(20);
                for (Element term : terms) {
                    Element place = document.getElementById(term.attr("href").substring(1));
                    assertThat(place)
                            .as("%s in %s", term.attr("href"), variant.head().path())
                            .isNotNull();
                    assertThat(place.select("dd").text())
                            .as(
                                    "what stands at %s in %s",
                                    term.attr("href"), variant.head().path())
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyPageSaysWhatItIs() {
        Faults faults = new Faults();
        site.documents().forEach((file, document) -> {
            expectOne(faults, file, document, "h1", Element::text);
            expectOne(faults, file, document, "main", element -> "main");
            expectOne(faults, file, document, "head > title", Element::text);
            expectOne(faults, file, document, "head > meta[name=description]", element -> element.attr("content"));
            expectOne(faults, file, document, "head > meta[name=viewport]", element -> element.attr("content"));
            expectOne(faults, file, document, "head > link[rel=canonical]", element -> element.attr("href"));
            if (!document.select("link[rel=canonical]").attr("href").equals(site.address(file))) {
                faults.add(
                        file,
                        "canonical is " + document.select("link[rel=canonical]").attr("href"));
            }
            if (!document.select("html").attr("lang").equals("en")) {
                faults.add(file, "lang is \"" + document.select("html").attr("lang") + "\"");
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    private static void expectOne(
            Faults faults, String file, Document document, String selector, Function<Element, String> content) {
        List<Element> found = document.select(selector);
        if (found.size() != 1) {
            faults.add(file, "has " + found.size() + " of " + selector);
        } else if (content.apply(found.get(0)).isBlank()) {
            faults.add(file, selector + " is empty");
        }
    }

    @Test
    void titlesAndDescriptionsAreUnique() {
        assertThat(shared(document -> document.title()))
                .as("titles that several pages have")
                .isEmpty();
        assertThat(shared(document -> document.select("meta[name=description]").attr("content")))
                .as("descriptions that several pages have")
                .isEmpty();
    }

    private static Map<String, List<String>> shared(Function<Document, String> question) {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        site.documents()
                .forEach(
                        (file, document) -> pages.computeIfAbsent(question.apply(document), answer -> new ArrayList<>())
                                .add(file));
        pages.values().removeIf(files -> files.size() == 1);
        return pages;
    }

    /** Data in a script element is not run, so the policy that forbids inline scripts does not concern it. */
    @Test
    void nothingIsInlineAndNothingComesFromElsewhere() {
        Faults faults = new Faults();
        site.documents().forEach((file, document) -> {
            document.select("style, script:not([src]):not([type=application/ld+json]), iframe, object, embed, base")
                    .forEach(element -> faults.add(file, "<" + element.normalName() + ">"));
            for (Element element : document.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    String name = attribute.getKey();
                    if (name.equals("style")
                            || name.startsWith("on")
                            || attribute.getValue().strip().startsWith("javascript:")) {
                        faults.add(file, "<" + element.normalName() + " " + attribute + ">");
                    }
                }
            }
        });
        for (SiteLinks.Reference reference : links.onPages()) {
            if (!reference.element().equals("a") && links.isForeign(reference)) {
                faults.add(reference.file(), reference.element() + " from elsewhere: " + reference.address());
            }
        }
        links.inStyles().stream()
                .filter(links::isForeign)
                .forEach(reference ->
                        faults.add(reference.file(), reference.element() + " from elsewhere: " + reference.address()));
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void picturesHaveANameOrAreDecoration() {
        Faults faults = new Faults();
        site.documents().forEach((file, document) -> {
            document.select("img:not([alt])").forEach(image -> faults.add(file, image.outerHtml()));
            for (Element drawing : document.select("svg")) {
                boolean named = drawing.hasAttr("aria-label")
                        || drawing.hasAttr("aria-labelledby")
                        || !drawing.select("> title").isEmpty();
                if (!named
                        && !drawing.attr("aria-hidden").equals("true")
                        && drawing.closest("[aria-hidden=true]") == null) {
                    faults.add(file, "an svg of class \"" + drawing.className() + "\" has no name");
                }
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void idsAreUniqueOnTheirPage() {
        Faults faults = new Faults();
        site.documents()
                .forEach((file, document) -> document.select("[id]").stream()
                        .collect(Collectors.groupingBy(Element::id, Collectors.counting()))
                        .forEach((id, count) -> {
                            if (count > 1) {
                                faults.add(file, count + " times #" + id);
                            }
                        }));
        assertThat(faults.all()).isEmpty();
    }

    /** Another process also has another order of unordered sets. */
    @Test
    void anotherMachineBuildsTheSameBytes(@TempDir Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("site");
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.archnotes.site.cli.Main",
                        "build",
                        "--base-url",
                        RealSite.ADDRESSES.base(),
                        "--repository",
                        RealSite.ADDRESSES.repository(),
                        "--edit-url",
                        RealSite.ADDRESSES.edit(),
                        "--issue-url",
                        RealSite.ADDRESSES.issues(),
                        "--notes",
                        RealSite.NOTES.toString(),
                        "--cache",
                        RealSite.CACHE.toString(),
                        "--output",
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(build.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : site.files().entrySet()) {
            Path other = output.resolve(file.getKey());
            if (!Files.exists(other) || !Arrays.equals(Files.readAllBytes(other), file.getValue())) {
                different.add(file.getKey());
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void everyPageIsLight() throws IOException {
        List<PageWeights.Weight> weights = new PageWeights(site, links).all();
        PageWeights.print(weights, Path.of("target", "page-weights.txt"));
        Faults faults = new Faults();
        for (PageWeights.Weight weight : weights) {
            if (weight.page().equals(BOOK)) {
                continue;
            }
            if (weight.firstLoad() > FIRST_LOAD) {
                faults.add(
                        weight.page(),
                        "HTML, CSS and JS are " + weight.firstLoad() + " bytes as gzip, more than " + FIRST_LOAD);
            }
            if (weight.fonts() > FONTS) {
                faults.add(weight.page(), "fonts are " + weight.fonts() + " bytes, more than " + FONTS);
            }
        }
        assertThat(faults.all()).as("see target/page-weights.txt").isEmpty();
    }

    /** The calculator's compiled scripts come after the page: its arithmetic at once, its reader when it is used. */
    @Test
    void scriptsThatComeLateAreLight() {
        PageWeights weights = new PageWeights(site, links);
        assertThat(weights.zipped("assets/calc.js")).isLessThan(LATE_ARITHMETIC);
        assertThat(weights.zipped("assets/details.js")).isLessThan(LATE_READER);
        assertThat(weights.zipped("assets/headers.js")).isLessThan(LATE_READER);
        for (String script : ReaderScripts.types().keySet()) {
            assertThat(weights.zipped("assets/" + script)).as(script).isLessThan(LATE_READER);
        }
    }

    /** A page loads the scripts of its own figures, whichever of them come into view. */
    @Test
    void figuresThatCanBeMovedAreLight() {
        PageWeights weights = new PageWeights(site, links);
        Faults faults = new Faults();
        site.documents().forEach((file, document) -> {
            if (file.equals(BOOK)) {
                return;
            }
            long bytes = document.select("[data-script]").eachAttr("data-script").stream()
                    .distinct()
                    .mapToLong(script -> weights.zipped("assets/mechanisms-" + script + ".js"))
                    .sum();
            if (bytes > 0 && bytes + weights.zipped("assets/figure.js") > LATE_FIGURES) {
                faults.add(file, "its figures load " + bytes + " bytes as gzip");
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    /** Pages without charts do not pay for the script, and none with charts lacks it. */
    @Test
    void pagesWithChartsLoadTheScriptOfCharts() {
        Faults faults = new Faults();
        site.documents().forEach((file, document) -> {
            if (file.equals(BOOK)) {
                return;
            }
            boolean charts =
                    !document.select("svg.chart, svg.drawing, svg.layer-strip").isEmpty();
            if (charts == document.select("script[data-later$=assets/chart.js]").isEmpty()) {
                faults.add(
                        file,
                        charts
                                ? "has charts and does not load their script"
                                : "loads the script of charts and has none");
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void theSitemapNamesEveryPage() throws Exception {
        NodeList places = xml("sitemap.xml").getElementsByTagName("loc");
        List<String> listed = new ArrayList<>();
        for (int i = 0; i < places.getLength(); i++) {
            listed.add(places.item(i).getTextContent());
        }
        List<String> pages = site.documents().keySet().stream()
                .filter(file -> !UNLISTED.contains(file))
                .map(site::address)
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(pages);
        assertThat(site.text("robots.txt")).contains("Sitemap: " + site.baseUrl() + "sitemap.xml");
    }

    /** Of a page that shows a note, the sitemap says when the note was changed, and so does its foot. */
    @Test
    void everyNoteSaysWhenItWasChanged() throws Exception {
        Map<String, String> changed = new HashMap<>();
        NodeList places = xml("sitemap.xml").getElementsByTagName("url");
        for (int i = 0; i < places.getLength(); i++) {
            org.w3c.dom.Element place = (org.w3c.dom.Element) places.item(i);
            NodeList day = place.getElementsByTagName("lastmod");
            if (day.getLength() > 0) {
                changed.put(
                        place.getElementsByTagName("loc").item(0).getTextContent(),
                        day.item(0).getTextContent());
            }
        }
        assertThat(changed).hasSize(site.result().library().notes().size());
        changed.forEach((address, day) -> assertThat(LocalDate.parse(day)).isAfter(LocalDate.of(2026, 11, 1)));
        site.documents()
                .forEach((file, document) -> assertThat(
                                document.select(".updated time").attr("datetime"))
                        .as(file)
                        .isEqualTo(changed.getOrDefault(site.address(file), "")));
    }

    @Test
    void theFeedOfChangesLeadsToEachOfThem() throws Exception {
        NodeList entries = xml("changes.xml").getElementsByTagName("entry");
        Document page = site.documents().get("changes/index.html");
        assertThat(entries.getLength()).isEqualTo(page.select("main h2").size());
        for (int i = 0; i < entries.getLength(); i++) {
            org.w3c.dom.Element entry = (org.w3c.dom.Element) entries.item(i);
            String address =
                    ((org.w3c.dom.Element) entry.getElementsByTagName("link").item(0)).getAttribute("href");
            assertThat(address).startsWith(site.baseUrl() + "changes/#");
            assertThat(page.getElementById(address.substring(address.indexOf('#') + 1)))
                    .as(address)
                    .isNotNull();
        }
    }

    @Test
    void theFeedNamesEveryFamily() throws Exception {
        org.w3c.dom.Document feed = xml("feed.xml");
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        NodeList entries = feed.getElementsByTagName("entry");
        Set<String> addresses = new TreeSet<>();
        for (int i = 0; i < entries.getLength(); i++) {
            org.w3c.dom.Element entry = (org.w3c.dom.Element) entries.item(i);
            for (String required : List.of("id", "title", "updated", "summary")) {
                assertThat(entry.getElementsByTagName(required).item(0).getTextContent())
                        .as(required)
                        .isNotBlank();
            }
            addresses.add(
                    ((org.w3c.dom.Element) entry.getElementsByTagName("link").item(0)).getAttribute("href"));
        }
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(FAMILIES.stream()
                        .map(slug -> site.baseUrl() + "models/" + slug + "/")
                        .toList());
    }

    private static org.w3c.dom.Document xml(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(site.files().get(file)));
    }

    /** The groups about one family follow the list of the models. */
    @Test
    void disagreementsStandInTheOrderOfTheModels() {
        List<String> models = site.documents().get("models/index.html").select("main h2 a, main h3 a").stream()
                .map(link -> link.attr("href").replace("/", ""))
                .toList();
        List<String> groups = site.documents().get("disagreements/index.html").select("section.disagreements").stream()
                .map(section -> List.of(section.select("[data-models]")
                                .first()
                                .attr("data-models")
                                .split(" "))
                        .get(0))
                .toList();
        assertThat(groups)
                .isNotEmpty()
                .isEqualTo(models.stream().filter(groups::contains).toList());
    }
}
