package dev.archnotes.site.drawing.mechanism.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberFormatsTest {
    /** The table of the note on number formats, whose group has the scale 4 in MXFP4. */
    @Test
    void aNumberReadsBackAsInTheNote() {
        assertThat(NumberFormats.stored(13.7, 27.4))
                .extracting(NumberFormats.Stored::name, NumberFormats.Stored::bits, NumberFormats.Stored::number)
                .contains(
                        tuple("BF16", "0100000101011011", 13.6875),
                        tuple("FP16", "0100101011011010", 13.703125),
                        tuple("FP8 E4M3", "01010110", 14.0),
                        tuple("FP8 E5M2", "01001011", 14.0),
                        tuple("MXFP4", "0101", 12.0));
    }

    @Test
    void theMessageSaysWhatBecomesOfTheNumber() {
        assertThat(message(0, 1)).startsWith("0.0001 is too small for FP8 E4M3");
        assertThat(message(6, 1)).endsWith("13.7 becomes 14 in FP8 E4M3 and 12 in MXFP4");
        assertThat(message(6, 3)).endsWith("13.7 is stored as zero in four bits");
        assertThat(message(9, 1)).startsWith("500 is cut to 448");
        assertThat(message(10, 1)).startsWith("70,000 is too large for FP16 and FP8");
    }

    @Test
    void anErrorIsAPartOfTheValue() {
        List<NumberFormats.Stored> stored = NumberFormats.stored(70_000, 70_000);
        assertThat(NumberFormats.error(stored.get(0), 70_000)).isEqualTo("none");
        assertThat(NumberFormats.error(stored.get(1), 70_000)).isEqualTo("0.21\u00A0%");
        assertThat(NumberFormats.error(stored.get(2), 70_000)).isEqualTo("too large");
        assertThat(NumberFormats.error(NumberFormats.stored(0.1, 0.1).get(0), 0.1))
                .isEqualTo("below 0.0001\u00A0%");
    }

    private static String message(int value, int largest) {
        return new NumberFormats()
                .scene(new Setting(List.of(value, largest)), ByWidth.NARROW)
                .picture()
                .title();
    }
}
