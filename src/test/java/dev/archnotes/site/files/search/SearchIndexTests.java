package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import dev.archnotes.sites.BuiltSite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What holds for the search index of any notes folder. */
public abstract class SearchIndexTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASSIGNMENT = "window.archnotesSearchIndex = ";
    private static final int LARGEST_PIECE = 9_000;

    private final List<Page> pages;
    private final Catalogue catalogue;
    private final List<OutputFile> files;

    /** Reads the index of a site. */
    protected SearchIndexTests(BuiltSite site) {
        pages = site.pages();
        catalogue = site.catalogue();
        files = SearchIndex.files(catalogue, pages, Memory.none(), Spool.NONE);
    }

    private static String text(OutputFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    /** What the first file holds. */
    protected final JsonNode first() {
        String script = text(files.get(0));
        return JSON.readTree(script.substring(ASSIGNMENT.length(), script.lastIndexOf(';')));
    }

    /** What a piece holds. */
    private JsonNode piece(String name) {
        for (OutputFile file : files) {
            if (file.path().equals(Paths.SEARCH_PIECES + name + ".js")) {
                String script = text(file);
                return JSON.readTree(script.substring(script.indexOf(',') + 1, script.lastIndexOf(')')));
            }
        }
        throw new AssertionError(name);
    }

    /** The value of a fact of a variant. */
    protected final JsonNode value(String path, String variant) {
        JsonNode first = first();
        int number = 0;
        while (!first.get("models").get(number).get(1).asString().equals(variant)) {
            number++;
        }
        int count = first.get("columns").get("starts").size();
        for (int i = 0; i < count; i++) {
            for (String line : piece("f0-" + i).asString().split("\n")) {
                if (line.startsWith(path + " ")) {
                    return JSON.readTree(line.substring(path.length() + 1)).get(number);
                }
            }
        }
        throw new AssertionError(path);
    }

    @Test
    public void eachScriptIsOneStatementThatNothingEndsEarly() {
        assertThat(text(files.get(0))).startsWith(ASSIGNMENT + "{").endsWith("};\n");
        for (OutputFile file : files) {
            assertThat(text(file)).doesNotContain("<", "\u2028", "\u2029");
            assertThat(text(file).lines()).hasSize(1);
        }
    }

    @Test
    public void theSamePagesGiveTheSameBytes() {
        List<OutputFile> again = SearchIndex.files(catalogue, pages, Memory.none(), Spool.NONE);
        assertThat(again)
                .extracting(OutputFile::path)
                .isEqualTo(files.stream().map(OutputFile::path).toList());
        for (int i = 0; i < files.size(); i++) {
            assertThat(again.get(i).bytes()).isEqualTo(files.get(i).bytes());
        }
    }

    @Test
    public void noPieceIsLargerThanAQueryCanAfford() throws IOException {
        for (OutputFile file : files) {
            assertThat(compressed(file.bytes()))
                    .as(file.path())
                    .isLessThanOrEqualTo(
                            file.path().equals(Paths.SEARCH_INDEX)
                                            || file.path().contains("spelling")
                                    ? 2 * LARGEST_PIECE
                                    : LARGEST_PIECE);
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    @Test
    public void resultsLeadToPagesOfTheSite() {
        List<String> paths =
                pages.stream().map(page -> page.head().path().value()).toList();
        List<Listing.SearchSection> sections = pages.stream()
                .flatMap(page -> page.listing().sections().stream())
                .toList();
        List<JsonNode> texts = new ArrayList<>();
        for (int i = 0; i * 6 < sections.size(); i++) {
            piece("t" + i).forEach(texts::add);
        }
        assertThat(texts).hasSize(sections.size());
        for (JsonNode text : texts) {
            assertThat(paths).contains(text.get(3).asString().replaceFirst("#.*", ""));
            assertThat(text.get(1).asString()).isNotBlank();
            assertThat(text.get(4).asString().length()).isLessThanOrEqualTo(1000);
        }
    }

    @Test
    public void everyKeyLeadsSomewhere() {
        first().get("keys").forEach(key -> assertThat(key.get(0).asString()).matches("[a-z][a-z0-9-]*"));
        assertThat(first().get("keys")).isNotEmpty();
    }
}
