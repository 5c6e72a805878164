package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.files.search.SearchIndexTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search index of the real notes. */
@Tag("site")
class RealSearchIndexTest extends SearchIndexTests {
    RealSearchIndexTest() {
        super(RealSite.get());
    }

    @Test
    void factsCanBeAskedFor() {
        assertThat(value("feed_forward.experts", "deepseek-v3-671b").get(0).asLong())
                .isEqualTo(256);
        assertThat(value("attention", "deepseek-v3-671b").asString()).isEqualTo("latent");
        assertThat(value("kv_cache.bytes_per_token", "deepseek-v3-671b").get(0).asLong())
                .isEqualTo(70_272);
        assertThat(value("tied_embeddings", "deepseek-v3-671b").asBoolean()).isFalse();
        assertThat(value("attention.window", "deepseek-v3-671b")).isEmpty();
        assertThat(value("attention", "gpt-oss-120b").asString()).isEqualTo("grouped-query, sliding-window");
    }
}
