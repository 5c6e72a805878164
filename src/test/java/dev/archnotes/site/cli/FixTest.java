package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix}: what is beyond doubt is mended, everything else is left as it is. */
class FixTest {
    private static final Path SAMPLE = Path.of("src/test/resources/findings/wrong-fact/notes");

    @TempDir
    private Path folder;

    private Path notes;

    @BeforeEach
    void copy() throws IOException {
        notes = folder.resolve("notes");
        Files.createDirectories(notes.resolve("Tiny"));
        Files.copy(SAMPLE.resolve("Tiny/architecture.yaml"), notes.resolve("Tiny/architecture.yaml"));
        Files.writeString(notes.resolve("Tiny/index.md"), "# Tiny\n");
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/
                """);
    }

    private Path note(String text) throws IOException {
        return Files.writeString(notes.resolve("a.md"), text);
    }

    private CommandRun check(Object... arguments) {
        Object[] all = new Object[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "check";
        all[1] = "--notes";
        all[2] = notes;
        return CommandRun.of(all);
    }

    @Test
    void digitsAreMendedInTheFormOfTheAuthor() throws IOException {
        Path note = note("# A\r\n\r\nAbout [999 params](fact:tiny-1m/parameters.total) of *[7](fact:tiny-1m/layers)*.");
        CommandRun run = check("--fix");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(note))
                .isEqualTo("# A\r\n\r\nAbout [187,200 params](fact:tiny-1m/parameters.total) of "
                        + "*[2](fact:tiny-1m/layers)*.");
        assertThat(run.out()).contains("a.md:3:8: [wrong-fact] \"999 params\" is \"187,200 params\" now");
    }

    @Test
    void aWordInThePlaceOfANumberIsLeftToTheAuthor() throws IOException {
        String text = "# A\n\n[Many](fact:tiny-1m/parameters.total) and [**9**9](fact:tiny-1m/layers).\n";
        Path note = note(text);
        CommandRun run = check("--fix");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(Files.readString(note)).isEqualTo(text);
        assertThat(run.err()).contains("2 errors");
    }

    @Test
    void pathsAnchorsAndSpellingsAreMended() throws IOException {
        Files.writeString(notes.resolve("b.md"), "# B\n\n## Size of it\n\nText.\n");
        Path note = note("# A\n\n[b](b/) [b](b.md#Size_of-it) [2](fact:Tiny_1M/layers) [c](b.md#sise).\n");
        CommandRun run = check("--fix");
        assertThat(Files.readString(note))
                .isEqualTo("# A\n\n[b](b.md) [b](b.md#size-of-it) [2](fact:tiny-1m/layers) [c](b.md#sise).\n");
        assertThat(run.err()).contains("[dead-anchor]").contains("1 warning");
    }

    @Test
    void textWithoutQuotesGetsThem() throws IOException {
        Files.writeString(notes.resolve("site.yaml"), """
                title: 2024
                tagline: true # of course
                base_url: https://example.org/
                head-line: A
                """);
        note("# A\n");
        assertThat(check("--fix").exit()).isZero();
        assertThat(notes.resolve("site.yaml")).hasContent("""
                title: "2024"
                tagline: "true" # of course
                base_url: https://example.org/
                headline: A
                """);
    }

    @Test
    void aDryRunPrintsADiffAndChangesNothing() throws IOException {
        Path note = note("# A\n\n[3](fact:tiny-1m/layers)\n");
        CommandRun run = check("--fix", "--dry-run");
        assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out()).isEqualTo("--- a/" + notes + "/a.md\n+++ b/" + notes + "/a.md\n" + """
                @@ -1,3 +1,3 @@
                 # A
                \s
                -[3](fact:tiny-1m/layers)
                +[2](fact:tiny-1m/layers)
                """);
        assertThat(Files.readString(note)).contains("[3]");
    }

    @Test
    void aDryRunWithoutAFixIsAWrongCall() {
        assertThat(check("--dry-run").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(check("--fix", "--dry-run", "--format", "json").exit()).isEqualTo(ExitCode.USAGE);
    }
}
