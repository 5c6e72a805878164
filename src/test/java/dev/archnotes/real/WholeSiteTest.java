package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.archnotes.Faults;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import tools.jackson.databind.json.JsonMapper;

/** What holds for everything that is published, the manual below the site too. */
@Tag("site")
class WholeSiteTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final RealSite site = RealSite.get();
    private final Faults faults = new Faults();

    private Map<String, Document> pages() {
        Map<String, Document> pages = new TreeMap<>();
        site.everyFile().forEach((path, bytes) -> {
            if (path.endsWith(".html")) {
                pages.put(path, Jsoup.parse(site.wholeText(path)));
            }
        });
        return pages;
    }

    @Test
    void pagesHaveOneTitleUniqueIdsAndNamedPictures() {
        Map<String, Document> pages = pages();
        assertThat(pages.keySet()).anyMatch(path -> path.startsWith("manual/"));
        pages.forEach((path, page) -> {
            if (page.select("h1").size() != 1 || page.select("h1").text().isBlank()) {
                faults.add(path, "has " + page.select("h1").size() + " titles");
            }
            Set<String> ids = new HashSet<>();
            for (Element element : page.select("[id]")) {
                if (!ids.add(element.id())) {
                    faults.add(path, "has #" + element.id() + " twice");
                }
            }
            page.select("img:not([alt])").forEach(image -> faults.add(path, image.outerHtml()));
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void everyJsonCanBeRead() {
        JsonMapper json = new JsonMapper();
        List<String> read = new ArrayList<>();
        site.everyFile().keySet().stream()
                .filter(path -> path.endsWith(".json"))
                .forEach(path -> {
                    json.readTree(site.wholeText(path));
                    read.add(path);
                });
        pages().forEach((path, page) -> page.select("script[type='application/ld+json']")
                .forEach(data -> {
                    json.readTree(data.data());
                    read.add(path);
                }));
        assertThat(read).hasSizeGreaterThan(100);
    }

    @Test
    void thePublishedModelsFollowThePublishedSchema() {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(site.text("data/schema.json"), InputFormat.JSON)
                        .validate(site.text("data/models.json"), InputFormat.JSON))
                .isEmpty();
    }

    /** What RFC 4287 demands: sections 4.1.1 and 4.1.2. */
    @Test
    void feedsFollowAtom() throws Exception {
        List<String> feeds = List.of("feed.xml", "changes.xml");
        for (String path : feeds) {
            org.w3c.dom.Element feed = xml(path);
            assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
            check(path, feed);
            boolean author = !children(feed, "author").isEmpty();
            Set<String> ids = new HashSet<>();
            for (org.w3c.dom.Element entry : children(feed, "entry")) {
                check(path, entry);
                if (!author && children(entry, "author").isEmpty()) {
                    faults.add(path, "has no author");
                }
                if (!ids.add(text(entry, "id"))) {
                    faults.add(path, "has " + text(entry, "id") + " twice");
                }
            }
            assertThat(ids).as(path).isNotEmpty();
        }
        assertThat(faults.all()).isEmpty();
    }

    private void check(String path, org.w3c.dom.Element feedOrEntry) {
        for (String name : List.of("id", "title", "updated")) {
            if (children(feedOrEntry, name).size() != 1
                    || text(feedOrEntry, name).isBlank()) {
                faults.add(path, "has not one " + name);
            }
        }
        assertThat(URI.create(text(feedOrEntry, "id")).isAbsolute()).as(path).isTrue();
        assertThat(OffsetDateTime.parse(text(feedOrEntry, "updated"))).as(path).isNotNull();
    }

    @Test
    void theSitemapOfTheManualNamesItsPages() throws Exception {
        List<String> listed = new ArrayList<>();
        for (org.w3c.dom.Element place : children(xml("manual/sitemap.xml"), "url")) {
            listed.add(place.getElementsByTagName("loc").item(0).getTextContent());
        }
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(pages().keySet().stream()
                        .filter(path -> path.startsWith("manual/") && path.endsWith("index.html"))
                        .filter(path -> !path.equals("manual/search/index.html"))
                        .map(site::address)
                        .toList());
    }

    private org.w3c.dom.Element xml(String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(site.everyFile().get(path)))
                .getDocumentElement();
    }

    private static List<org.w3c.dom.Element> children(org.w3c.dom.Element parent, String name) {
        List<org.w3c.dom.Element> children = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof org.w3c.dom.Element child
                    && child.getLocalName().equals(name)) {
                children.add(child);
            }
        }
        return children;
    }

    private static String text(org.w3c.dom.Element parent, String name) {
        return children(parent, name).stream()
                .map(org.w3c.dom.Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}
