package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.files.search.SearchIndexTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The search index of the real notes. */
@Tag("site")
class RealSearchIndexTest extends SearchIndexTests {
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

    RealSearchIndexTest() {
        super(RealSite.get(), QUERIES);
    }

    @Test
    void factsCanBeAskedFor() {
        JsonNode deepSeek = variant("models/deepseek-v3-r1/deepseek-v3-671b/");
        assertThat(deepSeek.get("experts").asLong()).isEqualTo(256);
        assertThat(deepSeek.get("attention").asString()).isEqualTo("latent");
        assertThat(deepSeek.get("cache").asLong()).isEqualTo(70_272);
        assertThat(deepSeek.get("tied").asBoolean()).isFalse();
        assertThat(deepSeek.has("window")).isFalse();
        assertThat(variant("models/gpt-oss/gpt-oss-120b/").get("attention").asString())
                .isEqualTo("grouped-query, sliding-window");
    }
}
