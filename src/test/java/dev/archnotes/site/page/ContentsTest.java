package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.node.Heading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table of contents has the headings of two levels, and what the page adds at its end. */
class ContentsTest {

    @Test
    void thirdLevelHeadingsStandUnderTheSecondLevelHeadingBeforeThem() {
        Contents contents = Contents.of(
                headings("## One\n\n### A\n\n#### Deep\n\n### B\n\n## Two\n\n### C\n"),
                List.of(new Contents.Entry("added", "Added")));

        assertThat(contents.entries()).extracting(Contents.Entry::id).containsExactly("one", "two", "added");
        assertThat(contents.entries().get(0).children())
                .extracting(Contents.Entry::id)
                .containsExactly("a", "b");
        assertThat(contents.entries().get(1).children())
                .extracting(Contents.Entry::id)
                .containsExactly("c");
    }

    private static List<Heading> headings(String text) {
        return MarkdownDialect.parse("note.md", 1, text).headings();
    }
}
