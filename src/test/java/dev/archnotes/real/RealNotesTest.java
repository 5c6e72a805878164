package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.site.build.SiteBuild;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing is wrong with the notes that this repository publishes, their formulas included. */
@Tag("site")
class RealNotesTest {

    @Test
    void realNotesHaveNoFindings() throws IOException {
        SiteBuild.Result checked = new SiteBuild(Path.of("notes"), Path.of("target/formulas")).check();

        assertThat(new DiagnosticPrinter(checked.library().sources()::get, false, "notes/")
                        .print(checked.findings(), checked.library().notes().size()))
                .isEmpty();
        assertThat(checked.library().notes()).hasSizeGreaterThan(20);
    }
}
