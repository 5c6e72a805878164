package dev.archnotes.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheSizeTest {
    /** Qwen3 8B keeps 36 × 2 × 8 × 128 = 73,728 numbers a token. */
    @ParameterizedTest
    @CsvSource({"2, 18432", "3, 27648", "4, 36864", "6, 55296", "8, 73728", "16, 147456"})
    void aTokenTakesItsNumbersInAnyFormat(long bits, long bytes) {
        assertThat(of("qwen3-8b").bytesAt(1, bits)).isEqualTo(bytes);
        assertThat(of("qwen3-8b").bytesAt(1_000, bits)).isEqualTo(1_000 * bytes);
    }

    @Test
    void theWorkingNamesTheFormat() {
        assertThat(working(16))
                .isEqualTo("full layers × context × keys and values × KV heads × head dimension × bytes");
        assertThat(working(8)).endsWith(" × byte");
        assertThat(working(4)).endsWith(" ÷ numbers in a byte");
        assertThat(working(6)).endsWith(" × bits ÷ bits in a byte");
    }

    private static String working(long bits) {
        return CacheWorking.at(Variants.of("qwen3-8b").architecture(), 1, bits, false)
                .symbols();
    }

    /** gpt-oss-20b: 24 layers of 8 heads of width 64, of which every second sees 128 tokens. */
    @Test
    void aWindowKeepsNoMoreThanItSees() {
        long layer = 2L * 8 * 64 * 2;

        assertThat(of("gpt-oss-20b").bytesAt(100, 16)).isEqualTo(24 * layer * 100);
        assertThat(of("gpt-oss-20b").bytesAt(4_096, 16)).isEqualTo(12 * layer * (4_096 + 128));
        assertThat(of("gpt-oss-20b").naiveBytesAt(4_096, 16)).isEqualTo(24 * layer * 4_096);
    }

    @Test
    void onlyRecurrentLayersHaveAState() {
        assertThat(of("qwen3-next-80b-a3b").hasState()).isTrue();
        assertThat(of("qwen3-8b").hasState()).isFalse();
        assertThat(CacheWorking.isSparse(Variants.of("qwen3-8b").architecture()))
                .isFalse();
        assertThat(CacheWorking.readAgain(Variants.of("qwen3-8b").architecture(), 10, 16))
                .isEmpty();
    }

    private static CacheSize of(String id) {
        return CacheSize.of(Variants.of(id).architecture());
    }

    /** Scores and mixing take 2 × 32 heads × 128 multiply-adds a pair of tokens in each of 36 layers. */
    @Test
    void attentionCostsTwoOperationsForEachMultiplyAdd() {
        TokenCost cost = TokenCost.of(Variants.of("qwen3-8b").architecture());
        long pair = 2L * 2 * 32 * 128 * 36;

        assertThat(cost.decodeAttentionFlops(1_000)).isEqualTo(1_000 * pair);
        assertThat(cost.prefillAttentionFlops(1_000)).isEqualTo(1_000 * 1_001 / 2 * pair);
    }

    /** Five sliding layers and a global one, of which the last group has no global one. */
    @Test
    void theMixOfReachesInWords() {
        AttentionMix mix = AttentionMix.of(Variants.of("gemma-3-27b").architecture());

        assertThat(mix.words()).isEqualTo("52 sliding + 10 global");
        assertThat(mix.hasWindows()).isTrue();
        assertThat(AttentionMix.of(Variants.of("qwen3-8b").architecture()).words())
                .isEqualTo("36 full");
        assertThat(AttentionMix.of(Variants.of("qwen3-8b").architecture()).hasWindows())
                .isFalse();
    }
}
