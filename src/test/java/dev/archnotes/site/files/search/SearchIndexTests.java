package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Page;
import dev.archnotes.sites.BuiltSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for the search index of any notes folder. */
public abstract class SearchIndexTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASSIGNMENT = "window.archnotesSearchIndex = ";

    private final Catalogue catalogue;
    private final List<Page> pages;
    private final Map<String, List<String>> queries;

    /**
     * Reads the index of a site.
     *
     * @param queries {@code plain} ones that are spelled right, and {@code forgiving} ones that are not, or are not
     *     whole
     */
    protected SearchIndexTests(BuiltSite site, Map<String, List<String>> queries) {
        catalogue = site.catalogue();
        pages = site.pages();
        this.queries = queries;
    }

    private List<Listing.SearchSection> sections() {
        return pages.stream()
                .flatMap(page -> page.listing().sections().stream())
                .toList();
    }

    /** The index that the script holds. */
    private JsonNode index() {
        String script = SearchIndex.script(catalogue, pages);
        return JSON.readTree(script.substring(ASSIGNMENT.length(), script.lastIndexOf(';')));
    }

    @Test
    public void theScriptIsOneAssignmentThatNothingEndsEarly() {
        String script = SearchIndex.script(catalogue, pages);
        assertThat(script).startsWith(ASSIGNMENT + "{").endsWith("};\n").doesNotContain("<", "\u2028", "\u2029");
        assertThat(script.lines()).hasSize(1);
        assertThat(SearchIndex.script(catalogue, pages)).isEqualTo(script);
    }

    @Test
    public void resultsLeadToPagesOfTheSite() {
        List<String> paths =
                pages.stream().map(page -> page.head().path().value()).toList();
        for (Listing.SearchSection section : sections()) {
            assertThat(paths).contains(section.href().replaceFirst("#.*", ""));
            assertThat(section.title()).isNotBlank();
            assertThat(section.excerpt().length()).isLessThanOrEqualTo(600);
        }
        JsonNode index = index();
        index.get("facts")
                .forEach(fact -> assertThat(paths).contains(fact.get("href").asString()));
    }

    @Test
    public void everyKeyThatAVariantHasCanBeAskedFor() {
        JsonNode index = index();
        index.get("facts")
                .forEach(fact -> fact.get("values")
                        .propertyNames()
                        .forEach(key ->
                                assertThat(index.get("keys").has(key)).as(key).isTrue()));
        index.get("keys").propertyNames().forEach(key -> assertThat(key).matches("[a-z][a-z0-9_.-]*"));
    }

    /** What can be asked of a variant, by the address of its page. */
    protected final JsonNode variant(String href) {
        for (JsonNode fact : index().get("facts")) {
            if (fact.get("href").asString().equals(href)) {
                return fact.get("values");
            }
        }
        throw new AssertionError(href);
    }

    @Test
    public void miniSearchFindsTheSameInItAsInItsOwn(@TempDir Path folder) throws Exception {
        assumeTrue(
                Programs.hasNode(), "node was not found on the PATH: the index is not compared with MiniSearch's own");
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Listing.SearchSection section : sections()) {
            documents.add(Map.of(
                    "id",
                    documents.size(),
                    "title",
                    section.title(),
                    "heading",
                    section.heading(),
                    "text",
                    section.text(),
                    "href",
                    section.href(),
                    "group",
                    section.group().key()));
        }
        Path index = Files.writeString(folder.resolve("index.json"), JSON.writeValueAsString(index().get("index")));
        Path whole = Files.writeString(folder.resolve("documents.json"), JSON.writeValueAsString(documents));
        Path asked = Files.writeString(folder.resolve("queries.json"), JSON.writeValueAsString(queries));
        Path said = folder.resolve("differences.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/search/compare.js",
                        Path.of("target/classes/web/minisearch.js")
                                .toAbsolutePath()
                                .toString(),
                        index.toString(),
                        whole.toString(),
                        asked.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
    }
}
