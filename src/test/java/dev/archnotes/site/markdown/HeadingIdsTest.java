package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.markdown.node.Heading;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Headings have the ids that GitHub gives them, and answer to those of the first edition of the site. */
class HeadingIdsTest {

    /** A heading in Markdown, then its id. */
    private static final List<List<String>> TABLE = List.of(
            // words
            List.of("Why a latent?", "why-a-latent"),
            List.of("What's new?", "whats-new"),
            List.of("“Quoted” and 'quoted'", "quoted-and-quoted"),
            List.of("FP8-E4M3 and 16-bit", "fp8-e4m3-and-16-bit"),
            List.of("C++ and C#", "c-and-c"),
            List.of("v1.2.3", "v123"),
            List.of("2024 in review", "2024-in-review"),
            List.of("3.1 Results", "31-results"),
            List.of("-1 is a number", "-1-is-a-number"),
            List.of("A/B: the (second) test!", "ab-the-second-test"),
            List.of("Costs 5 $ or 4 €", "costs-5--or-4-"),
            List.of("a = b < c | d", "a--b--c--d"),
            List.of("100 % done", "100--done"),
            List.of("Q & A", "q--a"),
            List.of("Two  spaces", "two--spaces"),
            List.of("~~Old~~ new", "old-new"),
            // hyphens and dashes
            List.of("A - hyphen", "a---hyphen"),
            List.of("A – en dash", "a--en-dash"),
            List.of("A — em dash", "a--em-dash"),
            List.of("Trailing dash -", "trailing-dash--"),
            List.of("state-of-the-art", "state-of-the-art"),
            // connectors
            List.of("rope_theta and head_dim", "rope_theta-and-head_dim"),
            List.of("snake_case_name", "snake_case_name"),
            List.of("under‿tie", "under‿tie"),
            List.of("_", "_"),
            // code, formulas, links, entities
            List.of("`n_layers` vs `d_model`", "n_layers-vs-d_model"),
            List.of("`a.b(c)` and `--flag`", "abc-and---flag"),
            List.of("*One* **two** `three`", "one-two-three"),
            List.of("A [link](https://example.org/a_b) here", "a-link-here"),
            List.of("See <https://example.org/a_b>", "see-httpsexampleorga_b"),
            List.of("Email & URL: https://x.org/a_b", "email--url-httpsxorga_b"),
            List.of("The cost $O(n^2)$", "the-cost-on2"),
            List.of("$x_i$ over $\\sqrt{d}$", "x_i-over-sqrtd"),
            List.of("AT&amp;T &lt;3 &copy;", "att-3-"),
            List.of("Escaped \\* star", "escaped--star"),
            List.of("no&nbsp;break", "nobreak"),
            // signs
            List.of("Emoji 🚀 rocket", "emoji--rocket"),
            List.of("🚀 Launch", "-launch"),
            List.of(":rocket: Launch", "rocket-launch"),
            List.of("Family 👨‍👩‍👧 first", "family--first"),
            List.of("x² and H₂O", "x-and-ho"),
            List.of("½ and Ⅷ", "-and-ⅷ"),
            List.of("Ⓐ circled", "ⓐ-circled"),
            List.of("A → B", "a--b"),
            List.of("!!!", ""),
            // other scripts
            List.of("Größe über alles", "größe-über-alles"),
            List.of("Straße", "straße"),
            List.of("Ελληνικά και ΟΔΟΣ", "ελληνικά-και-οδος"),
            List.of("Привет, мир", "привет-мир"),
            List.of("注意力机制", "注意力机制"),
            List.of("注意力，机制。", "注意力机制"),
            List.of("日本語の見出し", "日本語の見出し"),
            List.of("한국어 제목", "한국어-제목"),
            List.of("ภาษาไทย", "ภาษาไทย"),
            List.of("العربية هنا", "العربية-هنا"),
            List.of("हिन्दी में", "हिन्दी-में"),
            List.of("ಸಾರಾಂಶ", "ಸಾರಾಂಶ"),
            List.of("עִבְרִית", "עִבְרִית"),
            List.of("İstanbul", "i\u0307stanbul"),
            List.of("e\u0301t\u00e9", "e\u0301t\u00e9"),
            List.of("٣ أرقام", "٣-أرقام"),
            List.of("𝔘nicode 𐐀", "𝔘nicode-𐐨"));

    @TestFactory
    Stream<DynamicTest> aHeadingHasTheIdThatGitHubGivesIt() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0), () -> {
                    MarkdownDocument note = parse("## " + row.get(0));

                    assertThat(Slug.ofHeading(note.headings().get(0).text())).isEqualTo(row.get(1));
                    assertThat(note.headings().get(0).id()).isEqualTo(row.get(1).isEmpty() ? "section" : row.get(1));
                }));
    }

    @Test
    void equalHeadingsAreNumbered() {
        assertThat(ids("## Dup", "## Dup", "## Dup", "## Dup-2")).containsExactly("dup", "dup-1", "dup-2", "dup-2-1");
        assertThat(ids("## Dup-1", "## Dup", "## Dup")).containsExactly("dup-1", "dup", "dup-2");
        assertThat(ids("## !!!", "## ???")).containsExactly("section", "section-1");
    }

    @Test
    void anIdThatIsWrittenStaysAsItIs() {
        assertThat(ids("## How large is `it`? {#size}", "## A_b {#Q.1_x}")).containsExactly("size", "Q.1_x");
        assertThat(parse("## How large is it? {#size}").heading("how-large-is-it"))
                .isEmpty();
    }

    @Test
    void aLinkByTheIdOfTheTitleLeadsToThePage() {
        MarkdownDocument note = MarkdownDialect.parse("a.md", 1, "# The title {#own}\n\nText.\n", id -> false, "");

        assertThat(note.title()).contains("The title");
        assertThat(note.isTitle("own")).isTrue();
        assertThat(note.isTitle("the-title")).isTrue();
        assertThat(note.isTitle("title")).isFalse();
    }

    @Test
    void aHeadingAnswersToTheIdThatItHadBefore() {
        MarkdownDocument note = parse("## Q & A", "## `rope_theta`", "## Plain");

        assertThat(note.heading("q-a")).map(Heading::id).contains("q--a");
        assertThat(note.heading("ropetheta")).map(Heading::id).contains("rope_theta");
        assertThat(note.heading("plain")).map(Heading::id).contains("plain");
        assertThat(note.heading("elsewhere")).isEmpty();
        assertThat(note.render(new PlainContext()))
                .contains("<h2 id=\"q--a\"><span id=\"q-a\"></span>Q &amp; A<a class=\"anchor\" href=\"#q--a\"")
                .contains("<h2 id=\"rope_theta\"><span id=\"ropetheta\"></span><code>")
                .contains("<h2 id=\"plain\">Plain<a");
        assertThat(note.sections()).extracting(section -> section.headingId()).contains("q--a", "rope_theta");
    }

    @Test
    void aFormerIdGivesWayToAnElementThatHasItNow() {
        assertThat(parse("## Q & A", "## Q-A").heading("q-a"))
                .map(Heading::text)
                .contains("Q-A");
        assertThat(parse("## Q & A", "## Q – A").heading("q-a"))
                .map(Heading::id)
                .contains("q--a");
        assertThat(parse("## Q & A", "## Q-A", "## Refer_ences", "[@one]").render(new PlainContext()))
                .doesNotContain("<span id");
    }

    @Test
    void noHeadingHasTheIdOfAnotherPartOfItsPage() {
        assertThat(ids("## References", "## Ref one")).containsExactly("references", "ref-one");
        assertThat(ids("## References", "## Ref one", "[@one]")).containsExactly("references-1", "ref-one-1");
        assertThat(ids("## Note 1", "## Note-1", "## Note 2", "A[^1] b[^1].", "[^1]: One."))
                .containsExactly("note-1-1", "note-1-2", "note-2");
        assertThat(ids("## Noteref a", "## Noteref a--2", "A[^a] b[^a].", "[^a]: One."))
                .containsExactly("noteref-a-1", "noteref-a--2-1");
        assertThat(MarkdownDialect.parse("a.md", 1, "## Main\n\n## Main 1\n\n## Other", id -> id.equals("main"))
                        .headings())
                .extracting(Heading::id)
                .containsExactly("main-1", "main-1-1", "other");
    }

    @Test
    void twoPlacesOfOneFootnoteAreNotThePlaceOfAnother() {
        assertThat(parse("A[^a] b[^a] c[^a-2].", "[^a]: One.", "[^a-2]: Two.").render(new PlainContext()))
                .contains("id=\"noteref-a\"", "id=\"noteref-a--2\"", "id=\"noteref-a-2\"");
    }

    @Test
    void aLinkToAHeadingWhoseIdIsTakenLeadsToTheHeading() {
        assertThat(parse("## References", "[@one]").heading("references"))
                .map(Heading::id)
                .contains("references-1");
    }

    private static List<String> ids(String... headings) {
        return parse(headings).headings().stream().map(Heading::id).toList();
    }

    private static MarkdownDocument parse(String... headings) {
        return MarkdownDialect.parse("a.md", 1, String.join("\n\n", headings));
    }
}
