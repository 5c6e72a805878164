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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of one's own that was never announced, and whose weights nobody else has. */
class UndatedModelTest {
    private static final Path WREN =
            Path.of("src/test/resources/sites/field-guide/notes/Baselines/Wren/architecture.yaml");

    @TempDir
    private Path notes;

    private void write(String name, String dates) throws IOException {
        Path folder = Files.createDirectories(notes.resolve(name));
        String dated = "    announced: 2019-03-01\n    weights_released: 2019-11-01\n";
        String text = Files.readString(WREN);
        assertThat(text).contains(dated);
        Files.writeString(
                folder.resolve("architecture.yaml"),
                text.replace(dated, dates).replace("wren", name).replace("Wren", name));
        Files.writeString(folder.resolve("index.md"), "# " + name + "\n\nText.\n");
    }

    private Map<String, String> files() throws IOException {
        Files.writeString(
                notes.resolve("site.yaml"), "title: Ours\ntagline: What we made.\nbase_url: https://example.org/\n");
        SiteBuild.Result result = new SiteBuild(notes, BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
        assertThat(result.findings().all()).isEmpty();
        return result.files().stream()
                .collect(Collectors.toMap(OutputFile::path, file -> new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void itIsPublishedWithoutADay() throws IOException {
        write("owl", "");
        Map<String, String> files = files();
        String page = files.get("models/owl/index.html");
        assertThat(Jsoup.parse(page).select(".byline").text()).startsWith("Hedge Institute · figures of");
        assertThat(files.get("data/models.json")).contains("\"released\": null");
        assertThat(files).as("nothing was announced").doesNotContainKey("feed.xml");
        assertThat(page).doesNotContain("feed.xml");
    }

    @Test
    void itStandsBehindThoseThatHaveOne() throws IOException {
        write("owl", "");
        write("wren", "    announced: 2019-03-01\n");
        Map<String, String> files = files();
        assertThat(Jsoup.parse(files.get("models/index.html"))
                        .select("main a[href^='wren/'], main a[href^='owl/']")
                        .eachAttr("href"))
                .containsSubsequence("wren/", "owl/");
        assertThat(files.get("feed.xml")).contains("/models/wren/").doesNotContain("/models/owl/");
    }
}
