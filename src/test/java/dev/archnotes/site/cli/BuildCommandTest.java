package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BuildCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int build(String... more) throws IOException {
        Files.createDirectories(folder.resolve("notes"));
        Files.writeString(folder.resolve("notes/first.md"), "# First\n\nText.\n");
        return buildWhatIsThere(more);
    }

    private int buildWhatIsThere(String... more) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                """);
        return new CommandLine(new BuildCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of(
                                        "--notes",
                                        notes.toString(),
                                        "--output",
                                        folder.resolve("site").toString(),
                                        "--cache",
                                        folder.resolve("cache").toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aFolderWithoutNotesIsAnsweredWithWhatANoteIs() throws IOException {
        assertThat(buildWhatIsThere()).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).contains("there are no notes in ", "any file in it that ends in .md is one");
        err.getBuffer().setLength(0);
        assertThat(build()).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).doesNotContain("there are no notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "https://e x/", "javascript:alert(1)//", "https://a:b@example.org/", "https://e.org/?q"})
    void anAddressThatIsNoneIsRefusedInOneLine(String address) throws IOException {
        // nothing is appended to the others, which may have a query
        List<String> options = address.endsWith("?q")
                ? List.of("--base-url", "--edit-url")
                : List.of("--base-url", "--edit-url", "--repository", "--issue-url");
        for (String option : options) {
            err.getBuffer().setLength(0);
            assertThat(build(option, address)).isEqualTo(ExitCode.USAGE);
            assertThat(err.toString())
                    .startsWith("archnotes: " + option + ": \"" + address + "\" ")
                    .containsOnlyOnce("\n");
            assertThat(folder.resolve("site")).doesNotExist();
        }
    }

    @Test
    void theSlashAtTheEndOfTheAddressMayBeLeftOut() throws IOException {
        assertThat(build("--base-url", "https://example.org/sub"))
                .as(err.toString())
                .isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("site/sitemap.xml")).content().contains("<loc>https://example.org/sub/");
    }

    /** A full address is needed by crawlers, feed readers and cards; everything else works in any folder. */
    @Test
    void aSiteOfNoAddressHasNothingThatNeedsOneAndTheLogSaysSo() throws IOException {
        assertThat(build()).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(err.toString())
                .isEqualTo(
                        "archnotes: note: without --base-url the site has no sitemap, feed, share pictures or canonical"
                                + " addresses\n");
        Path site = folder.resolve("site");
        assertThat(site.resolve("sitemap.xml")).doesNotExist();
        assertThat(site.resolve("robots.txt")).content().isEqualTo("User-agent: *\nAllow: /\n");
        assertThat(site.resolve("llms.txt")).content().doesNotContain("sitemap", "Optional");
        assertThat(site.resolve("index.html"))
                .content()
                .doesNotContain("canonical", "og:url", "og:image", "ld+json", "feed.xml");
    }

    @Test
    void aSiteOfAnAddressSaysWhereEachPageIs() throws IOException {
        assertThat(build("--base-url", "https://example.org/sub/")).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEmpty();
        assertThat(folder.resolve("site/robots.txt"))
                .content()
                .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: https://example.org/sub/sitemap.xml\n");
        assertThat(folder.resolve("site/index.html"))
                .content()
                .contains(
                        "<link rel=\"canonical\" href=\"https://example.org/sub/\">",
                        "<meta property=\"og:url\" content=\"https://example.org/sub/\">");
    }
}
