package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheGrowthTest {
    private static final CacheGrowth ALL = CacheGrowth.of(Variants.ALL);

    @Test
    void everyModelKeepsWhatItsFactsSay() {
        for (int i = 0; i < Variants.ALL.size(); i++) {
            Variant variant = Variants.ALL.get(i);
            FactSheet facts = FactSheet.of(variant);
            CacheSize cache = CacheSize.of(variant.architecture());
            CacheGrowth.Model model = ALL.models().get(i);
            for (long context : Contexts.STATED) {
                assertThat(model.bytes(context))
                        .as(variant.id() + " at " + context)
                        .isEqualTo(facts.whole(FactPath.kvCacheBytesAt(context)));
            }
            for (long tokens : List.of(1L, 10L, 12L, 1_024L)) {
                assertThat(model.bytes(tokens))
                        .as(variant.id() + " at " + tokens)
                        .isEqualTo(cache.bytesAt(tokens, 16));
            }
        }
    }

    @Test
    void layersOfEqualCachesAreOneKind() {
        // arXiv:2412.19437, section 4.2: 61 layers; the first three differ in their feed-forward alone
        assertThat(CachedKind.of(Variants.of("deepseek-v3-671b")))
                .containsExactly(new CachedKind(CachedKind.Shape.LATENT, 61, 61 * (512 + 64) * 2, 0));
        assertThat(CachedKind.of(Variants.of("gemma-3-27b")))
                .extracting(CachedKind::words)
                .containsExactly("52 rings", "10 full");
    }

    @Test
    void theMessageFollowsTheText() {
        assertThat(title(2)).startsWith("Until its slots are full");
        assertThat(title(9))
                .isEqualTo("After 10 tokens full attention keeps 10 keys and values; "
                        + "a ring stays at 4, a recurrent state at one matrix");
        // Llama 4 has chunks of 8,192
        assertThat(title(13)).contains("the longest rings still have free slots");
        assertThat(title(14)).contains("rings and states stand still");
    }

    private static String title(int place) {
        return ALL.scene(new Setting(List.of(place)), ByWidth.NARROW).picture().title();
    }
}
