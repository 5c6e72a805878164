package dev.archnotes.model.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import org.junit.jupiter.api.Test;

class NumberFormatTest {
    private static final WeightTensor MATRIX = WeightTensor.of("q_proj.weight", Part.ATTENTION, 4096, 4096);

    private static double bitsEach(NumberFormat format) {
        return (double) format.bits(MATRIX) / MATRIX.elements();
    }

    /** Bytes of blocks in ggml-common.h, and of 16 and 32 numbers with their scale. */
    @Test
    void scalesCount() {
        assertThat(bitsEach(NumberFormat.Q8_0)).isEqualTo(8.5);
        assertThat(bitsEach(NumberFormat.Q6_K)).isEqualTo(6.5625);
        assertThat(bitsEach(NumberFormat.Q5_K)).isEqualTo(5.5);
        assertThat(bitsEach(NumberFormat.Q4_K)).isEqualTo(4.5);
        assertThat(bitsEach(NumberFormat.Q4_0)).isEqualTo(4.5);
        assertThat(bitsEach(NumberFormat.IQ4_XS)).isEqualTo(4.25);
        assertThat(bitsEach(NumberFormat.MXFP4)).isEqualTo(4.25);
        assertThat(bitsEach(NumberFormat.AWQ_128)).isEqualTo(4.15625);
        assertThat(NumberFormat.NVFP4.bits(MATRIX)).isEqualTo(MATRIX.elements() * 9 / 2 + 32);
        assertThat(NumberFormat.FP8_TENSOR.bits(MATRIX)).isEqualTo(MATRIX.elements() * 8 + 32);
        assertThat(NumberFormat.INT8_CHANNEL.bits(MATRIX)).isEqualTo(MATRIX.elements() * 8 + 4096 * 16);
        assertThat(NumberFormat.GPTQ_128.bits(MATRIX) - NumberFormat.AWQ_128.bits(MATRIX))
                .isEqualTo(4096 * 32);
    }

    @Test
    void aBlockThatIsBegunIsThereWhole() {
        WeightTensor odd = WeightTensor.of("down_proj.weight", Part.DENSE_FEED_FORWARD, 3, 100);

        assertThat(NumberFormat.Q8_0.divides(odd)).isFalse();
        assertThat(NumberFormat.Q8_0.bits(odd)).isEqualTo(3 * 4 * 34 * 8);
        assertThat(NumberFormat.Q8_0.bits(33)).isEqualTo(2 * 34 * 8);
    }

    @Test
    void namesAreThoseThatOneTypes() {
        assertThat(WeightFormat.named("Q4_K_M")).contains(WeightFormat.Q4_K_M);
        assertThat(WeightFormat.named("16")).contains(WeightFormat.BF16);
        assertThat(WeightFormat.named("fp16")).contains(WeightFormat.F16);
        assertThat(WeightFormat.named("q4")).isEmpty();
        assertThat(CacheFormat.named("FP8")).contains(CacheFormat.BITS_8);
        assertThat(CacheFormat.named("12")).isEmpty();
        assertThat(WeightFormat.words())
                .allSatisfy(word -> assertThat(WeightFormat.named(word)).isPresent());
    }
}
