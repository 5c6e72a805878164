package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links and special files in a notes folder; its neighbor holds what nobody is meant to see. */
class NotesFolderTest {
    private static final String SECRET = "the key to everything";

    @TempDir
    Path folder;

    private Path notes;

    @BeforeEach
    void writeNotesAndASecretBesideThem() throws IOException {
        notes = folder.resolve("notes");
        write("notes/site.yaml", "title: Notes\ntagline: T.\nbase_url: https://example.org\n");
        write("secret/key", SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x.png",
                "Figures/x.SVG",
                "a.md",
                "Generic/architecture.yaml",
                "references.bib",
                "timeline.yaml",
                "mechanisms.yaml",
                "lineage.yaml"
            })
    void aLinkOutOfTheNotesIsNotFollowed(String path) throws IOException {
        link(path, "secret/key");

        assertThat(findings())
                .containsExactly(path + " this link leads out of the notes folder, so it is not followed");
        assertNothingIsRead();
    }

    @Test
    void settingsThatLeadOutAreNotCalledMissing() throws IOException {
        Files.delete(notes.resolve("site.yaml"));
        link("site.yaml", "secret/key");

        assertThat(findings())
                .containsExactly("site.yaml this link leads out of the notes folder, so it is not followed");
    }

    @Test
    void neitherALinkedFolderNorALinkThroughOneIsFollowedOut() throws IOException {
        link("Secrets", "secret");
        Files.createSymbolicLink(notes.resolve("x.png"), Path.of("Secrets/key"));

        assertThat(findings())
                .containsExactly(
                        "Secrets this link leads out of the notes folder, so it is not followed",
                        "x.png this link leads out of the notes folder, so it is not followed");
        assertNothingIsRead();
    }

    @Test
    void aFolderWhoseNameBeginsLikeThatOfTheNotesIsOutsideThem() throws IOException {
        write("notes-private/key", SECRET);
        link("x.png", "notes-private/key");

        assertThat(findings()).hasSize(1);
        assertNothingIsRead();
    }

    @Test
    void whatIsHiddenStaysHidden() throws IOException {
        write("notes/.git/config", SECRET);
        write("notes/.key", SECRET);
        link("references.bib", "notes/.git/config");
        link("x.png", "notes/.key");

        assertThat(findings())
                .containsExactly(
                        "references.bib this link leads to what is no part of the notes, so it is not followed",
                        "x.png this link leads to what is no part of the notes, so it is not followed");
        assertNothingIsRead();
    }

    @Test
    void aSiteWithinTheNotesIsNoPartOfThem() throws IOException {
        SiteWriter.write(notes.resolve("target/site"), List.of(OutputFile.text("notes/x.svg", SECRET)));
        link("y.svg", "notes/target/site/notes/x.svg");

        LibraryReader.Result read = LibraryReader.read(notes);

        assertThat(read.library().images()).containsExactly("y.svg");
        assertThat(findings())
                .containsExactly("y.svg this link leads to what is no part of the notes, so it is not followed");
    }

    @Test
    void aLinkWithinTheNotesIsAFileLikeAnyOther() throws IOException {
        write("notes/Shared/a.md", "---\ntitle: Shared\nslug: s\nkey: K.\ndescription: D.\n---\n");
        link("b.md", "notes/Shared/a.md");
        link("Alias", "notes/Shared");
        link("Shared/up", "notes");

        LibraryReader.Result read = LibraryReader.read(notes);

        assertThat(read.findings().all()).isEmpty();
        assertThat(read.library().notes()).extracting(Note::path).containsExactly("Shared/a.md", "b.md");
    }

    @Test
    void theNotesFolderMayBeALink() throws IOException {
        write("notes/a.md", "---\ntitle: A\nslug: a\nkey: K.\ndescription: D.\n---\n");
        link("b.md", "notes/a.md");
        Path current = Files.createSymbolicLink(folder.resolve("current"), notes);

        LibraryReader.Result read = LibraryReader.read(current);

        assertThat(read.findings().all()).isEmpty();
        assertThat(read.library().notes()).extracting(Note::path).containsExactly("a.md", "b.md");
    }

    @Test
    void linksThatLeadNowhereOrInACircleAreNamed() throws IOException {
        Files.createSymbolicLink(notes.resolve("a.png"), Path.of("b.png"));
        Files.createSymbolicLink(notes.resolve("b.png"), Path.of("a.png"));
        Files.createSymbolicLink(notes.resolve("gone"), Path.of("missing"));
        Files.createSymbolicLink(notes.resolve("below"), Path.of("site.yaml/x"));

        assertThat(findings())
                .containsExactly(
                        "a.png this link leads nowhere",
                        "b.png this link leads nowhere",
                        "below this link leads nowhere",
                        "gone this link leads nowhere");
    }

    @Test
    void aLinkThatIsNoPartOfTheSiteIsNobodysBusiness() throws IOException {
        link("Makefile", "secret/key");
        link(".hidden.md", "secret/key");

        assertThat(findings()).isEmpty();
        assertNothingIsRead();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPipeIsNeverOpened() throws Exception {
        pipe("x.png");
        pipe("references.bib");
        pipe("a.md");
        pipe("no-part-of-the-site");
        Files.createSymbolicLink(notes.resolve("b.md"), Path.of("no-part-of-the-site"));

        assertThat(findings())
                .containsExactly(
                        "a.md this is a pipe, a socket or a device, so it is not opened",
                        "b.md this is a pipe, a socket or a device, so it is not opened",
                        "references.bib this is a pipe, a socket or a device, so it is not opened",
                        "x.png this is a pipe, a socket or a device, so it is not opened");
    }

    @Test
    void aDeviceBehindALinkIsNeverOpened() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/zero")));
        Files.createSymbolicLink(notes.resolve("a.md"), Path.of("/dev/zero"));

        assertThat(findings()).containsExactly("a.md this link leads out of the notes folder, so it is not followed");
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, the file is too large: 3001 MB instead of 2 at most",
        "site.yaml, the file is too large: 3001 MB instead of 2 at most",
        "references.bib, the file is too large: 3001 MB instead of 10 at most",
        "x.png, the file is too large: 3001 MB instead of 20 at most",
        "x.svg, the file is too large: 3001 MB instead of 5 at most"
    })
    void aHugeFileIsNotRead(String path, String message) throws IOException {
        write("notes/b.md", "---\ntitle: B\nslug: b\nkey: K.\ndescription: D.\n---\n![x](x.png) [x](x.svg)\n");
        grow(path);

        assertThat(findings()).containsExactly(path + " " + message);
    }

    @Test
    void aHugeImageThatNobodyShowsIsNobodysBusiness() throws IOException {
        grow("x.png");

        assertThat(findings()).isEmpty();
    }

    /** Three gigabytes that take no room. */
    private void grow(String path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(notes.resolve(path).toFile(), "rw")) {
            file.setLength(3_000_000_001L);
        }
    }

    @Test
    void aFileWithoutPermissionIsNamed() throws IOException {
        write("notes/b.md", "---\ntitle: B\nslug: b\nkey: K.\ndescription: D.\n---\n![x](x.png)\n");
        for (String path : List.of("x.png", "y.png", "a.md", "site.yaml", "Closed/c.md")) {
            write("notes/" + path, "text");
        }
        for (String path : List.of("x.png", "y.png", "a.md", "site.yaml", "Closed")) {
            Files.setPosixFilePermissions(notes.resolve(path), Set.of());
        }
        boolean closed = !Files.isReadable(notes.resolve("a.md"));
        List<String> findings = closed ? findings() : List.of();
        Files.setPosixFilePermissions(notes.resolve("Closed"), PosixFilePermissions.fromString("rwx------"));

        assumeTrue(closed, "who runs the tests may read everything");
        assertThat(findings)
                .containsExactly(
                        "Closed there is no permission to look into this",
                        "a.md there is no permission to read this file",
                        "site.yaml there is no permission to read this file",
                        "x.png there is no permission to read this file");
    }

    @Test
    void aNameThatIsNoTextIsNamed() throws Exception {
        Process made =
                new ProcessBuilder("sh", "-c", "touch \"$0/$(printf 'caf\\351').png\"", notes.toString()).start();
        assumeTrue(made.waitFor() == 0);

        assertThat(findings())
                .singleElement()
                .asString()
                .endsWith("the name of this file is not text in the encoding of this system");
    }

    @Test
    void specificationsAloneAreReadWithTheSameCare() throws IOException {
        link("Heron/architecture.yaml", "secret/key");
        link("x.png", "secret/key");

        LibraryReader.Specifications read = LibraryReader.specifications(notes);

        assertThat(read.findings().all())
                .extracting(finding -> finding.location().path())
                .containsExactly("Heron/architecture.yaml");
        assertThat(read.sources()).isEmpty();
    }

    /** Every folder has a page with the way home: seven hundred within one another took half a minute. */
    @Test
    void foldersWithinFoldersHaveAnEnd() throws IOException {
        write("notes/" + "f/".repeat(50) + "a.md", "# A\n\nText.\n");
        assertThat(findings()).isEmpty();

        write("notes/" + "f/".repeat(700) + "a.md", "# A\n\nText.\n");
        assertThat(findings()).containsExactly("f/".repeat(50) + "f folders stand more than 50 deep in one another");
    }

    private List<String> findings() throws IOException {
        return LibraryReader.read(notes).findings().all().stream()
                .peek(finding -> assertThat(finding.rule()).isEqualTo(Rule.UNREADABLE_FILE))
                .map(finding -> finding.location().path() + " " + finding.message())
                .toList();
    }

    private void assertNothingIsRead() throws IOException {
        LibraryReader.Result read = LibraryReader.read(notes);
        assertThat(read.library().sources().values()).noneMatch(text -> text.contains(SECRET));
        assertThat(read.library().figures()).noneMatch(figure -> new String(figure.bytes()).contains(SECRET));
    }

    private void link(String path, String target) throws IOException {
        Path link = notes.resolve(path);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, link.getParent().relativize(folder.resolve(target)));
    }

    private void pipe(String path) throws Exception {
        Process made = new ProcessBuilder("mkfifo", notes.resolve(path).toString()).start();
        assumeTrue(made.waitFor() == 0);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
