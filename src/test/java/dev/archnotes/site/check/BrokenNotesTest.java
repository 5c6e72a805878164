package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.BrokenNotes;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the notes are broken, the answer is a list of findings, never an exception. */
class BrokenNotesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.archnotes.sites.BrokenNotes#seeds")
    void brokenNotesGiveFindings(int seed) throws IOException {
        assertThat(BrokenNotes.findings(FieldGuide.NOTES, folder, seed)).isNotEmpty();
    }
}
