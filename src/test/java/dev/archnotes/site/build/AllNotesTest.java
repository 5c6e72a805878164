package dev.archnotes.site.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All notes of a site as one document, where the settings ask for it. */
class AllNotesTest {
    @TempDir
    private Path folder;

    private final Map<String, String> files = new TreeMap<>();

    @BeforeEach
    void threeNotes() throws IOException {
        write("index.md", "# Handbook\n\nBegin with [the start](guides/start.md#first).\n");
        write("guides/start.md", """
                # Start

                ## First

                See [the end](../end.md#first), [here](#first) and [the file](../end.md).[^why]

                ### Deeper

                [^why]: A reason.
                """);
        write("end.md", "# End\n\n## First\n\nBack to [the start](guides/start.md).[^why]\n\n[^why]: Another.\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void build(String settings) throws IOException {
        write(
                "site.yaml",
                "title: Hand\"book\ntagline: What we know.\nbase_url: https://example.org/h/\norder: [guides/]\n"
                        + settings);
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().all()).isEmpty();
        for (OutputFile file : result.files()) {
            files.put(file.path(), new String(file.bytes(), UTF_8));
        }
    }

    private Document book() {
        return Jsoup.parse(files.get("book/index.html"), "https://example.org/h/book/");
    }

    @Test
    void nobodyWhoDoesNotAskGetsIt() throws IOException {
        build("");

        assertThat(files).doesNotContainKeys("book/index.html", "book/heads.css");
        assertThat(files.get("end/index.html")).doesNotContain("book/");
    }

    @Test
    void everyNoteIsAChapterInTheOrderOfTheOutline() throws IOException {
        build("book: true\n");

        assertThat(book().select("main h2").eachText()).containsExactly("Contents", "Handbook", "Start", "End");
        assertThat(book().select(".book-contents > ol > li > a").eachText())
                .containsExactly("Handbook", "Start", "End");
    }

    @Test
    void linksBetweenNotesLeadToPlacesInIt() throws IOException {
        build("book: true\n");

        assertThat(book().select("article p > a:not(.note-ref)").eachAttr("href"))
                .contains("#note.guides.start:first", "#note.end:first", "#note.end", "#note.guides.start");
        List<String> ids = book().select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(book().select("a[href^=#]").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    }

    @Test
    void footnotesOfTheSameNameStayApart() throws IOException {
        build("book: true\n");

        assertThat(book().select("a.note-ref").eachAttr("href"))
                .containsExactly("#note.guides.start:note-why", "#note.end:note-why");
        assertThat(book().getElementById("note.end:note-why").text()).contains("Another.");
    }

    @Test
    void headingsAreOneLevelLowerThanOnThePageOfTheNote() throws IOException {
        build("book: true\n");

        assertThat(book().select("h1")).hasSize(1);
        assertThat(book().getElementById("note.guides.start:first").tagName()).isEqualTo("h3");
        assertThat(book().getElementById("note.guides.start:deeper").tagName()).isEqualTo("h4");
        assertThat(Jsoup.parse(files.get("guides/start/index.html"))
                        .getElementById("first")
                        .tagName())
                .isEqualTo("h2");
    }

    @Test
    void searchEnginesAndListsOfPagesPassIt() throws IOException {
        build("book: true\n");

        assertThat(book().select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(files.get("sitemap.xml")).doesNotContain("/book/");
        assertThat(book().select("script[src]").eachAttr("src"))
                .containsExactly("../assets/theme.js", "../assets/site.js");
        assertThat(Jsoup.parse(files.get("end/index.html")).select(".site-footer a[href=../book/]"))
                .hasSize(1);
    }

    @Test
    void paperNamesTheChapterOnEachPage() throws IOException {
        build("book: true\n");

        assertThat(book().select("link[href=heads.css], link[href=../book/heads.css]"))
                .hasSize(1);
        assertThat(files.get("book/heads.css"))
                .contains("@page chapter-2{@top-left{content:\"2 · Start\"}@top-right{content:\"Hand\\22 book\"}}")
                .contains("#chapter-2{page:chapter-2}");
    }
}
