package dev.archnotes.site.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notes that were written for no generator, or for another one, build as they are. */
class OrdinaryNotesTest {
    @TempDir
    private Path folder;

    private final Map<String, String> files = new TreeMap<>();
    private SiteBuild.Result result;

    @BeforeEach
    void threeLinesOfSettings() throws IOException {
        settings("");
    }

    private void settings(String more) throws IOException {
        write("site.yaml", "title: Handbook\ntagline: What we know.\nbase_url: https://example.org/h/\n" + more);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void build() throws IOException {
        build(false);
    }

    private void build(boolean drafts) throws IOException {
        result = new SiteBuild(folder, BuiltSite.CACHE, drafts).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().hasErrors())
                .as(result.findings().toString())
                .isFalse();
        files.clear();
        for (OutputFile file : result.files()) {
            files.put(file.path(), new String(file.bytes(), UTF_8));
        }
    }

    private Document page(String path) {
        assertThat(files).containsKey(path);
        return Jsoup.parse(files.get(path));
    }

    private List<Rule> rules() {
        return result.findings().all().stream().map(finding -> finding.rule()).toList();
    }

    @Test
    void aPlainNoteSaysItsTitleDescriptionAndAddressItself() throws IOException {
        write("First Steps.md", "# Getting *started*\n\nHow to begin. And more.\n\n## More\n\nText.\n");
        build();
        Document page = page("first-steps/index.html");
        assertThat(page.select("h1").text()).isEqualTo("Getting started");
        assertThat(page.select("h1, h2").eachText()).containsExactly("Getting started", "More#");
        assertThat(page.select("meta[name=description]").attr("content")).isEqualTo("How to begin. And more.");
        assertThat(page.select(".key-line")).isEmpty();
        assertThat(result.findings().isEmpty()).isTrue();
    }

    @Test
    void aNoteWithoutAHeadingIsCalledByItsFile() throws IOException {
        write("what-we_know.MD", "Just words.\n");
        write("other.markdown", "***\n\n---\n\nText between lines.\n\n---\n");
        build();
        assertThat(page("what-we_know/index.html").select("h1").text()).isEqualTo("What we know");
        assertThat(page("other/index.html").select("article").text()).contains("Text between lines.");
    }

    @Test
    void keysOfOtherGeneratorsAreKeptAndToldOnce() throws IOException {
        write("a.md", "---\ntitle: A\nlayout: post\nauthor: Ann\n...\n\nText.\n");
        write("b.md", "\n---\ntitle: B\nlayout: post\n---\n\nText.\n");
        build();
        assertThat(rules()).containsExactly(Rule.UNKNOWN_KEY, Rule.UNKNOWN_KEY);
        assertThat(result.findings().all().get(1).message()
                        + result.findings().all().get(0).message())
                .contains("\"layout\"", "1 other note", "\"author\"");
        settings("rules: {unknown-key: off}\n");
        build();
        assertThat(rules()).isEmpty();
    }

    @Test
    void frontMatterMayBeToml() throws IOException {
        write(
                "a.md",
                "+++\ntitle = \"A 'title'\"\nweight = 2\ntags = [\"x\", \"y z\"]\n"
                        + "draft = false\n[extra]\ntoc = true\n+++\n\nText.\n");
        write("b.md", "+++\ntitle = \"B\"\nweight = 1\n+++\nText.\n");
        build();
        assertThat(page("a/index.html").select("h1").text()).contains("title");
        assertThat(page("tags/y-z/index.html").select("main h2").eachText()).hasSize(1);
        assertThat(page("index.html").select("main dt").eachText()).first().isEqualTo("B");
        assertThat(result.findings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("\"extra\"");
            assertThat(finding.location().line()).isEqualTo(6);
        });
    }

    /** On a site with models, these addresses are the generator's own; here they are the author's. */
    @Test
    void aNoteAtAnAddressOfModelsIsANote() throws IOException {
        write("models.md", "# Models\n\nText.\n");
        write("data/index.md", "# Data\n\nText.\n");
        write("compare/one.md", "# One\n\nText.\n");
        build();
        Document page = page("models/index.html");
        assertThat(page.select(".site-nav, link[type='application/atom+xml'], .site-footer a[href$=feed.xml]"))
                .isEmpty();
        assertThat(page.select(".site-footer a").eachText()).doesNotContain("Data", "Feed");
        assertThat(page.select("link[rel=canonical]")).hasSize(1);
    }

    @Test
    void foldersAreSectionsInTheOrderThatIsWished() throws IOException {
        write("guide/index.md", "# The guide\n\nAll of it.\n");
        write("guide/10-last.md", "# Last\n\nX.\n");
        write("guide/2-second.md", "# Second\n\nX.\n");
        write("guide/first.md", "---\nweight: 1\n---\n# First\n\nX.\n");
        write("api-notes/README.md", "# API\n\nX.\n");
        write("api-notes/deep/x.md", "# Deep\n\nX.\n");
        write("loose.md", "# Loose\n\nX.\n");
        settings("order: [guide, loose.md]\n");
        build();
        Document first = page("guide/first/index.html");
        assertThat(first.select(".page-tree > details > ol > li > a").eachText())
                .containsExactly("The guide", "Loose", "API");
        assertThat(first.select(".page-tree ol ol a").eachText()).containsExactly("First", "Second", "Last");
        assertThat(first.select(".page-tree a[aria-current=page]").text()).isEqualTo("First");
        assertThat(first.select(".breadcrumbs li").eachText()).containsExactly("Home", "The guide", "First");
        assertThat(first.select("a[rel=prev]").attr("href")).isEqualTo("../");
        assertThat(first.select("a[rel=next] .previous-next-title").text()).isEqualTo("Second");
        assertThat(page("guide/index.html").select(".folder dt").eachText()).containsExactly("First", "Second", "Last");
        assertThat(page("api-notes/deep/index.html").select("h1").text()).isEqualTo("Deep");
        assertThat(page("api-notes/deep/index.html").select(".index-list a").eachText())
                .containsExactly("Deep");
    }

    @Test
    void theNoteAtTheTopIsTheFirstPage() throws IOException {
        write(
                "README.md",
                "# Handbook\n\nWelcome, see [the guide](guide/a.md) and [up](#handbook).\n\n## Why\n\nSo.\n");
        write("guide/a.md", "Back [home](../README.md#why), or [home](/).\n");
        build();
        Document home = page("index.html");
        assertThat(home.select("article p").text()).startsWith("Welcome");
        assertThat(home.select("article a").eachAttr("href")).contains("guide/a/");
        assertThat(page("guide/a/index.html").select("article p a").eachAttr("href"))
                .containsExactly("../../#why", "../../");
    }

    @Test
    void draftsAreLeftOutUntilTheyAreAskedFor() throws IOException {
        write("a.md", "[Soon](b.md).\n");
        write("b.md", "---\ndraft: true\n---\n<script>x</script>\n");
        build();
        assertThat(files).doesNotContainKey("b/index.html");
        assertThat(rules()).containsExactly(Rule.UNPUBLISHED_FILE);
        assertThat(page("a/index.html").select("article p a")).isEmpty();
        build(true);
        assertThat(files).containsKey("b/index.html");
    }

    @Test
    void anAddressThatAPageHadBeforeLeadsOn() throws IOException {
        write("a.md", "---\naliases: [/old/place/, old.html, ../up/, /b/]\n---\n# A\n\nText.\n");
        write("b.md", "Text.\n");
        build();
        assertThat(page("old/place/index.html")
                        .select("meta[http-equiv=refresh]")
                        .attr("content"))
                .isEqualTo("0; url=../../a/");
        assertThat(page("old.html").select("a").attr("href")).isEqualTo("a/");
        assertThat(page("old.html").select("link[rel=canonical]").attr("href")).isEqualTo("https://example.org/h/a/");
        assertThat(rules()).containsExactly(Rule.IMPOSSIBLE_VALUE);
        assertThat(files.get("sitemap.xml")).doesNotContain("old");
    }

    @Test
    void excludedFilesAreNoPartOfTheNotes() throws IOException {
        write("a.md", "[x](CHANGELOG.md) [y](sub/drafts/z.md)\n");
        write("CHANGELOG.md", "x\n");
        write("sub/drafts/z.md", "x\n");
        write("node_modules/x/README.md", "x\n");
        settings("exclude: [CHANGELOG.md, drafts/]\n");
        build();
        assertThat(files.keySet())
                .filteredOn(path -> path.endsWith("index.html"))
                .containsExactlyInAnyOrder("index.html", "a/index.html", "search/index.html");
        assertThat(rules()).containsExactly(Rule.UNPUBLISHED_FILE, Rule.UNPUBLISHED_FILE);
    }

    @Test
    void attachmentsAreCopiedAndWhatRunsIsNot() throws IOException {
        write("sub/a.md", "[Paper](paper%20one.pdf), [data](../data.csv), [page](demo.html), [code](x.js)\n");
        write("sub/paper one.pdf", "%PDF");
        write("data.csv", "a,b\n");
        write("sub/demo.html", "<script>alert(1)</script>");
        write("sub/x.js", "alert(1)");
        write("unused.zip", "PK");
        settings("repository: https://github.com/o/r\n");
        build();
        assertThat(files).containsKeys("notes/sub/paper one.pdf", "notes/data.csv");
        assertThat(files.keySet()).filteredOn(path -> path.startsWith("notes/")).hasSize(2);
        assertThat(page("sub/a/index.html").select("article p a").eachAttr("href"))
                .containsExactly(
                        "../../notes/sub/paper%20one.pdf",
                        "../../notes/data.csv",
                        "https://github.com/o/r/blob/HEAD/sub/demo.html",
                        "https://github.com/o/r/blob/HEAD/sub/x.js");
        assertThat(rules()).isEmpty();
    }

    @Test
    void linksThatAnotherGeneratorUnderstandsLeadWhereTheyShould() throws IOException {
        write(
                "guide/a.md",
                "[1](b) [2](./b.html#more) [3](/guide/b/) [4](@/guide/b.md) "
                        + "[5](../guide/) [6](nowhere) [7](b.md#no)\n");
        write("guide/b.md", "## More\n\nX.\n");
        build();
        assertThat(page("guide/a/index.html").select("article p a").eachAttr("href"))
                .containsExactly("../b/", "../b/#more", "../b/", "../b/", "../", "../b/");
        assertThat(rules())
                .containsExactly(
                        Rule.BUILT_ADDRESS,
                        Rule.BUILT_ADDRESS,
                        Rule.BUILT_ADDRESS,
                        Rule.BUILT_ADDRESS,
                        Rule.BUILT_ADDRESS,
                        Rule.DEAD_LINK,
                        Rule.DEAD_ANCHOR);
    }

    @Test
    void headingsOfOneNameAreNumberedAsOnGitHub() throws IOException {
        write("a.md", "# Log\n\n## Fixed\n\n## Fixed\n\n### Fixed\n\n# Another\n\n## Log\n");
        build();
        assertThat(page("a/index.html").select("article :is(h2,h3,h4)").eachAttr("id"))
                .containsExactly("fixed", "fixed-1", "fixed-2", "another", "log-1");
        assertThat(page("a/index.html").select("h1")).hasSize(1);
        assertThat(rules()).isEmpty();
    }

    @Test
    void imagesHaveTheirSizeAndThoseOfTheWebAreLinks() throws IOException {
        write("a.md", "![A line](line.svg)\n\n![Elsewhere](https://example.org/x.png)\n\n![Lost](lost.png)\n");
        write("line.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"/>");
        build();
        assertThat(page("a/index.html").select("article img[width=40][height=30]"))
                .hasSize(1);
        assertThat(page("a/index.html").select("article img")).hasSize(1);
        assertThat(page("a/index.html")
                        .select("article p a[href=https://example.org/x.png]")
                        .text())
                .isEqualTo("Elsewhere");
        assertThat(page("a/index.html").select("article").text()).contains("Lost");
    }

    @Test
    void theSiteSpeaksTheLanguageOfItsNotes() throws IOException {
        settings("language: de\n");
        write(
                "a.md",
                "---\ntags: [Eins]\n---\n# Über uns\n\nEr sagt \"ja\" und 'nein'.\n\n"
                        + "> [!TIP]\n> Gut.\n\n## Eins\n\nX.\n\n## Zwei\n\nX.\n");
        write("b/c.md", "X.\n");
        build();
        Document page = page("a/index.html");
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select(".skip-link").text()).isEqualTo("Zum Text springen");
        assertThat(page.select(".contents summary").text()).isEqualTo("Auf dieser Seite");
        assertThat(page.select(".breadcrumbs a").first().text()).isEqualTo("Start");
        assertThat(page.select(".alert-label").text()).isEqualTo("Tipp");
        assertThat(page.select("article p").first().text()).isEqualTo("Er sagt „ja“ und ‚nein‘.");
        assertThat(page("tags/index.html").select("h1").text()).isEqualTo("Schlagwörter");
    }

    @Test
    void aLanguageFromRightToLeftTurnsThePage() throws IOException {
        settings("language: ar\n");
        write("a.md", "مرحبا\n");
        build();
        assertThat(page("a/index.html").select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page("a/index.html").select("html").attr("lang")).isEqualTo("ar");
        assertThat(rules()).isEmpty();
    }

    @Test
    void notesOfPlainProseShareTheCardOfTheSite() throws IOException {
        write("a.md", "# A\n\nX.\n");
        write("b/c.md", "# C\n\nX.\n");
        build();
        String address = page("index.html").select("meta[property=og:image]").attr("content");
        assertThat(address).endsWith("/cards/home.png");
        for (String path : List.of("a/index.html", "b/index.html", "b/c/index.html")) {
            assertThat(page(path).select("meta[property=og:image]").attr("content"))
                    .as(path)
                    .isEqualTo(address);
        }
        assertThat(files.keySet()).filteredOn(path -> path.startsWith("cards/")).containsExactly("cards/home.png");
    }

    @Test
    void aLinkOutOfTheNotesLeadsToTheRepositoryWhereOneIsKnown() throws IOException {
        write("a.md", "# A\n\nSee [it](../src/x.py).\n");
        build();
        assertThat(rules()).containsExactly(Rule.UNPUBLISHED_FILE);
        settings("edit_url: https://example.org/o/r/edit/main/notes/\n");
        build();
        assertThat(rules()).isEmpty();
        assertThat(page("a/index.html").select(".prose a").attr("href"))
                .isEqualTo("https://example.org/o/r/blob/main/src/x.py");
    }

    @Test
    void aRuleCanBeMadeAnErrorOrSilent() throws IOException {
        write("a.md", "[x](nowhere)\n");
        settings("rules: {dead-link: error}\n");
        assertThat(new SiteBuild(folder, BuiltSite.CACHE).check().findings().count(Severity.ERROR))
                .isEqualTo(1);
        settings("rules: {dead-link: off}\n");
        build();
        assertThat(rules()).isEmpty();
        settings("rules: {malformed-yaml: off, no-rule: off}\n");
        assertThat(new SiteBuild(folder, BuiltSite.CACHE).check().findings().count(Severity.ERROR))
                .isEqualTo(2);
    }

    @Test
    void aSiteWithoutModelsHasNoFilesAboutModels() throws IOException {
        write("models/README.md", "Our models.\n");
        write("compare.md", "X.\n");
        write("search.md", "X.\n");
        build();
        assertThat(files.keySet())
                .noneMatch(path -> path.startsWith("data/") || path.contains("calc") || path.startsWith("references/"));
        assertThat(files).containsKeys("models/index.html", "compare/index.html", "search-1/index.html");
    }

    @Test
    void anAnchorMayBeWrittenWithPercentSigns() throws IOException {
        write("über.md", "## Größe\n\n## हिन्दी में\n\nX.\n");
        write("a.md", "[x](%C3%BCber.md#gr%C3%B6%C3%9Fe) [y](über.md#größe) [z](über.md#हिन्दी-में)\n");
        build();
        assertThat(page("a/index.html").select("article p a").eachAttr("href"))
                .containsExactly("../über/#größe", "../über/#größe", "../über/#हिन्दी-में");
        assertThat(rules()).isEmpty();
        assertThat(files.get("sitemap.xml")).contains("https://example.org/h/%C3%BCber/");
    }

    @Test
    void pricesAreNoFormulasAndAlertsHaveAnyCase() throws IOException {
        write(
                "a.md",
                "Costs $5, i.e. 4€ (or 5$), $5 to 10$; but $2 + 3$ and $n$.\n\n> [!tip]\n> X.\n\n> [!Note]\n> Y.\n");
        build();
        assertThat(page("a/index.html").select("article math")).hasSize(2);
        assertThat(page("a/index.html").select("article p").first().text())
                .startsWith("Costs $5, i.e. 4€ (or 5$), $5 to 10$;");
        assertThat(page("a/index.html").select(".alert-label").eachText()).containsExactly("Tip", "Note");
        assertThat(rules()).isEmpty();
    }

    /** A warning, as such a note builds; but what a feed or a terminal stumbles over does not get through. */
    @Test
    void whatAnEscapePutsIntoFrontMatterIsNotPublished() throws IOException {
        write("a.md", """
                ---
                title: "a\\x01\\ufffe\\nb"
                description: "c\\e[31m\\u2028d"
                tags: ["x\\ny\\x02"]
                other: "\\x03"
                ---
                Text.
                """);
        write("b.md", "+++\ntitle = \"a\\u0001b\\nc\"\n+++\nText.\n");
        build();

        assertThat(rules()).contains(Rule.BAD_ENCODING);
        files.keySet().removeIf(path -> !path.endsWith(".html") && !path.endsWith(".txt") && !path.endsWith(".xml"));
        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy((path, text) -> assertThat(text.codePoints().filter(HiddenCharacters::isForbidden))
                        .isEmpty());
        assertThat(files.get("llms.txt").lines().filter(line -> line.contains("[a")))
                .hasSize(2);
    }

    @Test
    void frontMatterThatIsNoTomlIsTold() throws IOException {
        write("a.md", "+++\ntitle = [[[\n+++\nText.\n");
        build();

        assertThat(rules()).contains(Rule.BAD_FRONT_MATTER);
        assertThat(page("a/index.html").select("h1").text()).isEqualTo("A");
    }

    /** Each of them is a page with a card: a line of 100 kB would be minutes of work. */
    @Test
    void aNoteHasNoMoreTagsAndAliasesThanSomebodyReads() throws IOException {
        String many = IntStream.range(0, 2_000).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        write("a.md", "---\ntags: [" + many + "]\naliases: [" + many + "]\n---\nText.\n");
        build();

        assertThat(result.findings().all())
                .extracting(Diagnostic::message)
                .contains("\"tags\" lists 2000 words", "\"aliases\" lists 2000 words");
        assertThat(files.keySet()).contains("w999/index.html").doesNotContain("w1000/index.html");
        assertThat(files.keySet().stream().filter(path -> path.startsWith("tags/")))
                .hasSizeLessThan(300);
    }

    /** The names cannot stand in this repository, which is for every system. */
    @Test
    void anImageWhoseNameSomeSystemLacksIsLeftOutAndTold() throws IOException {
        write("a.md", "# A\n\n![One](CON.svg) ![Two](a%5Cb.svg) [three](nul.pdf)\n");
        for (String name : List.of("CON.svg", "a\\b.svg", "nul.pdf")) {
            write(name, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        }
        build();
        assertThat(rules()).containsExactly(Rule.UNUSABLE_FIGURE, Rule.UNUSABLE_FIGURE, Rule.UNUSABLE_FIGURE);
        assertThat(files.keySet()).noneMatch(path -> path.startsWith("notes/"));
    }

    @Test
    void aNoteWhoseNameSomeSystemLacksIsFoundWhereItStands() throws IOException {
        write("con.md", "# Con\n\nText.\n");
        write("aux/b.md", "# B\n\nText.\n");
        result = new SiteBuild(folder, BuiltSite.CACHE, false).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().all())
                .extracting(finding -> finding.location().path(), Diagnostic::rule, Diagnostic::message)
                .contains(tuple(
                        "con.md",
                        Rule.RESERVED_SLUG,
                        "con.md would stand at con/index.html, which cannot be used on every system:"
                                + " Windows knows a device of that name"));
        assertThat(result.findings().all())
                .extracting(finding -> finding.location().path())
                .containsOnly("con.md", "aux/b.md", "aux/");
    }
}
