package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.site.page.Card;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What others see of a page: in a list of search results, in a list of tabs, where a link to it is shared. */
@Tag("site")
class SharedPagesTest {
    /** What search engines show of a title and a description before they cut it off. */
    private static final int LONGEST_TITLE = 75;

    private static final int SHORTEST_DESCRIPTION = 50;
    private static final int LONGEST_DESCRIPTION = 170;
    private static final int HEAVIEST_CARD = 40_000;
    private static final List<String> WITHOUT_CARD = List.of("404.html", "search/index.html", "book/index.html");

    private final RealSite site = RealSite.get();
    private final Faults faults = new Faults();

    @Test
    void titlesAndDescriptionsFitAListOfResults() {
        site.documents().forEach((file, document) -> {
            int description =
                    document.select("meta[name=description]").attr("content").length();
            if (description < SHORTEST_DESCRIPTION || description > LONGEST_DESCRIPTION) {
                faults.add(file, "the description has " + description + " characters");
            }
            if (document.title().length() > LONGEST_TITLE) {
                faults.add(file, "the title has " + document.title().length() + " characters");
            }
            String robots = document.select("meta[name=robots]").attr("content");
            if (!robots.equals(WITHOUT_CARD.contains(file) ? "noindex" : "")) {
                faults.add(file, "robots are told \"" + robots + "\"");
            }
        });
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void everyPageHasACard() {
        site.documents().forEach((file, document) -> {
            List<String> addresses = document.select("meta[property=og:image]").eachAttr("content");
            if (WITHOUT_CARD.contains(file)) {
                assertThat(addresses).as(file).isEmpty();
                return;
            }
            assertThat(addresses)
                    .as("og:image of %s", file)
                    .singleElement()
                    .asString()
                    .startsWith(site.baseUrl());
            byte[] png =
                    site.files().get(addresses.get(0).substring(site.baseUrl().length()));
            assertThat(png).as("%s of %s", addresses.get(0), file).isNotNull().hasSizeLessThan(HEAVIEST_CARD);
            assertThat(ByteBuffer.wrap(png).getInt(16)).isEqualTo(1200).isEqualTo(Card.WIDTH);
            assertThat(ByteBuffer.wrap(png).getInt(20)).isEqualTo(630).isEqualTo(Card.HEIGHT);
            for (Map.Entry<String, String> expected : Map.of(
                            "meta[property=og:image:width]",
                            "1200",
                            "meta[property=og:image:height]",
                            "630",
                            "meta[name=twitter:card]",
                            "summary_large_image")
                    .entrySet()) {
                assertThat(document.select(expected.getKey()).attr("content"))
                        .as(file)
                        .isEqualTo(expected.getValue());
            }
            assertThat(document.select("meta[property=og:image:alt]").attr("content"))
                    .as("alt of %s", file)
                    .hasSizeBetween(20, 420);
            assertThat(document.select("meta[property=og:type]").attr("content"))
                    .isEqualTo(file.equals("index.html") ? "website" : "article");
        });
        long cards = site.files().keySet().stream()
                .filter(file -> file.startsWith("cards/"))
                .count();
        assertThat(cards).as("cards, one a page").isEqualTo(site.documents().size() - WITHOUT_CARD.size());
    }

    @Test
    void structuredDataSaysWhatThePageSays() {
        site.documents().forEach((file, document) -> {
            if (file.equals("404.html")) {
                assertThat(document.select("script[type=application/ld+json]")).isEmpty();
                return;
            }
            assertThat(document.select("script[type=application/ld+json]"))
                    .as(file)
                    .hasSize(1);
            JsonNode data = JsonMapper.builder()
                    .build()
                    .readTree(document.select("script[type=application/ld+json]")
                            .first()
                            .data());
            assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
            JsonNode subject = data.get("@graph").get(0);
            String type =
                    file.equals("index.html") ? "WebSite" : file.equals("data/index.html") ? "Dataset" : "TechArticle";
            assertThat(subject.get("@type").asString()).as(file).isEqualTo(type);
            assertThat(subject.get(type.equals("TechArticle") ? "headline" : "name")
                            .asString())
                    .isNotBlank();
            assertThat(subject.get("description").asString())
                    .isEqualTo(document.select("meta[name=description]").attr("content"));
            assertThat(subject.get("url").asString())
                    .isEqualTo(document.select("link[rel=canonical]").attr("href"));
            assertThat(subject.path("image").asString(""))
                    .as("image of %s", file)
                    .isEqualTo(document.select("meta[property=og:image]").attr("content"));
            expectSameWayHome(file, document, data.get("@graph").get(1));
        });
    }

    private static void expectSameWayHome(String file, Document document, JsonNode list) {
        List<String> shown = new ArrayList<>();
        for (Element step : document.select(".breadcrumbs li > *")) {
            shown.add(step.text() + " "
                    + (step.hasAttr("href")
                            ? step.absUrl("href")
                            : document.select("link[rel=canonical]").attr("href")));
        }
        List<String> said = new ArrayList<>();
        if (list != null) {
            assertThat(list.get("@type").asString()).isEqualTo("BreadcrumbList");
            for (JsonNode item : list.get("itemListElement")) {
                said.add(item.get("name").asString() + " " + item.get("item").asString());
                assertThat(item.get("position").asInt()).isEqualTo(said.size());
            }
        }
        assertThat(said).as("breadcrumbs of %s", file).isEqualTo(shown);
    }

    @Test
    void theDataSetNamesItsFiles() {
        JsonNode data = JsonMapper.builder()
                .build()
                .readTree(site.documents()
                        .get("data/index.html")
                        .select("script[type=application/ld+json]")
                        .first()
                        .data());
        List<String> files = new ArrayList<>();
        for (JsonNode download : data.get("@graph").get(0).get("distribution")) {
            assertThat(download.get("@type").asString()).isEqualTo("DataDownload");
            assertThat(download.get("encodingFormat").asString()).contains("/");
            files.add(download.get("contentUrl").asString());
        }
        assertThat(files)
                .contains(site.baseUrl() + "data/models.json", site.baseUrl() + "data/models.csv")
                .allMatch(address -> site.has(address.substring(site.baseUrl().length())));
    }

    /** The form of llmstxt.org: a heading, a quoted summary, then sections that are lists of links with a remark. */
    @Test
    void theListForLanguageModelsHasItsForm() {
        List<String> lines = site.text("llms.txt").lines().toList();
        assertThat(lines.get(0)).startsWith("# ");
        assertThat(lines.get(2)).startsWith("> ");
        assertThat(lines.subList(3, lines.size()))
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("## ")
                        || line.matches("- \\[[^]]+]\\(https?://[^)]+\\): .+"));
        for (String line : lines) {
            if (line.startsWith("- ")) {
                String address = line.substring(line.indexOf("](") + 2, line.indexOf("): "));
                String file = address.substring(site.baseUrl().length());
                assertThat(site.has(file) || site.has(file + "index.html"))
                        .as(address)
                        .isTrue();
            }
        }
    }
}
