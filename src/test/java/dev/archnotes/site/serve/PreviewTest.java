package dev.archnotes.site.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.site.build.Edition;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    @TempDir
    private Path place;

    private Path note;
    private SiteBuild build;

    @BeforeEach
    void notes() throws IOException {
        Path notes = Files.createDirectories(place.resolve("notes"));
        note = notes.resolve("first.md");
        Files.writeString(note, "# The first\n\nOld words.\n");
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/
                rules: {unknown-note: error}
                """);
        build = new SiteBuild(notes, place.resolve("cache"));
    }

    @Test
    void aSiteThatIsTheSameIsNoNews() throws IOException {
        Preview preview = new Preview(first -> build.render(SiteSettings.Addresses.NONE), "notes/");
        assertThat(preview.rebuild().news()).isTrue();
        Showing first = preview.showing();
        Files.writeString(note, "# The first\n\nOld words.\n\n\n");
        Preview.Outcome again = preview.rebuild();
        assertThat(again.news()).isFalse();
        assertThat(again.changed()).isZero();
        assertThat(preview.showing()).isSameAs(first);
    }

    @Test
    void whatIsWrongFromTheStartIsShownWithoutASite() throws IOException {
        Files.writeString(note, "# The first\n\n[nowhere](missing.md)\n");
        Preview preview = new Preview(first -> build.render(SiteSettings.Addresses.NONE), "notes/");
        preview.rebuild();
        Answer answer =
                new Answers(new HostNames(HostNames.LOOPBACK), new byte[0]).answer("/first/", preview.showing());
        assertThat(answer.status()).isEqualTo(503);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("No site yet", "script-src 'self'", "data-version=\"\" data-page=\"\"");
        assertThat(preview.showing().json("/first/")).contains("\"version\":\"\"", "[unknown-note]");
    }

    @Test
    void aBuildThatFailsLeavesTheSiteAndSaysSo() throws IOException {
        SiteBuild.Result good = build.render(SiteSettings.Addresses.NONE);
        IOException[] failure = new IOException[1];
        Preview preview = new Preview(
                first -> {
                    if (failure[0] != null) {
                        throw failure[0];
                    }
                    return good;
                },
                "notes/");
        preview.rebuild();
        String version = preview.showing().site().orElseThrow().version();
        failure[0] = new IOException("first.md is gone");
        assertThatThrownBy(preview::rebuild).isSameAs(failure[0]);
        assertThat(preview.showing().site().orElseThrow().version()).isEqualTo(version);
        assertThat(preview.showing().json("/first/")).contains("the notes cannot be read: first.md is gone");
        failure[0] = null;
        assertThat(preview.rebuild().news()).as("that all is well again").isTrue();
        assertThat(preview.showing().json("/first/")).contains("\"problems\":[]");
    }

    /** Who asks for a page without a script, as a reader of texts does, sees a change as early as a browser. */
    @Test
    void aPageThatWasReadIsShownBeforeTheRestIsReady() throws IOException {
        Files.writeString(place.resolve("notes/second.md"), "# The second\n\nOld words.\n");
        Edition[] edition = {build.first(SiteSettings.Addresses.NONE)};
        List<Showing> early = new ArrayList<>();
        Preview[] preview = new Preview[1];
        preview[0] = new Preview(
                first -> {
                    edition[0] = build.next(edition[0], new SiteBuild.FirstPages() {
                        @Override
                        public Set<String> files() {
                            return first.files();
                        }

                        @Override
                        public void show(List<OutputFile> pages) {
                            first.show(pages);
                            early.add(preview[0].showing());
                        }
                    });
                    return edition[0].result();
                },
                "notes/");
        preview[0].rebuild();
        for (String address : List.of("/second/", "/assets/site.css", "/nowhere/", "/first/", "/search/")) {
            preview[0].read(address);
        }
        Files.writeString(note, "# The first\n\nNew words.\n");
        assertThat(preview[0].rebuild().news()).isTrue();
        assertThat(early).hasSize(1);
        assertThat(text(early.get(0), "first/index.html")).contains("New words");
        assertThat(text(early.get(0), "search-index.js")).isNotEqualTo(text(preview[0].showing(), "search-index.js"));
    }

    private static String text(Showing showing, String file) {
        return new String(showing.site().orElseThrow().file(file).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** A site of another address stands at another path. */
    @Test
    void theSiteMovesWithItsAddress() throws IOException {
        Preview preview = new Preview(first -> build.render(SiteSettings.Addresses.NONE), "notes/");
        preview.rebuild();
        assertThat(preview.showing().site().orElseThrow().base()).isEqualTo("/");
        Path settings = place.resolve("notes/site.yaml");
        Files.writeString(settings, Files.readString(settings).replace("example.org/", "example.org/a%20b/"));
        preview.rebuild();
        assertThat(preview.showing().site().orElseThrow().base()).isEqualTo("/a b/");
        Answer answer = new Answers(new HostNames(HostNames.LOOPBACK), new byte[0]).answer("/", preview.showing());
        assertThat(answer.location()).isEqualTo("/a%20b/");
    }
}
