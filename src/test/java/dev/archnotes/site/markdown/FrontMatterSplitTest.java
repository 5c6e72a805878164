package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontMatterSplitTest {

    @Test
    void cutsAFileInTwo() {
        assertThat(FrontMatterSplit.of("a.md", "---\ntitle: A\nslug: a\n---\n\nText.\n---\n"))
                .isEqualTo(new FrontMatterSplit(
                        FrontMatterSplit.Format.YAML, "title: A\nslug: a\n", 2, "\nText.\n---\n", 5, List.of()));
    }

    @Test
    void takesOtherLineBreaksAndAByteOrderMark() {
        FrontMatterSplit split = FrontMatterSplit.of("a.md", "\uFEFF---\r\ntitle: A\r\n--- \r\nText.");
        assertThat(split.frontMatter()).isEqualTo("title: A\r\n");
        assertThat(split.body()).isEqualTo("Text.");
        assertThat(split.bodyLine()).isEqualTo(4);
    }

    @Test
    void mayBeEmptyOnBothSides() {
        FrontMatterSplit split = FrontMatterSplit.of("a.md", "---\n---");
        assertThat(split.frontMatter()).isEmpty();
        assertThat(split.body()).isEmpty();
        assertThat(split.findings()).isEmpty();
    }

    @Test
    void reportsFrontMatterThatIsNotClosed() {
        FrontMatterSplit split = FrontMatterSplit.of("a.md", "---\ntitle: A\n\n## Text\n");
        assertThat(split.findings()).extracting(Diagnostic::message).containsExactly("the front matter is not closed");
        assertThat(split.findings().get(0).location()).hasToString("a.md:1:1");
        assertThat(split.body()).isEmpty();
    }

    @Test
    void reportsAFileWithoutFrontMatterAndKeepsItsText() {
        FrontMatterSplit split = FrontMatterSplit.of("a.md", "Text.\n---\n");
        assertThat(split.findings())
                .extracting(Diagnostic::message)
                .containsExactly("the file does not begin with front matter");
        assertThat(split.body()).isEqualTo("Text.\n---\n");
        assertThat(split.bodyLine()).isEqualTo(1);
    }
}
