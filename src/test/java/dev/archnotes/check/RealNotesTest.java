package dev.archnotes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.content.Library;
import dev.archnotes.diagnostic.DiagnosticPrinter;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.markdown.MathResult;
import dev.archnotes.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Nothing is wrong with the notes that this repository publishes; their formulas have a test of their own. */
class RealNotesTest {

    @Test
    void realNotesHaveNoFindings() throws IOException {
        LibraryReader.Result read = LibraryReader.read(Path.of("notes"));
        Library library = read.library();
        Diagnostics checked = Checks.run(library, (tex, display) -> new MathResult.Rendered("")).findings();

        assertThat(new DiagnosticPrinter(library.sources()::get, false, "notes/").print(read.findings().and(checked), library.notes().size()))
                .isEmpty();
        assertThat(library.notes()).hasSizeGreaterThan(20);
    }
}
