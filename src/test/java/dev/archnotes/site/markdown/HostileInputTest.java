package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that nobody writes costs no more than a moment and never an exception. */
class HostileInputTest {

    private static final int MANY = 10_000;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isReadAndRenderedInAMoment(String name, String text) {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            MarkdownDocument document = MarkdownDialect.parse("note.md", 1, text);
            assertThat(document.render(new PlainContext())).isNotNull();
        });
    }

    static Stream<Arguments> isReadAndRenderedInAMoment() {
        return Stream.of(
                many("brackets", "["),
                many("closed brackets", "[a]("),
                many("citations that do not end", "[@a; "),
                many("citations", "[@a]"),
                many("dollar signs", "$"),
                many("dollar signs before letters", "$a "),
                many("formulas that do not end", "$a`"),
                many("display fences", "$$\n"),
                many("quotes", ">"),
                many("lists", "- "),
                many("emphasis", "*a **a "),
                many("footnotes", "[^a]: [^a]\n\n"),
                many("footnotes that do not end", "[^[^[^"),
                many("undefined footnotes, each once", "[^a] [^b]"),
                many("undefined footnotes", "[^a] "),
                many("alerts", "> [!NOTE]\n> > "),
                many("questions", "> [!QUESTION] [!QUESTION\n"),
                many("headings with one id", "## a\n\n"),
                many("links", "[a](b.md) "),
                many("facts in one cell", "[1](fact:a/b) \\| ", "| a |\n|---|\n| "),
                many("table rows", "| $a | b$ |\n", "| a |\n|---|\n"),
                many("columns and short rows", "|x\n", "|a".repeat(1_100) + "\n" + "|-".repeat(1_100) + "\n"),
                many("rows of a table that is too large", "| a | b |\n".repeat(10), "| a | b |\n|---|---|\n"),
                many("cells of a row", "|a", "| a |\n|---|\n"),
                many("backslashes", "\\"),
                many("html", "<a "),
                many("comments that do not end", "a <!-- "),
                many("comments on a line", "<!-- a --> "),
                many("lines behind comments", "<!-- a --> b\n"),
                many("quotes behind comments", "<!-- a --> > "),
                many("null characters", "\0"),
                many("half a surrogate", "\ud83d"),
                many("python quotes", "\"\"\"", "```python\n"),
                many("yaml colons", "a:", "```yaml\n"),
                many("yaml words", "a ", "```yaml\n"),
                many("yaml quotes", "\"", "```yaml\n"),
                many("shell parentheses", "$(", "```bash\n"),
                Arguments.of("nothing", ""));
    }

    @Test
    void aTableThatIsTooLargeIsAFindingWhereItBegins() {
        String table = "|a".repeat(1_100) + "\n" + "|-".repeat(1_100) + "\n" + "|x\n".repeat(1_000);
        MarkdownDocument document =
                MarkdownDialect.parse("note.md", 1, "## A heading\n\n" + table + "\n## Another\n\n|a|b|\n|-|-|\n");

        assertThat(document.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("note.md:3:1");
            assertThat(finding.message()).isEqualTo("the table has more than 100000 cells");
        });
        assertThat(document.headings())
                .extracting(heading -> heading.location().line())
                .containsExactly(1, 1006);
    }

    /** As much of each as a file may hold; none of it may take a time that grows with the square of it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFileFullOfItTakesSeconds(String name, String text) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(MarkdownDialect.parse("note.md", 1, text)).isNotNull());
    }

    static Stream<Arguments> aFileFullOfItTakesSeconds() {
        return Stream.of(
                Arguments.of("lines of a paragraph", "[\n".repeat(900_000)),
                Arguments.of("lines of a paragraph in a quote", "> [\n".repeat(400_000)),
                Arguments.of("headings", "## h\n".repeat(380_000)),
                Arguments.of("footnotes", numbered("x[^%d] ", 50_000) + "\n\n" + numbered("[^%d]: n\n\n", 50_000)));
    }

    private static String numbered(String text, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> text.replace("%d", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    @Test
    void whatIsLeftOfAParagraphOfTooManyLinesIsAFinding() {
        MarkdownDocument document =
                MarkdownDialect.parse("note.md", 1, "a\n" + "[b\n".repeat(1_500) + "\nText behind.\n");

        assertThat(document.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("note.md:1002:1");
            assertThat(finding.message()).isEqualTo("more than 1000 lines of the paragraph begin with a sign");
        });
        assertThat(document.render(new PlainContext())).endsWith("[b</p>\n<p>Text behind.</p>\n");
    }

    @Test
    void blocksBeyondTheMostAreCode() {
        MarkdownDocument document = MarkdownDialect.parse("note.md", 1, "```drawing\nmodel: a\n```\n".repeat(502));

        assertThat(document.blocks()).hasSize(500);
        assertThat(document.findings())
                .extracting(finding -> finding.location().line())
                .containsExactly(1501, 1504);
    }

    /** The third of these has more than 4,000,000 characters with those before it. */
    @Test
    void aLongAddressThatManyLinksShareIsBounded() {
        String address = "https://example.org/" + "x".repeat(1_500_000);
        MarkdownDocument document =
                MarkdownDialect.parse("note.md", 1, "[r]: " + address + "\n\n[r] [r]\n[*words*][r] [r]\n");

        assertThat(document.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).hasToString("note.md:4:1");
            assertThat(finding.message()).contains("this one and 1 behind it are left out");
        });
        assertThat(document.render(new PlainContext())).endsWith("\n<em>words</em> r</p>\n");
    }

    private static Arguments many(String name, String text) {
        return many(name, text, "");
    }

    private static Arguments many(String name, String text, String before) {
        return Arguments.of(name, before + text.repeat(MANY));
    }
}
