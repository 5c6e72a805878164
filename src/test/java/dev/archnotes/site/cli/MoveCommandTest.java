package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveCommandTest {
    @TempDir
    private Path notes;

    @BeforeEach
    void writeNotes() throws IOException {
        Files.writeString(notes.resolve("site.yaml"), "title: Tiny notes\ntagline: Notes for a test.\n");
        Files.writeString(notes.resolve("one.md"), "# One\n\nSee [two](two.md#part).\n");
        Files.writeString(notes.resolve("two.md"), "# Two\n\n## Part\n\nBack to [one](one.md).\n");
    }

    @Test
    void aDryRunSaysWhatAMoveDoesAndDoesNothing() throws IOException {
        Map<String, String> before = texts();

        CommandRun dry = CommandRun.of("move", "two.md", "more/second.md", "--notes", notes, "--dry-run");

        assertThat(dry.exit()).as(dry.err()).isEqualTo(ExitCode.OK);
        assertThat(dry.out())
                .contains("one.md:3:11: two.md is now more/second.md\n")
                .contains("two.md:5:15: one.md is now ../one.md\n")
                .endsWith("would move two.md to more/second.md, with 2 links and 1 former address\n");
        assertThat(texts()).isEqualTo(before);

        CommandRun move = CommandRun.of("move", "two.md", "more/second.md", "--notes", notes);
        assertThat(move.out()).isEqualTo(dry.out().replace("would move", "moved"));
        assertThat(texts().keySet()).containsExactly("more/second.md", "one.md", "site.yaml");
        assertThat(texts()).containsEntry("one.md", "# One\n\nSee [two](more/second.md#part).\n");
        assertThat(texts().get("more/second.md")).contains("aliases: [\"/two/\"]", "Back to [one](../one.md).");
    }

    @Test
    void aDryRunIsRefusedLikeAMove() throws IOException {
        Map<String, String> before = texts();

        CommandRun dry = CommandRun.of("move", "two.md", "one.md", "--notes", notes, "--dry-run");

        assertThat(dry.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(dry.err())
                .isEqualTo(CommandRun.of("move", "two.md", "one.md", "--notes", notes)
                        .err())
                .startsWith("archnotes: ");
        assertThat(texts()).isEqualTo(before);
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(notes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(notes.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
