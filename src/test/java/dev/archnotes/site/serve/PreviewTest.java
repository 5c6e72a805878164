package dev.archnotes.site.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
