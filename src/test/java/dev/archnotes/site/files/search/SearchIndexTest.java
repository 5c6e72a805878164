package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.FieldGuide;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The search index of the field guide. */
class SearchIndexTest extends SearchIndexTests {
    private static final Map<String, List<String>> QUERIES = Map.of(
            "plain",
            List.of(
                    "latent attention",
                    "KV cache",
                    "window",
                    "mixture of experts",
                    "Heron",
                    "RoPE base",
                    "28.5B",
                    "22.5 KiB",
                    "QK-norm",
                    "attention sinks"),
            "forgiving",
            List.of(
                    "atention",
                    "quotaton",
                    "herron",
                    "exprts rout",
                    "heron chun",
                    "norms branc",
                    "multi-hed",
                    "footnot",
                    "invnted",
                    "shared exp"));

    SearchIndexTest() {
        super(FieldGuide.get(), QUERIES);
    }

    @Test
    void factsCanBeAskedFor() {
        JsonNode tern = variant("models/tern/tern-30b/");
        assertThat(tern.get("experts").asLong()).isEqualTo(128);
        assertThat(tern.get("attention").asString()).isEqualTo("latent");
        assertThat(tern.get("cache").asLong()).isEqualTo(23_040);
        assertThat(tern.get("tied").asBoolean()).isFalse();
        assertThat(tern.has("window")).isFalse();
        assertThat(variant("models/heron/heron-2b/").get("attention").asString())
                .isEqualTo("grouped-query, sliding-window");
    }
}
