package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.markdown.node.TextSection;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {

    private static final MarkdownDocument NOTE = MarkdownDialect.parse("note.md", 10, """
            Three *plain* words[^n] with [a link](b.md#c), $x$ and
            [61 layers](fact:a/layers) [@key, Table 1].

            ## The `cache` {#cache}

            | Model | Size |
            |-------|------|
            | A     | 12   |

            ```python
            not_counted = True
            ```

            > [!QUESTION] Why?
            > Because.

            ### Empty

            ```memory
            models: [a]
            ```

            ![A flow](a/flow.svg "The caption.")

            [^n]: A side note.
            """);

    @Test
    void gathersWhatTheTextRefersTo() {
        assertThat(NOTE.headings()).extracting(Heading::id).containsExactly("cache", "empty");
        assertThat(NOTE.headings()).extracting(Heading::text).containsExactly("The cache", "Empty");
        assertThat(NOTE.headings()).extracting(Heading::level).containsExactly(2, 3);
        assertThat(NOTE.links())
                .extracting(LinkRef::path, LinkRef::anchor, LinkRef::text, LinkRef::kind)
                .containsExactly(tuple("b.md", "c", "a link", LinkRef.Kind.NOTE));
        assertThat(NOTE.citations()).extracting(CitationRef::key).containsExactly("key");
        assertThat(NOTE.facts()).extracting(FactRef::text).containsExactly("61 layers");
        assertThat(NOTE.blocks()).extracting(BlockRef::kind).containsExactly(BlockKind.MEMORY);
        assertThat(NOTE.blocks()).extracting(BlockRef::body).containsExactly("models: [a]\n");
        assertThat(NOTE.images()).extracting(ImageRef::title).containsExactly("The caption.");
        assertThat(NOTE.formulas()).extracting(MathSnippet::tex).containsExactly("x");
        assertThat(NOTE.findings()).isEmpty();
    }

    @Test
    void keepsTheWordsUnderEachHeadingForTheSearch() {
        assertThat(NOTE.sections())
                .containsExactly(
                        new TextSection(
                                "",
                                "",
                                "Three plain words with a link, and 61 layers .",
                                "Three plain words with a link, x and 61 layers."),
                        new TextSection(
                                "cache",
                                "The cache",
                                "Model Size A 12 Why? Because.",
                                "Model · Size; A · 12; not_counted = True Why? Because."),
                        new TextSection("empty", "Empty", "The caption. A side note.", "The caption. A side note."));
        assertThat(NOTE.wordCount()).isEqualTo(10 + 2 + 6 + 1 + 5);
    }

    @Test
    void rendersTheSameEveryTime() {
        String once = NOTE.render(new PlainContext());
        assertThat(NOTE.render(new PlainContext())).isEqualTo(once);
    }

    @Test
    void tellsLinksApart() {
        MarkdownDocument document = MarkdownDialect.parse(
                "a.md", 1, "[a](#x) [b](y.csv) [c](y.md) [d](MAILTO:x@y.z) [e](../Qwen3/) [f](//cdn.org/x)");
        assertThat(document.links())
                .extracting(LinkRef::kind)
                .containsExactly(
                        LinkRef.Kind.ANCHOR,
                        LinkRef.Kind.FILE,
                        LinkRef.Kind.NOTE,
                        LinkRef.Kind.EXTERNAL,
                        LinkRef.Kind.FILE,
                        LinkRef.Kind.EXTERNAL);
    }
}
