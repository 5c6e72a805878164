package dev.archnotes.site.files.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.FieldGuide;
import org.junit.jupiter.api.Test;

/** The search index of the field guide. */
class SearchIndexTest extends SearchIndexTests {
    SearchIndexTest() {
        super(FieldGuide.get());
    }

    @Test
    void factsCanBeAskedFor() {
        assertThat(value("feed_forward.experts", "tern-30b").get(0).asLong()).isEqualTo(128);
        assertThat(value("attention", "tern-30b").asString()).isEqualTo("latent");
        assertThat(value("kv_cache.bytes_per_token", "tern-30b").get(0).asLong())
                .isEqualTo(23_040);
        assertThat(value("attention.window", "tern-30b")).isEmpty();
        assertThat(value("attention", "heron-2b").asString()).isEqualTo("grouped-query, sliding-window");
    }
}
