package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that some system cannot hold; notes that have them cannot stand in the repository, which is for all. */
class FigureNamesTest {
    private static final String NOTE = "---\ntitle: A\nslug: a\nkey: K.\ndescription: D.\n---\n";

    @TempDir
    Path notes;

    @Test
    void namesOfFiguresThatAreUsedAreCheckedWhereTheyAreUsed() throws IOException {
        Files.writeString(notes.resolve("site.yaml"), "title: N\ntagline: T.\nbase_url: https://example.org\n");
        for (String name : List.of("CON.svg", "a?b.svg", "a\\b.svg", "unused?.svg", "sound.svg")) {
            Files.writeString(notes.resolve(name), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        }
        Files.writeString(
                notes.resolve("a.md"),
                NOTE + "![One](CON.svg) [two](a%3Fb.svg)\n\n![Three](a%5Cb.svg) ![Four](sound.svg)\n");

        LibraryReader.Result read = LibraryReader.read(notes);

        assertThat(read.findings().all()).isEmpty();
        assertThat(new Checks((tex, display) -> new MathResult.Rendered(""))
                        .run(Catalogue.of(read.library()))
                        .findings()
                        .all())
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo(Rule.UNUSABLE_FIGURE))
                .extracting(
                        finding -> finding.location(),
                        finding -> finding.message().replaceAll(".*: ", ""))
                .containsExactly(
                        tuple(new Location("a.md", 7, 8), "Windows knows a device of that name"),
                        tuple(new Location("a.md", 7, 23), "it holds ?"),
                        tuple(new Location("a.md", 9, 10), "it holds \\"));
    }
}
