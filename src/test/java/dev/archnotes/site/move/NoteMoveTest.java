package dev.archnotes.site.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteMoveTest {
    private static final String ONE = """
            # One

            Other [two](two.md#part), [with words](<two words.md>), [up](../index.md "Home"), ![A picture](pic.svg),
            [two again][ref], [itself](#one), [elsewhere](https://example.org/two.md), `[code](two.md)`.

            | a | b |
            | --- | --- |
            | [two](./two.md) | ../a/two.md |

            [ref]: two.md
            """;

    @TempDir
    private Path place;

    private Path notes;

    @BeforeEach
    void write() throws IOException {
        notes = place.resolve("notes");
        write("site.yaml", "title: Tiny notes\ntagline: For a test.\norder: [b/other.md, a/one.md, a]\n");
        write("index.md", "# Home\n\nTo [one](a/one.md) and [one's part](a/one.md#one), \\[not](a/one.md).\n");
        write("a/one.md", ONE);
        write("a/two.md", "# Two\n\n## Part\r\n\r\nBack to [one](one.md), [one](/a/one.md), [one](one.md).\r\n");
        write("a/two words.md", "# Two words\n");
        write("a/pic.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
        write(
                "b/other.md",
                "\uFEFF---\ntitle: Other\n---\n\nSee [one](../a/one.md) and [two words](../a/two%20words.md).\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = notes.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(notes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(notes.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private SiteBuild.Result built() throws IOException {
        return new SiteBuild(notes, place.resolve("cache")).render(SiteSettings.Addresses.NONE);
    }

    /** Every byte that is no target of a moved link is as it was. */
    @Test
    void theLinksOfANoteAreRewrittenAndNothingElse() throws IOException {
        Map<String, String> expected = texts();
        expected.remove("a/one.md");
        expected.put(
                "c/d/first.md",
                "---\naliases: [\"/a/one/\"]\n---\n\n"
                        + ONE.replace("[two](two.md#part)", "[two](../../a/two.md#part)")
                                .replace("(<two words.md>)", "(<../../a/two%20words.md>)")
                                .replace("(../index.md \"", "(../../index.md \"")
                                .replace("(pic.svg)", "(../../a/pic.svg)")
                                .replace("(./two.md)", "(../../a/two.md)")
                                .replace("[ref]: two.md", "[ref]: ../../a/two.md"));
        expected.compute(
                "index.md",
                (path, text) -> text.replace("one](a/one.md)", "one](c/d/first.md)")
                        .replace("part](a/one.md#", "part](c/d/first.md#"));
        expected.compute(
                "a/two.md",
                (path, text) ->
                        text.replace("(one.md)", "(../c/d/first.md)").replace("(/a/one.md)", "(/c/d/first.md)"));
        expected.compute("b/other.md", (path, text) -> text.replace("(../a/one.md)", "(../c/d/first.md)"));
        expected.compute("site.yaml", (path, text) -> text.replace("a/one.md", "c/d/first.md"));
        NoteMove.of(notes, "a/one.md", "c/d/first.md").make();
        assertThat(texts()).isEqualTo(expected);
    }

    @Test
    void theAddressOfAMovedPageLeadsOn() throws IOException {
        assertThat(built().findings().all()).isEmpty();
        NoteMove move = NoteMove.of(notes, "a", "c/d");
        assertThat(move.addresses())
                .containsEntry("c/d/one.md", "/a/one/")
                .containsEntry("c/d/two words.md", "/a/two-words/")
                .hasSize(3);
        move.make();
        SiteBuild.Result built = built();
        assertThat(built.findings().all()).isEmpty();
        assertThat(built.files())
                .filteredOn(file -> file.path().equals("a/one/index.html"))
                .singleElement()
                .satisfies(file -> assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                        .contains("http-equiv=\"refresh\"", "c/d/one/"));
    }

    /** Links within a folder that moves as a whole stay as they are. */
    @Test
    void aFolderKeepsTheLinksWithinIt() throws IOException {
        NoteMove move = NoteMove.of(notes, "a", "c/d");
        assertThat(move.edits())
                .extracting(edit -> edit.place().path() + " " + edit.written() + " " + edit.replacement())
                .containsExactlyInAnyOrder(
                        "a/one.md ../index.md ../../index.md",
                        "a/two.md /a/one.md /c/d/one.md",
                        "b/other.md ../a/one.md ../c/d/one.md",
                        "b/other.md ../a/two%20words.md ../c/d/two%20words.md",
                        "index.md a/one.md c/d/one.md",
                        "index.md a/one.md c/d/one.md",
                        "site.yaml a/one.md c/d/one.md",
                        "site.yaml a c/d");
    }

    @Test
    void aMoveAndTheWayBackLeaveTheLinksAsTheyWere() throws IOException {
        Map<String, String> before = texts();
        NoteMove.of(notes, "a/two.md", "b/second.md").make();
        NoteMove.of(notes, "b/second.md", "a/two.md").make();
        Map<String, String> after = texts();
        after.compute("a/two.md", (path, text) -> text.substring(text.indexOf("# Two")));
        // what was written another way means the same still
        before.compute("a/two.md", (path, text) -> text.replace("(one.md)", "(../a/one.md)"));
        before.compute("a/one.md", (path, text) -> text.replace("(./two.md)", "(two.md)"));
        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/one.md | a/two.md | exists already",
                "a/one.md | A/../a/two.md | exists already",
                "a/one.md | ../one.md | not in the notes folder",
                "../notes | x | not in the notes folder",
                "a/../.. | x | not in the notes folder",
                "a | a/b | into itself",
                "a/none.md | x.md | there is no a/none.md",
                "a/one.md | .hidden/one.md | begins with a point",
                "a/one.md | a/one.txt | ends with .md",
                "a/one.md | link/one.md | not in the notes folder",
                "a/one.md | a/con.md | Windows knows a device"
            })
    void whatCannotBeIsRefusedAndChangesNothing(String from, String to, String reason) throws IOException {
        Files.createDirectories(place.resolve("outside"));
        Files.createSymbolicLink(notes.resolve("link"), place.resolve("outside"));
        Map<String, String> before = texts();
        assertThatThrownBy(() -> NoteMove.of(notes, from, to))
                .isInstanceOf(MoveRefused.class)
                .hasMessageContaining(reason);
        assertThat(texts()).isEqualTo(before);
    }

    @Test
    void aFileThatChangesMeanwhileIsNotOverwritten() throws IOException {
        NoteMove move = NoteMove.of(notes, "a/one.md", "c/one.md");
        write("index.md", "# Other words\n");
        Map<String, String> before = texts();
        assertThatThrownBy(move::make).isInstanceOf(IOException.class).hasMessageContaining("has changed");
        assertThat(texts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "# A\\n|---\\naliases: [\"/x/\"]\\n---\\n\\n# A\\n",
                "---\\ntitle: A\\n---\\nText|---\\ntitle: A\\naliases: [\"/x/\"]\\n---\\nText",
                "---\\r\\ntitle: A\\r\\n---\\r\\n|---\\r\\ntitle: A\\r\\naliases: [\"/x/\"]\\r\\n---\\r\\n",
                "---\\naliases: [/y/]\\n---\\n|---\\naliases: [\"/x/\", /y/]\\n---\\n",
                "---\\naliases: []\\n---\\n|---\\naliases: [\"/x/\"]\\n---\\n",
                "---\\naliases:\\n  - /y/\\n---\\n|---\\naliases:\\n  - \"/x/\"\\n  - /y/\\n---\\n",
                "---\\naliases: /y/\\n---\\n|---\\naliases: [\"/x/\", /y/]\\n---\\n",
                "+++\\ntitle = 'A'\\n[extra]\\n+++\\n|+++\\naliases = [\"/x/\"]\\ntitle = 'A'\\n[extra]\\n+++\\n",
                "---\\ntitle: A\\n---\\naliases: [no]\\n|---\\ntitle: A\\naliases: [\"/x/\"]\\n---\\naliases: [no]\\n"
            })
    void aFormerAddressIsAddedToWhatIsThere(String note, String expected) {
        assertThat(FormerAddress.addTo(plain(note), "x")).isEqualTo(plain(expected));
    }

    private static String plain(String escaped) {
        return escaped.replace("\\r", "\r").replace("\\n", "\n");
    }
}
