package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.build.SiteBuild;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {
    @TempDir
    private Path notes;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int check(String text) throws IOException {
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/
                strict: true
                """);
        Files.writeString(
                notes.resolve("a.md"), "---\ntitle: A\nslug: a\nkey: One.\ndescription: One.\n---\n\n" + text + "\n");
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("--notes", notes.toString());
    }

    @Test
    void oneNoteIsOneNote() throws IOException {
        assertThat(check("Text.")).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString("no errors in 1 note" + System.lineSeparator());
    }

    @Test
    void aCheckSaysNothingOfWriting() throws IOException {
        assertThat(check("[Nothing]().")).isEqualTo(ExitCode.FINDINGS);
        assertThat(err.toString()).endsWith("1 error in 1 note\n");
    }

    @Test
    void findingsForAProgramAreOnStandardOutputAloneAndQuietIsQuiet() throws IOException {
        check("[Nothing]().");
        CommandRun json = CommandRun.of("check", "--notes", notes, "--format", "json", "--quiet");
        assertThat(json.out())
                .startsWith("{\n  \"notes\": 1,\n  \"errors\": 1,")
                .endsWith("}\n");
        assertThat(json.err()).isEmpty();
        CommandRun github = CommandRun.of("check", "--notes", notes, "--format", "github");
        assertThat(github.out()).startsWith("::error file=").hasLineCount(1);
        check("Text.");
        CommandRun fine = CommandRun.of("check", "--notes", notes, "--quiet");
        assertThat(fine.out() + fine.err()).isEmpty();
        CommandRun told = CommandRun.of("check", "--notes", notes, "--format", "json");
        assertThat(told.out()).contains("\"findings\": [ ]");
        assertThat(told.err()).isEqualTo("no errors in 1 note\n");
    }

    @Test
    void progressIsForAPersonAtATerminal() {
        assertThat(ReportOptions.isWatched(false, Map.of())).isFalse();
        assertThat(ReportOptions.isWatched(true, Map.of("CI", "true"))).isFalse();
        StringWriter shown = new StringWriter();
        try (ProgressLine line = new ProgressLine(new PrintWriter(shown), true)) {
            line.accept(SiteBuild.Step.READING);
        }
        assertThat(shown).hasToString("\r\u001b[Kreading the notes …\r\u001b[K");
    }
}
