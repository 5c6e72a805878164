package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedFactViewTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            emptyValue = "",
            value = {
                "671,026,419,200|671,026,419,200|''|''",
                "671.03B|671.03|B|''",
                "12K|12|K|''",
                "68.6 KiB|68.6|KiB|''",
                "68.6\u202FKiB a token|68.6|KiB| a token",
                "4.3 %|4.3|%|''",
                "7.3×|7.3|×|''",
                "61 layers|61|''| layers",
                "54.0 GFLOP|54.0|GFLOP|''",
                "3.17 × 10²⁴ FLOP|3.17 × 10²⁴|FLOP|''",
                "3.17 × 10²⁴|3.17 × 10²⁴|''|''",
                "Apache-2.0|''|''|Apache-2.0",
                "2024-12-26|''|''|2024-12-26",
            })
    void takesFiguresApart(String text, String number, String unit, String words) {
        assertThat(CheckedFactView.of(text, "#a", "p")).isEqualTo(new CheckedFactView(number, unit, words, "#a", "p"));
    }
}
