package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images whose names no folder for every system can hold. */
class ClashingImagesTest {
    @TempDir
    Path notes;

    @Test
    void namesThatDifferInCaseOrInTheSpellingOfAnAccentAreOneFileOnSomeMachines() throws IOException {
        assertThat(findings("A.png", "a.png", "caf\u00e9.svg", "cafe\u0301.svg"))
                .extracting(finding -> finding.location().path() + " " + finding.rule() + " " + finding.message())
                .containsExactly(
                        "A.png duplicate-slug A.png and a.png would have the same place: notes/A.png, notes/a.png",
                        "a.png duplicate-slug a.png and A.png would have the same place: notes/A.png, notes/a.png",
                        "cafe\u0301.svg duplicate-slug cafe\u0301.svg and caf\u00e9.svg would have the same place: "
                                + "notes/cafe\u0301.svg, notes/caf\u00e9.svg",
                        "caf\u00e9.svg duplicate-slug caf\u00e9.svg and cafe\u0301.svg would have the same place: "
                                + "notes/cafe\u0301.svg, notes/caf\u00e9.svg");
    }

    @Test
    void namesWithSignsThatSomeMachinesDoNotTakeAreReported() throws IOException {
        assertThat(findings("a\"b.png", "a:b.png", "c.png"))
                .extracting(finding -> finding.location().path() + " " + finding.rule())
                .containsExactly("a\"b.png impossible-value", "a:b.png impossible-value");
    }

    private List<Diagnostic> findings(String... images) throws IOException {
        for (String image : images) {
            Files.writeString(notes.resolve(image), image.endsWith(".svg") ? "<svg/>" : "");
        }
        Diagnostics.Builder findings = Diagnostics.builder();
        new Addresses().check(Catalogue.of(LibraryReader.read(notes).library()), findings);
        return findings.build().all();
    }
}
