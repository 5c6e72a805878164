package dev.archnotes.site.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes of somebody else: few, and without most of the files that the project's own notes have. */
class OwnSiteTest {
    private static final String BASE = "https://example.org/field/";

    private static final String ARCHITECTURE = """
            slug: tiny
            name: Tiny
            organization: Mira
            license: {name: MIT, open: true, source: LICENSE}
            variants:
              - id: tiny-8b
                name: Tiny 8B
                announced: 2026-02-14
                weights_released: 2026-02-14
                configuration: {confidence: read-verbatim, sources: [config.json]}
                vocabulary_size: 128256
                hidden_size: 4096
                tied_embeddings: false
                normalization: {kind: RMSNorm, placement: pre, epsilon: "1e-5"}
                attention:
                  full:
                    {kind: grouped-query, heads: 32, kv_heads: 8, head_dim: 128,
                     positions: {kind: rope, base: 500000, rotary_dim: 128}}
                feed_forward:
                  dense: {kind: dense, activation: SwiGLU, intermediate_size: 14336}
                layers: [{pattern: [{count: 32, attention: full, feed_forward: dense}]}]
                checkpoint: {storage: bfloat16}
                context: {configured: 8192, trained: 8192}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeThreeNotes() throws IOException {
        write("site.yaml", "title: Field guide\ntagline: What I learned.\nbase_url: " + BASE + "\n");
        write(
                "references.bib",
                "@article{one2026, title={One}, author={One, Ann}, year={2026}, url={https://example.org/one}}\n");
        for (String slug : List.of("first", "second", "third")) {
            note(slug + ".md", slug, "", "Said by [@one2026]; see [the first](first.md#more).\n\n## More\n\nText.\n");
        }
    }

    @Test
    void notesWithoutModelsHaveNoPagesAboutModels() throws IOException {
        Map<String, Document> site = build();
        assertThat(site.keySet())
                .containsExactlyInAnyOrder(
                        "index.html",
                        "404.html",
                        "search/index.html",
                        "references/index.html",
                        "references/bibtex/index.html",
                        "first/index.html",
                        "second/index.html",
                        "third/index.html");
        Document home = site.get("index.html");
        assertThat(home.select("h1").text()).isEqualTo("Field guide");
        assertThat(home.title()).isEqualTo("Field guide");
        assertThat(home.select("main h2").eachText()).containsExactly("Notes");
        assertThat(home.select("main dt a").eachAttr("href")).containsExactly("first/", "second/", "third/");
        assertThat(home.select(".site-nav")).isEmpty();
        assertNothingLeadsAstray(site);
        assertThat(files)
                .contains("assets/site.css", "assets/site.js", "assets/search.css", "assets/search.js")
                .noneMatch(file -> file.startsWith("data/"))
                .noneMatch(file ->
                        file.matches("assets/(calc|compare|config|details|disagreements|figure|mechanisms|model|pair|"
                                + "sheet|timeline|tray|versus).*"));
    }

    @Test
    void notesWithADayMakeAFeedWithTheNewestFirst() throws IOException {
        build();
        assertThat(files).doesNotContain("feed.xml");
        note("first.md", "first", "updated: 2026-01-31\n", "Said by [@one2026].\n\n## More\n\nText.\n");
        note("third.md", "third", "updated: 2026-02-01\n", "Text.\n");
        Map<String, Document> site = build();
        assertThat(site.get("second/index.html")
                        .select("link[type='application/atom+xml']")
                        .eachAttr("href"))
                .containsExactly("../feed.xml");
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        String feed = result.files().stream()
                .filter(file -> file.path().equals("feed.xml"))
                .map(file -> new String(file.bytes(), UTF_8))
                .findFirst()
                .orElseThrow();
        assertThat(Jsoup.parse(feed, "", Parser.xmlParser())
                        .select("entry > id")
                        .eachText())
                .containsExactly(BASE + "third/", BASE + "first/");
        assertThat(feed)
                .containsOnlyOnce("<updated>2026-02-01T00:00:00Z</updated>\n  <author>")
                .contains("<id>" + BASE + "</id>");
    }

    @Test
    void schemasHaveAnAddressWhereTheAuthorWantsIt() throws IOException {
        build();
        assertThat(files).noneMatch(file -> file.startsWith("schemas/"));
        write("site.yaml", "title: Field guide\ntagline: What I learned.\nbase_url: " + BASE + "\nschemas: true\n");
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        assertThat(result.files())
                .filteredOn(file -> file.path().startsWith("schemas/"))
                .allSatisfy(file -> assertThat(new String(file.bytes(), UTF_8))
                        .startsWith("{\n  \"$schema\": \"http://json-schema.org/draft-07/schema#\""))
                .extracting(OutputFile::path)
                .contains(
                        "schemas/site.schema.json",
                        "schemas/architecture.schema.json",
                        "schemas/front-matter.schema.json",
                        "schemas/timeline.schema.json");
    }

    @Test
    void oneModelAndOneConceptHaveTheirPagesAndNoComparisonOfTwo() throws IOException {
        addModelAndConcept();
        Map<String, Document> site = build();
        assertThat(site.keySet())
                .contains(
                        "models/tiny/index.html",
                        "models/tiny/tiny-8b/index.html",
                        "concepts/kv-cache/index.html",
                        "compare/index.html")
                .noneMatch(path -> path.contains("-vs-") || path.startsWith("timeline/") || path.startsWith("trends/"));
        assertThat(site.get("index.html").select(".site-nav a").eachText())
                .containsExactly("Models", "Concepts", "Compare", "Calculator");
        assertThat(site.get("index.html").select("main h2").eachText())
                .containsExactly("All models", "Concepts", "Notes");
        assertThat(site.get("models/index.html")
                        .select("meta[name=description]")
                        .attr("content"))
                .isEqualTo("One family of language models with every variant's data sheet.");
        assertThat(site.get("models/tiny/index.html").select("h2").eachText())
                .noneMatch(heading -> heading.startsWith("Published") || heading.equals("Compare with"));
        assertThat(site.get("compare/index.html").select(".pairs")).isEmpty();
        assertNothingLeadsAstray(site);
    }

    @Test
    void aConceptThatConcernsNoModelSaysSo() throws IOException {
        addModelAndConcept();
        note(
                "Generic/latent.md",
                "latent",
                "features: [latent-attention]\ncolumns: [attention.kv_rank]\n",
                "Nobody.\n");
        note("Generic/story.md", "story", "features: []\ncolumns: []\n", "A story.\n");
        Map<String, Document> site = build();
        Document latent = site.get("concepts/latent/index.html");
        assertThat(latent.select("main summary").eachText()).contains("No variant does");
        assertThat(latent.select("main table")).isEmpty();
        assertThat(site.get("concepts/story/index.html").select("#models")).isEmpty();
        assertNothingLeadsAstray(site);
    }

    @Test
    void aLinkMayWriteTheSpacesOfAFileNameAsPercentSigns() throws IOException {
        note("two words.md", "two", "", "Text.\n\n## More\n\n![A line](a%20line.svg)\n");
        note("first.md", "first", "", "See [two](two%20words.md#more).\n\n## More\n\nSaid by [@one2026].\n");
        write("a line.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");

        Map<String, Document> site = build();

        assertThat(site.get("first/index.html").select("article p a").eachAttr("href"))
                .contains("../two/#more");
        assertThat(site.get("two/index.html").select(".mentioned a").eachText()).containsExactly("The first");
        assertThat(site.get("two/index.html").select("main img").eachAttr("src"))
                .containsExactly("../notes/a%20line.svg");
        assertThat(files).contains("notes/a line.svg");
        assertNothingLeadsAstray(site);
    }

    @Test
    void aMissingSettingsFileIsShownByExample() throws IOException {
        Files.delete(folder.resolve("site.yaml"));
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).check();
        String hint = result.findings().iterator().next().hint();
        assertThat(hint).contains("title: ", "tagline: ").doesNotContain("base_url");
        write("site.yaml", hint.substring(hint.indexOf("title:")) + "\n");
        assertThat(new SiteBuild(folder, BuiltSite.CACHE).check().findings().isEmpty())
                .isTrue();
    }

    private void addModelAndConcept() throws IOException {
        write("Tiny/architecture.yaml", ARCHITECTURE);
        note("Tiny/index.md", "tiny", "", "It has a [cache](../Generic/kv-cache.md).\n");
        note(
                "Generic/kv-cache.md",
                "kv-cache",
                "features: [grouped-query-attention]\ncolumns: [attention.kv_heads]\n",
                "[128 KiB](fact:tiny-8b/kv_cache.bytes_per_token) per token.\n");
    }

    private void note(String path, String slug, String keys, String text) throws IOException {
        write(
                path,
                "---\ntitle: The " + slug + "\nslug: " + slug
                        + "\nkey: What one remembers of it.\ndescription: A note about " + slug
                        + " that is long enough to make sense in a list of search results, where it may stand alone.\n"
                        + keys + "---\n\n" + text);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, Document> build() throws IOException {
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().isEmpty()).as("no findings").isTrue();
        Map<String, Document> pages = new TreeMap<>();
        for (OutputFile file : result.files()) {
            files.add(file.path());
            if (file.path().endsWith(".html")) {
                pages.put(
                        file.path(),
                        Jsoup.parse(
                                new String(file.bytes(), UTF_8),
                                BASE + file.path().replaceAll("(^|/)index\\.html$", "$1")));
            }
        }
        return pages;
    }

    private final List<String> files = new ArrayList<>();

    /** Every link ends at a page or file and its anchor, and no page speaks of the project's own notes. */
    private void assertNothingLeadsAstray(Map<String, Document> site) {
        List<String> astray = new ArrayList<>();
        site.forEach((path, page) -> {
            for (Element link : page.select("[href]")) {
                URI address = URI.create(link.absUrl("href"));
                if (!address.toString().startsWith(BASE)) {
                    continue;
                }
                String target =
                        address.getPath().substring(URI.create(BASE).getPath().length());
                String file = target.isEmpty() || target.endsWith("/") ? target + "index.html" : target;
                boolean found = files.contains(file)
                        && (address.getFragment() == null
                                // what is asked of the calculator stands behind the sign
                                || file.equals("calculator/index.html")
                                || site.get(file).getElementById(address.getFragment()) != null);
                if (!found || link.attr("href").isEmpty()) {
                    astray.add(path + ": " + link.outerHtml());
                }
            }
            page.select("section, ol, ul, dl, tbody, figure").stream()
                    .filter(element -> element.childrenSize() == 0
                            && !element.hasAttr("data-problems")
                            && !element.hasAttr("data-results")
                            && !element.hasAttr("hidden"))
                    .forEach(element -> astray.add(path + ": empty " + element.outerHtml()));
            assertThat(page.body().text())
                    .as(path)
                    .doesNotContainPattern(
                            "(?i)twelve|baseline|archnotes(?! fit| verify|\\.jar)|\\b(2017|2019|2025)\\b");
        });
        assertThat(astray).isEmpty();
    }
}
