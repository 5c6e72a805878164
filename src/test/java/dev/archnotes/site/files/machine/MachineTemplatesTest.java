package dev.archnotes.site.files.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the templates for machines print is well formed, whatever stands in a title or an address. */
class MachineTemplatesTest {
    private static final String HOSTILE = "a & b <c> \"d\" 'e' ]]> &amp; \u00e9 \ud83d\ude80";
    private static final String ADDRESS = "https://example.org/?a=1&b=<2>\"3'/";

    private final Templates templates = new StaticTemplates();

    @Test
    void aFeedSaysWhatItWasGiven() throws Exception {
        Feed feed = new Feed(
                HOSTILE,
                HOSTILE,
                ADDRESS,
                "feed.xml",
                List.of(new Feed.Entry(HOSTILE, ADDRESS + "b/", "2025-09-11", HOSTILE)));

        Element root = parse(templates.machineFeed(feed).render()).getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("feed");
        assertThat(texts(root, "title")).containsExactly(HOSTILE, HOSTILE);
        assertThat(texts(root, "subtitle")).containsExactly(HOSTILE);
        assertThat(texts(root, "summary")).containsExactly(HOSTILE);
        assertThat(texts(root, "id")).containsExactly(ADDRESS, ADDRESS + "b/");
        assertThat(texts(root, "updated")).containsExactly("2025-09-11T00:00:00Z", "2025-09-11T00:00:00Z");
        assertThat(((Element) root.getElementsByTagName("link").item(1)).getAttribute("href"))
                .isEqualTo(ADDRESS + "feed.xml");
        assertThat(((Element) root.getElementsByTagName("link").item(2)).getAttribute("href"))
                .isEqualTo(ADDRESS + "b/");
    }

    @Test
    void aSitemapSaysWhatItWasGiven() throws Exception {
        String xml = templates
                .machineSitemap(new Sitemap(
                        List.of(new Sitemap.Place(ADDRESS, ""), new Sitemap.Place(ADDRESS + "b/", "2025-09-11"))))
                .render();

        assertThat(texts(parse(xml).getDocumentElement(), "loc")).containsExactly(ADDRESS, ADDRESS + "b/");
        assertThat(texts(parse(xml).getDocumentElement(), "lastmod")).containsExactly("2025-09-11");
    }

    @Test
    void plainTextIsNotEscaped() {
        assertThat(templates
                        .machineRobots("https://example.org/a&b/", List.of())
                        .render())
                .isEqualTo("User-agent: *\nAllow: /\n\nSitemap: https://example.org/a&b/sitemap.xml\n");
        assertThat(templates
                        .machineOutline(new SiteOutline(
                                "A & B",
                                "Less < more.",
                                "https://example.org/",
                                "",
                                List.of(new SiteOutline.Section(
                                        "Notes",
                                        List.of(new SiteOutline.Entry("Q & A", "https://example.org/q/", "All."))))))
                        .render())
                .isEqualTo("""
                        # A & B

                        > Less < more.

                        ## Notes

                        - [Q & A](https://example.org/q/): All.

                        ## Optional

                        - [Sitemap](https://example.org/sitemap.xml): the address of every page
                        """);
    }

    @Test
    void noTitleEndsTheLinkThatItStandsIn() {
        assertThat(SiteOutline.text("a](https://evil.example) [b")).isEqualTo("a\\](https://evil.example) \\[b");
        assertThat(SiteOutline.text("<https://evil.example> \\")).isEqualTo("\\<https://evil.example\\> \\\\");
        assertThat(SiteOutline.text("rope_theta & `x` (*y*)")).isEqualTo("rope_theta & `x` (*y*)");
    }

    @Test
    void whatXmlCannotHoldIsReplaced() {
        assertThat(XmlText.allowed("a\u0000b\u0001c\u000bd\uffffe\ufffef")).isEqualTo("a�b�c�d�e�f");
        assertThat(XmlText.allowed("half \ud83d pair")).isEqualTo("half � pair");
        assertThat(XmlText.allowed("\ttab\n\u0085 é 🚀")).isEqualTo("\ttab\n\u0085 é 🚀");
    }

    private static List<String> texts(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
