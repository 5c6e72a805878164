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
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>";

    @TempDir
    Path notes;

    @Test
    void namesThatDifferInCaseOrInTheSpellingOfAnAccentAreOneFileOnSomeMachines() throws IOException {
        assertThat(findings("A.svg", "a.svg", "caf\u00e9.svg", "cafe\u0301.svg"))
                .extracting(finding -> finding.location().path() + " " + finding.rule() + " " + finding.message())
                .containsExactly(
                        "A.svg duplicate-slug A.svg and a.svg would have the same place: notes/A.svg, notes/a.svg",
                        "a.svg duplicate-slug a.svg and A.svg would have the same place: notes/A.svg, notes/a.svg",
                        "cafe\u0301.svg duplicate-slug cafe\u0301.svg and caf\u00e9.svg would have the same place: "
                                + "notes/cafe\u0301.svg, notes/caf\u00e9.svg",
                        "caf\u00e9.svg duplicate-slug caf\u00e9.svg and cafe\u0301.svg would have the same place: "
                                + "notes/cafe\u0301.svg, notes/caf\u00e9.svg");
    }

    private List<Diagnostic> findings(String... images) throws IOException {
        StringBuilder note = new StringBuilder("---\ntitle: A note\nslug: a\nkey: K.\ndescription: D.\n---\n\n");
        for (String image : images) {
            Files.writeString(notes.resolve(image), SVG);
            note.append("![An image](").append(image).append(")\n");
        }
        Files.writeString(notes.resolve("a.md"), note);
        Diagnostics.Builder findings = Diagnostics.builder();
        new Addresses().check(Catalogue.of(LibraryReader.read(notes).library()), findings);
        return findings.build().all();
    }
}
