package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.plan.SitePlanner;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchIndexTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASSIGNMENT = "window.archnotesSearchIndex = ";

    /** Ten queries that are spelled right, and ten that are not, or are not whole. */
    private static final Map<String, List<String>> QUERIES = Map.of(
            "plain",
                    List.of(
                            "latent attention",
                            "KV cache",
                            "sliding window",
                            "mixture of experts",
                            "Qwen3",
                            "RoPE base",
                            "671B",
                            "68.6 KiB",
                            "QK-norm",
                            "attention sinks"),
            "forgiving",
                    List.of(
                            "atention",
                            "quantisation",
                            "deepsek",
                            "exprts rout",
                            "gemma slid",
                            "norm plac",
                            "multi-hed",
                            "speculat",
                            "vocabluary",
                            "shared exp"));

    private static Catalogue catalogue;
    private static List<Page> pages;

    @BeforeAll
    static void readNotes() throws IOException {
        catalogue = Catalogue.of(LibraryReader.read(Path.of("notes")).library());
        pages = new SitePlanner(
                        catalogue,
                        new Checks((tex, display) -> new MathResult.Rendered(""))
                                .run(catalogue)
                                .targets())
                .plan();
    }

    private static List<Listing.SearchSection> sections() {
        return pages.stream()
                .flatMap(page -> page.listing().sections().stream())
                .toList();
    }

    private static JsonNode index() {
        String script = SearchIndex.script(catalogue, pages);
        return JSON.readTree(script.substring(ASSIGNMENT.length(), script.lastIndexOf(';')));
    }

    @Test
    void theScriptIsOneAssignmentThatNothingEndsEarly() {
        String script = SearchIndex.script(catalogue, pages);
        assertThat(script).startsWith(ASSIGNMENT + "{").endsWith("};\n").doesNotContain("<", "\u2028", "\u2029");
        assertThat(script.lines()).hasSize(1);
        assertThat(SearchIndex.script(catalogue, pages)).isEqualTo(script);
    }

    @Test
    void resultsLeadToPagesOfTheSite() {
        List<String> paths =
                pages.stream().map(page -> page.head().path().value()).toList();
        for (Listing.SearchSection document : sections()) {
            assertThat(paths).contains(document.href().replaceFirst("#.*", ""));
            assertThat(document.title()).isNotBlank();
            assertThat(document.excerpt().length()).isLessThanOrEqualTo(600);
        }
        JsonNode index = index();
        index.get("facts")
                .forEach(fact -> assertThat(paths).contains(fact.get("href").asString()));
    }

    @Test
    void factsCanBeAskedFor() {
        JsonNode index = index();
        JsonNode deepSeek = variant(index, "models/deepseek-v3-r1/deepseek-v3-671b/");
        assertThat(deepSeek.get("experts").asLong()).isEqualTo(256);
        assertThat(deepSeek.get("attention").asString()).isEqualTo("latent");
        assertThat(deepSeek.get("cache").asLong()).isEqualTo(70_272);
        assertThat(deepSeek.get("tied").asBoolean()).isFalse();
        assertThat(deepSeek.has("window")).isFalse();
        assertThat(variant(index, "models/gpt-oss/gpt-oss-120b/")
                        .get("attention")
                        .asString())
                .isEqualTo("grouped-query, sliding-window");
        index.get("facts")
                .forEach(fact -> fact.get("values")
                        .propertyNames()
                        .forEach(key ->
                                assertThat(index.get("keys").has(key)).as(key).isTrue()));
        index.get("keys").propertyNames().forEach(key -> assertThat(key).matches("[a-z][a-z0-9_.-]*"));
    }

    private static JsonNode variant(JsonNode index, String href) {
        for (JsonNode fact : index.get("facts")) {
            if (fact.get("href").asString().equals(href)) {
                return fact.get("values");
            }
        }
        throw new AssertionError(href);
    }

    @Test
    void miniSearchFindsTheSameInItAsInItsOwn(@TempDir Path folder) throws Exception {
        assumeTrue(hasNode(), "node was not found on the PATH: the index is not compared with MiniSearch's own");
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Listing.SearchSection document : sections()) {
            documents.add(Map.of(
                    "id",
                    documents.size(),
                    "title",
                    document.title(),
                    "heading",
                    document.heading(),
                    "text",
                    document.text(),
                    "href",
                    document.href(),
                    "group",
                    document.group().key()));
        }
        Path index = Files.writeString(folder.resolve("index.json"), JSON.writeValueAsString(index().get("index")));
        Path whole = Files.writeString(folder.resolve("documents.json"), JSON.writeValueAsString(documents));
        Path queries = Files.writeString(folder.resolve("queries.json"), JSON.writeValueAsString(QUERIES));
        Path said = folder.resolve("differences.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/search/compare.js",
                        Path.of("target/classes/web/minisearch.js")
                                .toAbsolutePath()
                                .toString(),
                        index.toString(),
                        whole.toString(),
                        queries.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
    }

    private static boolean hasNode() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
