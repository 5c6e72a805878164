package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.cli.ClassArchive.Making;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {
    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void write() throws IOException {
        jar = Files.writeString(folder.resolve("some.jar"), "classes");
    }

    private void keepOfBuild() throws IOException {
        ClassArchive making =
                ClassArchive.of(folder, jar, "build", Making.FIRST).orElseThrow();
        Files.writeString(made(making), "archive");
        making.keep(true);
    }

    @Test
    void aBuildMakesTheArchiveThatLaterRunsUse() throws IOException {
        keepOfBuild();
        List<String> options = ClassArchive.of(folder, jar, "build", Making.NEVER)
                .orElseThrow()
                .options();
        assertThat(options).contains("-Xshare:auto", "-XX:+VerifySharedSpaces");
        assertThat(options).anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
        assertThat(ClassArchive.of(folder, jar, "build", Making.FIRST)
                        .orElseThrow()
                        .options())
                .as("it is made once")
                .noneMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
    }

    @Test
    void anotherJarHasAnotherArchive() throws IOException {
        keepOfBuild();
        Files.writeString(jar, "other classes");
        assertThat(ClassArchive.of(folder, jar, "build", Making.NEVER)).isEmpty();
    }

    @Test
    void anotherCommandHasAnotherArchive() throws IOException {
        keepOfBuild();
        assertThat(ClassArchive.of(folder, jar, "verify", Making.NEVER)).isEmpty();
        assertThat(ClassArchive.of(folder, jar, "verify", Making.FIRST)
                        .orElseThrow()
                        .options())
                .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
        assertThat(ClassArchive.of(folder, jar, "build", Making.NEVER)).isPresent();
    }

    @Test
    void aShortCommandMakesItsArchiveWhenItIsCalledAgain() throws IOException {
        ClassArchive first =
                ClassArchive.of(folder, jar, "verify", Making.SECOND).orElseThrow();
        assertThat(first.options()).noneMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
        first.keep(false);
        assertThat(ClassArchive.of(folder, jar, "verify", Making.SECOND)
                        .orElseThrow()
                        .options())
                .as("after a run that failed")
                .noneMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit="));
        first.keep(true);
        ClassArchive second =
                ClassArchive.of(folder, jar, "verify", Making.SECOND).orElseThrow();
        Files.writeString(made(second), "archive");
        second.keep(true);
        try (Stream<Path> left = Files.list(folder.resolve("classes"))) {
            assertThat(left).hasSize(1);
        }
        assertThat(ClassArchive.of(folder, jar, "verify", Making.SECOND)
                        .orElseThrow()
                        .options())
                .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    @Test
    void aRunThatLoadsLittleMakesNone() {
        assertThat(ClassArchive.of(folder, jar, "build", Making.NEVER)).isEmpty();
    }

    @Test
    void aRunThatFoundAnErrorLeavesNoArchive() throws IOException {
        ClassArchive making =
                ClassArchive.of(folder, jar, "build", Making.FIRST).orElseThrow();
        Path made = Files.writeString(made(making), "archive of half of the classes");
        making.keep(false);
        assertThat(made).doesNotExist();
        assertThat(ClassArchive.of(folder, jar, "build", Making.NEVER)).isEmpty();
    }

    @Test
    void aBuildThatWasKilledLeavesNoArchive() {
        ClassArchive.of(folder, jar, "build", Making.FIRST).orElseThrow().keep(true);
        assertThat(ClassArchive.of(folder, jar, "build", Making.NEVER)).isEmpty();
    }

    @Test
    void archivesOfLongAgoAreRemoved() throws IOException {
        ClassArchive making =
                ClassArchive.of(folder, jar, "build", Making.FIRST).orElseThrow();
        Path old = Files.writeString(folder.resolve("classes/old.jsa"), "archive");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(100L * 24 * 3600)));
        Files.writeString(made(making), "archive");
        making.keep(true);
        try (Stream<Path> left = Files.list(folder.resolve("classes"))) {
            assertThat(left).hasSize(1).noneMatch(old::equals);
        }
    }

    @Test
    void whereNothingCanBeKeptThereIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThat(ClassArchive.of(file, jar, "build", Making.FIRST)).isEmpty();
        assertThat(ClassArchive.of(folder, folder.resolve("absent.jar"), "build", Making.FIRST))
                .isEmpty();
    }

    private static Path made(ClassArchive archive) {
        return archive.options().stream()
                .filter(option -> option.startsWith("-XX:ArchiveClassesAtExit="))
                .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }
}
