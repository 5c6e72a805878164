package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadSharingTest {
    /** Llama 3.1 8B: 32 heads of width 128 that share 8 keys and values, 32 layers. */
    private static final HeadSharing LLAMA = HeadSharing.of(Variants.of("llama-3.1-8b"));

    @Test
    void keptBytesFollowTheNumberOfKeys() {
        // 2 · KV heads · 128 numbers of 2 bytes in 32 layers
        assertThat(LLAMA.bytes(32)).isEqualTo(524_288);
        assertThat(LLAMA.bytes(8)).isEqualTo(131_072);
        assertThat(LLAMA.bytes(1)).isEqualTo(16_384);
        // arXiv:2405.04434, Table 1: 9/2 · 128 numbers a layer
        assertThat(LLAMA.bytes(0)).isEqualTo(32 * 576 * 2);
    }

    @Test
    void aModelAsItWasReleasedKeepsWhatItsFactsSay() {
        int compared = 0;
        for (Variant variant : Variants.ALL) {
            HeadSharing figure;
            try {
                figure = HeadSharing.of(variant);
            } catch (IllegalArgumentException differentHeads) {
                continue;
            }
            assertThat(figure.bytes(figure.own()))
                    .as(variant.id())
                    .isEqualTo(FactSheet.of(variant).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN));
            compared++;
        }
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void everyNumberOfKeysThatDividesTheHeadsCanBeChosen() {
        assertThat(LLAMA.controls())
                .containsExactly(new Control("KV heads", List.of("32", "16", "8", "4", "2", "1", "a latent"), 2));
    }

    @Test
    void theMessageSaysWhatIsShared() {
        assertThat(message(0)).isEqualTo("Each of 32 query heads keeps a key and a value of its own");
        assertThat(message(2)).isEqualTo("Every 4 query heads share one key and one value");
        assertThat(message(5)).isEqualTo("All 32 query heads share one key and one value");
        assertThat(message(6)).startsWith("All 32 query heads share one vector of 576 numbers");
    }

    private static String message(int place) {
        return LLAMA.scene(new Setting(List.of(place)), ByWidth.NARROW)
                .picture()
                .title();
    }
}
