package dev.archnotes.site.write;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where notes and site may lie: beside one another. */
class OutputPlaceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeNotesAndLinks() throws IOException {
        Files.createDirectories(folder.resolve("a/notes/Generic"));
        Files.createDirectories(folder.resolve("b"));
        Files.createSymbolicLink(folder.resolve("b/to-notes"), folder.resolve("a/notes"));
        Files.createSymbolicLink(folder.resolve("b/to-a"), folder.resolve("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "a/notes, a/notes, holds the notes",
        "a/notes, b/to-notes, holds the notes",
        "b/to-notes, a/notes/../notes, holds the notes",
        "a/notes, a/missing/../notes, holds the notes",
        "a/notes/., a/notes/target/site, lies within the notes folder",
        "a/notes, a/notes/Generic, lies within the notes folder",
        "a/notes, b/to-notes/target/site, lies within the notes folder",
        "b/to-notes, a/notes/site, lies within the notes folder",
        "a/notes, a, all of which a build replaces",
        "a/notes, b/to-a, all of which a build replaces",
        "b/to-notes, a, all of which a build replaces",
        "a/notes/Generic, a, all of which a build replaces"
    })
    void neitherMayContainTheOther(String notes, String site, String message) {
        assertThatThrownBy(() -> OutputPlace.checkApart(folder.resolve(notes), folder.resolve(site)))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"a/notes, a/site", "a/notes, a/notes-site", "a/notes, a/notes/../site", "b/to-notes, b/site"})
    void besideOneAnotherTheyAreWell(String notes, String site) {
        assertThatCode(() -> OutputPlace.checkApart(folder.resolve(notes), folder.resolve(site)))
                .doesNotThrowAnyException();
    }

    @Test
    void theMessageNamesAPlaceThatWillDo() {
        assertThatThrownBy(() -> OutputPlace.checkApart(Path.of("."), Path.of("target/site")))
                .hasMessage("target/site lies within the notes folder ., so that one build would read what another has "
                        + "written; choose a folder beside the notes, for example -o ../site");
        assertThatThrownBy(() -> OutputPlace.checkApart(Path.of("src"), Path.of("src/site")))
                .hasMessageEndingWith("-o site");
    }
}
