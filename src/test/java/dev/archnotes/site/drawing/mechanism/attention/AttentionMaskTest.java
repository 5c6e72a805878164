package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.attention.Span;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.attention.AttentionMask.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionMaskTest {
    private static final int TOKENS = AttentionMask.TOKENS.size();
    private static final int NEWEST = TOKENS - 1;

    @Test
    void pairsAreThoseOfTheLedger() {
        for (int size = 2; size <= 6; size++) {
            assertThat(Pattern.CAUSAL.pairs(size)).isEqualTo(Span.EVERYTHING.visiblePairs(TOKENS));
            assertThat(Pattern.WINDOW.pairs(size)).isEqualTo(new Span.Window(size).visiblePairs(TOKENS));
            assertThat(Pattern.CHUNKS.pairs(size)).isEqualTo(new Span.Chunk(size).visiblePairs(TOKENS));
        }
    }

    @Test
    void aSinkAddsOnePairToEachRowThatHasForgottenTheFirstToken() {
        // a window of 4 has left the first token in 8 of 12 rows
        assertThat(Pattern.SINKS.pairs(4)).isEqualTo(42 + 8);
        assertThat(Pattern.SINKS.read(NEWEST, 4)).isEqualTo(5);
    }

    @Test
    void aPrefixAddsThePairsAboveItsDiagonal() {
        // 3 + 2 + 1 pairs of four tokens
        assertThat(Pattern.PREFIX.pairs(4)).isEqualTo(78 + 6);
        assertThat(Pattern.PREFIX.read(0, 4)).isEqualTo(4);
        assertThat(Pattern.PREFIX.read(4, 4)).isEqualTo(5);
    }

    @Test
    void theNewestTokenOfAChunkThatHasJustBegunReadsLittle() {
        // 12 = 5 + 5 + 2
        assertThat(Pattern.CHUNKS.read(NEWEST, 5)).isEqualTo(2);
        assertThat(scene(2, 3).picture().title()).endsWith("here 2 tokens");
    }

    @Test
    void itsHintHoldsAtEverySetting() {
        assertThat(new AttentionMask().invitation()).contains("of 5", "five tokens in one, two in the other");
        assertThat(Pattern.WINDOW.read(NEWEST, 5)).isEqualTo(5);
        assertThat(Pattern.CHUNKS.read(NEWEST, 5)).isEqualTo(2);
    }

    @Test
    void theReadingCounts() {
        assertThat(scene(1, 2).reading())
                .isEqualTo("“tired” reads 4 of 12 tokens, and the layer keeps as many keys and values. "
                        + "Pairs computed: 42 of the 78 of the causal mask.");
    }

    private static Scene scene(int mask, int size) {
        return new AttentionMask().scene(new Setting(List.of(mask, size)), ByWidth.NARROW);
    }
}
