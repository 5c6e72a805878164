package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FloatFormatTest {
    /** OCP 8-bit floating point specification 1.0, tables 1 and 2; microscaling formats 1.0, table 5; IEEE 754. */
    @Test
    void theEndsOfEachFormatAreThoseOfItsSpecification() {
        assertThat(FloatFormat.E4M3.number(0x7E)).isEqualTo(448);
        assertThat(FloatFormat.E4M3.number(0x08)).isEqualTo(1.0 / 64);
        assertThat(FloatFormat.E4M3.number(0x01)).isEqualTo(1.0 / 512);
        assertThat(FloatFormat.E5M2.number(0x7B)).isEqualTo(57_344);
        assertThat(FloatFormat.E5M2.number(0x7C)).isInfinite();
        assertThat(FloatFormat.E5M2.number(0x04)).isEqualTo(1.0 / (1 << 14));
        assertThat(FloatFormat.E5M2.number(0x01)).isEqualTo(1.0 / (1 << 16));
        assertThat(FloatFormat.FP16.number(0x7BFF)).isEqualTo(65_504);
        assertThat(FloatFormat.FP16.number(0x0001)).isEqualTo(1.0 / (1 << 24));
        assertThat(FloatFormat.BF16.number(0x3F80)).isEqualTo(1);
        assertThat(FloatFormat.FP32.number(0x7F7F_FFFFL)).isEqualTo(Float.MAX_VALUE);
        double[] fours = {0, 0.5, 1, 1.5, 2, 3, 4, 6};
        for (int code = 0; code < fours.length; code++) {
            assertThat(FloatFormat.E2M1.number(code)).isEqualTo(fours[code]);
            assertThat(FloatFormat.E2M1.number(code + 8)).isEqualTo(-fours[code]);
        }
    }

    /** By hand: 0.1 is 1.6 · 2^-4, 13.7 is 1.7125 · 2^3. */
    @Test
    void knownNumbersHaveKnownCodes() {
        assertThat(FloatFormat.FP32.code(0.1)).isEqualTo(0x3DCC_CCCDL);
        assertThat(FloatFormat.BF16.code(0.1)).isEqualTo(0x3DCD);
        assertThat(FloatFormat.FP16.code(0.1)).isEqualTo(0x2E66);
        assertThat(FloatFormat.FP16.code(1.0 / 3)).isEqualTo(0x3555);
        assertThat(FloatFormat.E4M3.code(13.7)).isEqualTo(0b0_1010_110);
        assertThat(FloatFormat.E5M2.code(13.7)).isEqualTo(0b0_10010_11);
        assertThat(FloatFormat.FP16.code(13.7)).isEqualTo(0b0_10010_1011011010);
        assertThat(FloatFormat.BF16.code(13.7)).isEqualTo(0b0_10000010_1011011);
        assertThat(FloatFormat.E4M3.code(-13.7)).isEqualTo(0b1_1010_110);
        assertThat(FloatFormat.E4M3.code(0)).isZero();
    }

    @Test
    void aTieGoesToTheEvenCode() {
        assertThat(FloatFormat.E2M1.round(5)).isEqualTo(4);
        assertThat(FloatFormat.E2M1.round(2.5)).isEqualTo(2);
        assertThat(FloatFormat.E2M1.round(3.5)).isEqualTo(4);
        assertThat(FloatFormat.E2M1.round(0.25)).isZero();
        assertThat(FloatFormat.BF16.round(257)).isEqualTo(256);
        assertThat(FloatFormat.BF16.round(259)).isEqualTo(260);
        assertThat(FloatFormat.FP16.round(2049)).isEqualTo(2048);
        // half of the smallest number, and a little more
        assertThat(FloatFormat.E4M3.round(1.0 / 1024)).isZero();
        assertThat(FloatFormat.E4M3.round(1.01 / 1024)).isEqualTo(1.0 / 512);
    }

    @Test
    void whatIsBeyondTheLargestNumberIsCutOrInfinite() {
        assertThat(FloatFormat.E4M3.round(464)).isEqualTo(448);
        assertThat(FloatFormat.E4M3.round(70_000)).isEqualTo(448);
        assertThat(FloatFormat.E5M2.round(70_000)).isEqualTo(57_344);
        assertThat(FloatFormat.E2M1.round(100)).isEqualTo(6);
        assertThat(FloatFormat.FP16.round(65_519)).isEqualTo(65_504);
        assertThat(FloatFormat.FP16.round(65_520)).isInfinite();
        assertThat(FloatFormat.BF16.round(-1e39)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void everyCodeIsTheCodeOfItsNumber() {
        for (FloatFormat format : new FloatFormat[] {
            FloatFormat.E2M1, FloatFormat.E4M3, FloatFormat.E5M2, FloatFormat.FP16, FloatFormat.BF16
        }) {
            for (long code = 0; code <= format.largestCode(); code++) {
                assertThat(format.code(format.number(code))).isEqualTo(code);
            }
        }
    }

    @Test
    void thirtyTwoBitsAreThoseOfJava() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double number = random.nextGaussian() * Math.pow(10, random.nextInt(30) - 15);
            assertThat(FloatFormat.FP32.code(number))
                    .isEqualTo(Integer.toUnsignedLong(Float.floatToIntBits((float) number)));
        }
    }
}
