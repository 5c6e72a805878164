package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.BrokenNotes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However the real notes are broken, the answer is a list of findings, never an exception. */
@Tag("site")
class RealBrokenNotesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("dev.archnotes.sites.BrokenNotes#seeds")
    void brokenNotesGiveFindings(int seed) throws IOException {
        assertThat(BrokenNotes.findings(RealSite.NOTES, folder, seed)).isNotEmpty();
    }
}
