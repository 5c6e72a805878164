package dev.archnotes.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with the look that its settings ask for. */
class OwnLookTest {
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><rect width=\"8\" height=\"8\"/></svg>\n";

    @TempDir
    private Path folder;

    private Map<String, String> build(String look) throws IOException {
        Files.writeString(folder.resolve("site.yaml"), "title: Handbook\ntagline: What we know.\n" + look);
        Files.createDirectories(folder.resolve("a"));
        Files.writeString(folder.resolve("a/note.md"), "# A note\n\nText.\n");
        Files.createDirectories(folder.resolve("look"));
        Files.writeString(folder.resolve("look/logo.svg"), DRAWING);
        Files.writeString(folder.resolve("look/paper.svg"), DRAWING);
        Files.writeString(folder.resolve("look/own.css"), "main { background: url(paper.svg); }\n");
        SiteBuild.Result result = new SiteBuild(folder, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().all()).isEmpty();
        return result.files().stream()
                .collect(Collectors.toMap(OutputFile::path, file -> new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void everythingOfOnesOwnIsOnEveryPage() throws IOException {
        Map<String, String> files = build("""
                accent: "#1f5fa8"
                logo: look/logo.svg
                icon: look/logo.svg
                extra_css: look/own.css
                footer:
                  text: "Made by <us>."
                  links:
                    Imprint: https://example.org/imprint
                """);
        assertThat(files.get("assets/look.css")).contains("--accent: light-dark(#1f5fa8, #");
        assertThat(files.keySet()).contains("notes/look/logo.svg", "notes/look/paper.svg", "notes/look/own.css");
        Document page = Jsoup.parse(files.get("a/note/index.html"));
        assertThat(page.select("link[rel=stylesheet]").eachAttr("href"))
                .endsWith("../../assets/look.css", "../../notes/look/own.css");
        assertThat(page.select(".site-name img").attr("src")).isEqualTo("../../notes/look/logo.svg");
        assertThat(page.select("link[rel=icon]").attr("href")).isEqualTo("../../notes/look/logo.svg");
        assertThat(page.select(".site-footer p").text()).isEqualTo("Made by <us>.");
        assertThat(page.select(".site-footer a[href='https://example.org/imprint']")
                        .text())
                .isEqualTo("Imprint");
    }

    @Test
    void withoutThemTheSiteLooksAsEver() throws IOException {
        Map<String, String> files = build("");
        assertThat(files.keySet()).doesNotContain("assets/look.css", "notes/look/own.css", "notes/look/logo.svg");
        Document page = Jsoup.parse(files.get("a/note/index.html"));
        assertThat(page.select(".site-logo, .site-footer p")).isEmpty();
        assertThat(page.select("link[rel=icon]").attr("href")).isEqualTo("../../assets/icon.svg");
    }
}
