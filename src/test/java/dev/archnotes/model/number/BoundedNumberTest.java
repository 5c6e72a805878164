package dev.archnotes.model.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedNumberTest {
    static String[] beyond() {
        return new String[] {
            "",
            "NaN",
            "Infinity",
            "0x1p3",
            "1f",
            "٦٤",
            "1e",
            " 1",
            "1,000",
            "1e401",
            "1e-999999999",
            "1e-2147483647",
            "1e-4294967296",
            "1e99999999999999999999",
            "9".repeat(1_000_000)
        };
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void whatIsNoNumberOrBeyondAnyIsNotRead(String text) {
        assertThat(BoundedNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+1", "1.", ".5", "0.000001", "1e-06", "3.17E+24", "1000000.0", "1e308"})
    void anythingElseIsReadExactly(String text) {
        assertThat(BoundedNumber.parse(text))
                .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(text));
    }
}
