package dev.archnotes.site.read;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.NoteKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryReaderTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>";
    private static final String FRONT_MATTER = """
            ---
            title: A note
            slug: a-note
            key: One sentence.
            description: One or two sentences.
            ---
            """;

    @TempDir
    Path folder;

    @Test
    void folderDecidesTheKindOfANote() throws IOException {
        write("method.md", FRONT_MATTER);
        write("Generic/kv-cache.md", FRONT_MATTER);
        write("Baselines/GPT-2/index.md", FRONT_MATTER);
        write("Baselines/GPT-2/architecture.yaml", "slug: gpt-2\n");
        write("Baselines/GPT-2/history.md", FRONT_MATTER);

        Library library = LibraryReader.read(folder).library();

        assertThat(library.notes())
                .extracting(Note::path, Note::kind)
                .containsExactly(
                        tuple("Baselines/GPT-2/history.md", NoteKind.TEXT),
                        tuple("Baselines/GPT-2/index.md", NoteKind.MODEL),
                        tuple("Generic/kv-cache.md", NoteKind.CONCEPT),
                        tuple("method.md", NoteKind.TEXT));
    }

    @Test
    void theSettingsMayNameTheFolders() throws IOException {
        write("site.yaml", """
                title: Notes
                tagline: Some.
                base_url: https://example.org/
                concepts: Ideas
                baselines: Old/
                """);
        write("Ideas/cache.md", FRONT_MATTER);
        write("Generic/method.md", FRONT_MATTER);

        Library library = LibraryReader.read(folder).library();

        assertThat(library.notes())
                .extracting(Note::path, Note::kind)
                .containsExactly(tuple("Generic/method.md", NoteKind.TEXT), tuple("Ideas/cache.md", NoteKind.CONCEPT));
        assertThat(library.settings().folders().baselines()).isEqualTo("Old/");
    }

    @Test
    void hiddenAndForeignFilesAreLeftOut() throws IOException {
        write(".git/notes.md", "no note");
        write(".hidden.md", "no note");
        write("figures/flow.svg", "<svg/>");
        write("figures/flow.psd", "the drawing");

        Library library = LibraryReader.read(folder).library();

        assertThat(library.notes()).isEmpty();
        assertThat(library.images()).containsExactly("figures/flow.svg");
    }

    @Test
    void onlyImagesThatNotesShowOrLinkToAreRead() throws IOException {
        write("figures/shown here.svg", SVG);
        write("figures/linked.svg", SVG);
        write("figures/draft.svg", SVG);
        write("b/a.md", FRONT_MATTER + "![A flow](../figures/shown%20here.svg)\n\n[a flow](../figures/linked.svg)\n");

        Library library = LibraryReader.read(folder).library();

        assertThat(library.figures())
                .extracting(Figure::path)
                .containsExactly("figures/linked.svg", "figures/shown here.svg");
        assertThat(library.images()).hasSize(3);
    }

    @Test
    void aDrawingInAnotherEncodingIsRefused() throws IOException {
        String drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>go()</script></svg>";
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(drawing.getBytes(UTF_8));
        }
        write("a.md", FRONT_MATTER + "![One](one.svg) ![Two](two.svg) ![Three](three.svg)\n");
        Files.write(folder.resolve("one.svg"), drawing.getBytes(UTF_16));
        Files.write(folder.resolve("two.svg"), drawing.getBytes(UTF_16LE));
        Files.write(folder.resolve("three.svg"), packed.toByteArray());

        assertThat(LibraryReader.read(folder).findings())
                .extracting(finding -> finding.location().path())
                .contains("one.svg", "two.svg", "three.svg");
    }

    @Test
    void sourcesHoldEveryFileThatAFindingMayPointInto() throws IOException {
        write("site.yaml", "title: Notes\n");
        write("a.md", FRONT_MATTER);
        write("references.bib", "");

        assertThat(LibraryReader.read(folder).library().sources())
                .containsOnlyKeys("a.md", "references.bib", "site.yaml");
    }

    @Test
    void everyBrokenFileIsReportedInOneRun() throws IOException {
        write("site.yaml", "title: [\n");
        write("a.md", "---\ntitle: [\n---\nText.\n");
        write("references.bib", "@misc{open\n");
        write("timeline.yaml", "eras: no\nevents: no\n");

        assertThat(LibraryReader.read(folder).findings())
                .extracting(finding -> finding.location().path())
                .containsOnly("a.md", "references.bib", "site.yaml", "timeline.yaml");
    }

    @Test
    void modelInABlockHasItsExactPlace() throws IOException {
        write("site.yaml", "title: Notes\ntagline: T.\nbase_url: https://example.org\n");
        write(
                "a.md",
                FRONT_MATTER
                        + "> - ```compare\n>   models:\n>     - one\n>     - two\n>   columns: [layers]\n>   "
                        + "caption: \"Both.\"\n>   ```\n");

        LibraryReader.Result read = LibraryReader.read(folder);

        assertThat(read.findings().all()).isEmpty();
        NoteBlock block = read.library().notes().get(0).blocks().get(0);
        assertThat(block.models().list()).containsExactly("one", "two");
        assertThat(block.models().places()).containsEntry("two", new Location("a.md", 10, 9));
        assertThat(read.library().settings().addresses().base()).isEqualTo("https://example.org/");
    }

    @Test
    void lineEndsAndByteOrderMarkLeaveNoTrace() throws IOException {
        write("a.md", "\uFEFF" + (FRONT_MATTER + "Text.\n").replace("\n", "\r\n"));

        LibraryReader.Result read = LibraryReader.read(folder);

        assertThat(read.library().sources()).containsEntry("a.md", FRONT_MATTER + "Text.\n");
        assertThat(read.library().notes()).extracting(Note::title).containsExactly("A note");
    }

    @Test
    void folderWithoutSettingsIsAFinding() throws IOException {
        assertThat(LibraryReader.read(folder).findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.MISSING_FILE));
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
