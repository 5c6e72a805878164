package dev.archnotes.site.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.sites.BuiltSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SitesBelowTest {
    @TempDir
    private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @BeforeEach
    void writeTwoFolders() throws IOException {
        write("notes/site.yaml", "title: Handbook\ntagline: What we know.\nsites: {guide: ../docs/guide}\n");
        write("notes/one.md", "# One\n\nText.\n");
        write("docs/guide/site.yaml", "title: Guide\ntagline: How to.\n");
        write("docs/guide/two.md", "# Two\n\nText.\n");
    }

    private SiteBuild.Result build() throws IOException {
        return new SiteBuild(folder.resolve("notes"), BuiltSite.CACHE).render(SiteSettings.Addresses.NONE);
    }

    @Test
    void itsPagesStandBelowAndHaveNoFilesOfAHost() throws IOException {
        assertThat(build().files())
                .extracting(OutputFile::path)
                .contains("one/index.html", "guide/index.html", "guide/two/index.html", "guide/assets/site.css")
                .contains("robots.txt", "404.html")
                .doesNotContain("guide/robots.txt", "guide/404.html");
    }

    @Test
    void itsFindingsAreNamedFromTheNotesFolder() throws IOException {
        write("docs/guide/two.md", "# Two\n\n[Nowhere](three.md)\n");
        assertThat(build().findings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.location().path()).isEqualTo("../docs/guide/two.md");
            assertThat(finding.location().below("notes/")).hasToString("docs/guide/two.md:3:11");
        });
    }

    @Test
    void anErrorInItStopsTheWholeSite() throws IOException {
        write("docs/guide/site.yaml", "title: Guide\ntagline: How to.\nrules: {unknown-note: error}\n");
        write("docs/guide/two.md", "# Two\n\n[Nowhere](three.md)\n");
        assertThat(build().files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guide, ../missing, there is no notes folder at",
        "guide, ../docs, there is no notes folder at",
        "guide, ../../other, there is no notes folder at",
        "guide, ., is not beside this notes folder",
        "one, ../docs/guide, is that of a page of this site",
        "assets, ../docs/guide, cannot be the address of a site",
        "a/b, ../docs/guide, cannot be the address of a site",
        "guide, /etc, is no path from this notes folder"
    })
    void whatCannotStandBelowIsAFinding(String name, String path, String message) throws IOException {
        write("notes/site.yaml", "title: H\ntagline: K.\nsites: {\"" + name + "\": \"" + path + "\"}\n");
        SiteBuild.Result result = build();
        assertThat(result.files()).isEmpty();
        assertThat(result.findings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains(message);
            assertThat(finding.location().path()).isEqualTo("site.yaml");
        });
    }

    /** Whoever sends notes gets at nothing beyond the folder that holds them. */
    @Test
    void aFolderFartherAwayIsRefused(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("site.yaml"), "title: Own\ntagline: Own.\n");
        Path way = folder.resolve("notes").toRealPath().relativize(elsewhere.toRealPath());
        write("notes/site.yaml", "title: H\ntagline: K.\nsites: {guide: \"" + way + "\"}\n");
        assertThat(build().findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is not beside this notes folder"));
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        write("notes/site.yaml", "title: H\ntagline: K.\nsites: {guide: ../link}\n");
        assertThat(build().findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("is not beside this notes folder"));
    }

    @Test
    void oneBelowHasNoneBelowItself() throws IOException {
        write("docs/guide/site.yaml", "title: Guide\ntagline: How to.\nsites: {more: ../more}\n");
        assertThat(build().findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("has none below itself"));
    }

    @ParameterizedTest
    @CsvSource({
        "notes/, a.md, notes/a.md",
        "notes/, ../src/a.md, src/a.md",
        "a/b/, ../../c.md, c.md",
        "../notes/, ../a.md, ../a.md",
        "notes/, ../../a.md, ../a.md"
    })
    void aPlaceIsNamedFromAboveAFolder(String from, String path, String named) {
        assertThat(Location.startOf(path).below(from).path()).isEqualTo(named);
    }
}
