package dev.archnotes.model.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "671,026,419,200; 671026419200; COUNT",
                "671.03B; 671026419200; COUNT",
                "1.03T; 1026000000000; COUNT",
                "12K; 12288; COUNT",
                "61 layers; 61; COUNT",
                "22.3B; 22300000000; COUNT",
                "3.3e24; 3300000000000000000000000; COUNT",
                "3.17 × 10²⁴; 3170000000000000000000000; COUNT",
                "54.0 GFLOP; 54010000000; OPERATIONS",
                "54.0 GFLOPs; 54010000000; OPERATIONS",
                "1.2 PFLOP; 1200000000000000; OPERATIONS",
                "7.3×; 7.34; MULTIPLE",
                "4.3 %; 0.0432; SHARE"
            })
    void numberMatchesTheValueInItsPrintedDigits(String text, BigDecimal value, PrintedNumber.Measure measure) {
        PrintedNumber number = PrintedNumber.parse(text, false).orElseThrow();

        assertThat(number.matches(value, BigDecimal.ONE)).isTrue();
        assertThat(number.measure()).isEqualTo(measure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "68.6 KiB; 70272",
                "10.41 GiB; 11177820160",
                "70.3 kB; 70272",
                "9.21 GB; 9210691584",
                "70,272; 70272",
                "70,272 bytes; 70272",
                "512 B; 512"
            })
    void bytesMatchInBinaryAndDecimalUnits(String text, BigDecimal value) {
        assertThat(PrintedNumber.parse(text, true).orElseThrow().matches(value, BigDecimal.ONE))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "68.5 KiB; 70272; 68.6 KiB",
                "671,026,419,201; 671026419200; 671,026,419,200",
                "4096; 8192; 8192",
                "999 heads; 12000; 12,000 heads",
                "0.5; 2.25; 2.3",
                "3.1 × 10²⁴ FLOP; 3260000000000000000000000; 3.3 × 10²⁴ FLOP"
            })
    void correctedTextKeepsUnitAndDigits(String text, BigDecimal value, String corrected) {
        assertThat(PrintedNumber.parse(text, true).orElseThrow().corrected(text, value, BigDecimal.ONE))
                .isEqualTo(corrected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            emptyValue = "",
            value = {
                "671.03B of them; 671.03; ''; B",
                "68.6 KiB a token; 68.6; ' '; KiB",
                "61 layers; 61; ''; ''",
                "131,072 bytes; 131,072; ''; ''",
                "7x; 7; ''; x",
                "3.17 × 10²⁴ FLOP; 3.17 × 10²⁴; ' '; FLOP",
                "3e24; 3e24; ''; ''"
            })
    void aNumberIsTakenApartAsItStands(String text, String number, String space, String unit) {
        Printed printed = PrintedNumber.parse(text, false).orElseThrow().printed();

        assertThat(printed).isEqualTo(new Printed(number, space, unit));
        assertThat(text).startsWith(printed.text());
    }

    @Test
    void aNumberThatNobodyWritesIsNone() {
        assertThat(PrintedNumber.parse("1".repeat(1_000_000), false)).isEmpty();
        assertThat(PrintedNumber.parse("1e" + "1".repeat(1_000_000), false)).isPresent();
    }

    @Test
    void halvesAreRoundedUp() {
        PrintedNumber number = PrintedNumber.parse("0.3", false).orElseThrow();

        assertThat(number.matches(BigDecimal.ONE, BigDecimal.valueOf(4))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sixty", "~61", "-3", ".5", "K"})
    void textWithoutADigitInFrontIsNoNumber(String text) {
        assertThat(PrintedNumber.parse(text, false)).isEmpty();
    }
}
