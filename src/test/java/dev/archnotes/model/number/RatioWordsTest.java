package dev.archnotes.model.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.model.number.RatioWords.Noun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioWordsTest {
    @ParameterizedTest
    @CsvSource({
        "64, 128, half the heads",
        "128, 64, twice the heads",
        "1, 3, a third of the heads",
        "2, 8, a quarter of the heads",
        "24, 8, three times the heads",
        "384, 256, 1.50 × the heads",
        "1026408, 671026, 1.53 × the heads",
        "61, 61, as many heads",
        "36, 48, three quarters of the heads",
        "2, 3, two thirds of the heads",
        "104, 100, 4 % more heads",
        "98, 100, 2 % fewer heads",
        "1016, 1000, 1.6 % more heads",
        "100001, 100000, less than 0.1 % more heads",
        "90, 100, 10 % fewer heads",
        "89, 100, 0.89 × the heads",
        "110, 100, 10 % more heads",
        "111, 100, 1.11 × the heads",
        "1, 20, 1/20 of the heads",
        "171, 10, 17.1 × the heads",
        "2000, 10, 200 × the heads",
        "1001, 2000, half the heads",
    })
    void saysRatiosOfCounts(long value, long reference, String words) {
        assertThat(RatioWords.of(value, reference).of(Noun.count("heads")))
                .isEqualTo(words.replace(" %", "\u202F%").replace(" ×", "\u202F×"));
    }

    @Test
    void saysAmountsAndSizesInTheirOwnWay() {
        assertThat(RatioWords.of(5, 5).of(Noun.amount("cache"))).isEqualTo("as much cache");
        assertThat(RatioWords.of(5, 5).of(Noun.size("hidden size"))).isEqualTo("the same hidden size");
        assertThat(RatioWords.of(96, 100).of(Noun.amount("cache"))).isEqualTo("4\u202F% less cache");
        assertThat(RatioWords.of(105, 100).of(Noun.size("hidden size"))).isEqualTo("a hidden size 5\u202F% larger");
        assertThat(RatioWords.of(105, 100).of(Noun.size("expert width"))).isEqualTo("an expert width 5\u202F% larger");
        assertThat(RatioWords.of(105, 100).alone()).isEqualTo("5\u202F% more");
        assertThat(RatioWords.of(1, 2).alone()).isEqualTo("half");
    }

    @Test
    void refusesWhatHasNoRatio() {
        assertThatThrownBy(() -> RatioWords.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> RatioWords.of(0, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void staysExactWhereNumbersAreLarge() {
        long huge = Long.MAX_VALUE / 2;
        assertThat(RatioWords.of(huge, huge - 1).alone()).isEqualTo("less than 0.1\u202F% more");
        assertThat(RatioWords.of(huge, huge / 2).alone()).isEqualTo("twice");
    }
}
