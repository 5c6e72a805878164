package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.PairMerging.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairMergingTest {
    /** The words of the source (arXiv:1508.07909, algorithm 1), with a point for the end of a word. */
    private static final PairMerging SOURCE =
            PairMerging.letters(List.of("low.", "lower.", "newest.", "widest."), List.of(5, 2, 6, 3));

    @Test
    void theMergesOfTheSourceAreFound() {
        PairMerging text = SOURCE;
        StringBuilder merges = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            Pair pair = text.pairs().get(0);
            merges.append(pair.left()).append('+').append(pair.right()).append(' ');
            text = text.merged(pair);
        }

        // its program prints these for the same words
        assertThat(merges).hasToString("e+s es+t est+. l+o lo+w ");
    }

    @Test
    void everyPairIsCountedAsOftenAsTheTextSaysTheWord() {
        // e·s and s·t in newest and widest, 6 + 3; l·o and o·w in low and lower, 5 + 2
        assertThat(SOURCE.pairs()).startsWith(new Pair("e", "s", 9), new Pair("s", "t", 9), new Pair("t", ".", 9));
        assertThat(SOURCE.pairs()).contains(new Pair("l", "o", 7), new Pair("o", "w", 7), new Pair("w", ".", 5));
    }

    @Test
    void aMergeTakesOneTokenForEachTimeOfItsPair() {
        assertThat(SOURCE.tokens()).isEqualTo(4 * 5 + 6 * 2 + 7 * 6 + 7 * 3);
        assertThat(SOURCE.merged(new Pair("e", "s", 9)).tokens()).isEqualTo(SOURCE.tokens() - 9);
    }

    @Test
    void overlappingPairsAreJoinedFromTheLeft() {
        PairMerging text = PairMerging.letters(List.of("aaa"), List.of(1));

        assertThat(text.merged(text.pairs().get(0)).words()).containsExactly(List.of("aa", "a"));
    }

    @Test
    void aWordThatTheTextNeverSaysCountsForNothing() {
        assertThat(PairMerging.letters(List.of("ab", "cd"), List.of(0, 1)).pairs())
                .containsExactly(new Pair("c", "d", 1));
    }
}
