package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.PicturePlaces.Rule;
import org.junit.jupiter.api.Test;

class PicturePlacesTest {
    @Test
    void aFixedSizeCostsTheSameForAnyPicture() {
        PicturePlaces gemma = new PicturePlaces(Rule.FIXED, 896, 14 * 4);

        // the report says 256
        assertThat(gemma.of(336)).isEqualTo(256);
        assertThat(gemma.of(1540)).isEqualTo(256);
    }

    @Test
    void anOwnSizeEndsEachRowWithAMark() {
        PicturePlaces mistral = new PicturePlaces(Rule.MARKED_ROWS, 1540, 14 * 2);

        assertThat(mistral.of(896)).isEqualTo(32 * (32 + 1));
        assertThat(mistral.of(337)).isEqualTo(13 * (13 + 1));
        assertThat(mistral.of(4000)).isEqualTo(55 * (55 + 1));
    }

    /**
     * By smart_resize of image_processing_qwen2_vl.py: the nearest number of cells of 28 pixels, halves to the even
     * one.
     */
    @Test
    void aSideOfWholeCellsLiesNearest() {
        PicturePlaces qwen = new PicturePlaces(Rule.WHOLE_CELLS, 3584, 14 * 2);

        assertThat(qwen.of(672)).isEqualTo(24 * 24);
        assertThat(qwen.of(293)).isEqualTo(10 * 10);
        assertThat(qwen.of(295)).isEqualTo(11 * 11);
        assertThat(qwen.of(70)).isEqualTo(2 * 2);
        assertThat(qwen.of(98)).isEqualTo(4 * 4);
        assertThat(qwen.of(9000)).isEqualTo(128 * 128);
    }

    /** By image_processing_kimi_k25.py: what is left of a side is filled up. */
    @Test
    void aMarginFillsTheLastCells() {
        PicturePlaces kimi = new PicturePlaces(Rule.PADDED_CELLS, 1792, 14 * 2);

        assertThat(kimi.of(672)).isEqualTo(24 * 24);
        assertThat(kimi.of(673)).isEqualTo(25 * 25);
        assertThat(kimi.of(4000)).isEqualTo(64 * 64);
    }

    @Test
    void severalTilesAreFollowedByTheWholePicture() {
        PicturePlaces llama = new PicturePlaces(Rule.TILED, 336, 14 * 2);

        assertThat(llama.of(336)).isEqualTo(144);
        assertThat(llama.of(896)).isEqualTo((9 + 1) * 144);
        assertThat(llama.of(1540)).isEqualTo((16 + 1) * 144);
    }
}
