package dev.archnotes.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relative links in a note lead to files of the notes folder, as in a code browser. */
class NoteIdTest {
    private static final NoteId NOTE = new NoteId("Qwen3/index.md");

    @ParameterizedTest
    @CsvSource({
        "architecture.yaml, Qwen3/architecture.yaml",
        "./figures//flow.svg, Qwen3/figures/flow.svg",
        "../Generic/kv-cache.md, Generic/kv-cache.md",
        "../two%20words.md, two words.md",
        "a+b.md, Qwen3/a+b.md",
        "100%.md, Qwen3/100%.md",
    })
    void aLinkIsReadFromTheFolderOfItsNote(String link, String file) {
        assertThat(NOTE.resolve(link)).contains(file);
    }

    @Test
    void aLinkThatLeavesTheNotesFolderLeadsNowhere() {
        assertThat(NOTE.resolve("../../README.md")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Qwen3/architecture.yaml, architecture.yaml",
        "Generic/kv-cache.md, ../Generic/kv-cache.md",
        "method.md, ../method.md",
    })
    void aFileIsLinkedByTheShortestWay(String file, String link) {
        assertThat(NOTE.linkTo(file)).isEqualTo(link);
        assertThat(NOTE.resolve(link)).contains(file);
    }
}
