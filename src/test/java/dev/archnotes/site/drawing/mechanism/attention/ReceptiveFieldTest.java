package dev.archnotes.site.drawing.mechanism.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.archnotes.Variants;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceptiveFieldTest {
    private static final ReceptiveField GEMMA = ReceptiveField.of(Variants.of("gemma-3-27b"));
    private static final ReceptiveField LLAMA_4 = ReceptiveField.of(Variants.of("llama-4-maverick"));

    @Test
    void aModelKeepsItsOwnOrderOfLayers() {
        assertThat(GEMMA.spans()).containsExactly(1024L, 1024L, 1024L, 1024L, 1024L, 0L, 1024L, 1024L);
        assertThat(ReceptiveField.of(Variants.of("gpt-oss-120b")).spans()).containsExactly(128L, 0L, 128L, 0L);
        assertThat(LLAMA_4.spans()).containsExactly(-8192L, -8192L, -8192L, 0L, -8192L, -8192L);
        assertThat(ReceptiveField.of(Variants.of("llama-3.1-8b")).spans()).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void windowsAddUp() {
        // L · (W − 1) + 1
        assertThat(GEMMA.heard(1)).isEqualTo(1024);
        assertThat(GEMMA.heard(5)).isEqualTo(5 * 1023 + 1);
        // arXiv:2310.06825, section 2: 32 layers of 4,096 are about 131K tokens
        assertThat(new ReceptiveField("Mistral 7B", 32, Collections.nCopies(32, 4096L)).heard(32))
                .isEqualTo(131_041);
    }

    @Test
    void chunksDoNot() {
        assertThat(LLAMA_4.heard(1)).isEqualTo(8192);
        assertThat(LLAMA_4.heard(3)).isEqualTo(8192);
    }

    @Test
    void aFullLayerHearsEverything() {
        assertThat(GEMMA.heard(6)).isZero();
        assertThat(GEMMA.heard(8)).isZero();
        assertThat(LLAMA_4.heard(5)).isZero();
    }

    @Test
    void aWindowAboveChunksHearsTheChunkOfItsOldestToken() {
        // the newest token ends a chunk of 4; its window of 3 stays in that chunk, one of 6 reaches the one before
        assertThat(new ReceptiveField("", 2, List.of(-4L, 3L)).heard(2)).isEqualTo(4);
        assertThat(new ReceptiveField("", 2, List.of(-4L, 6L)).heard(2)).isEqualTo(8);
    }

    @Test
    void theReadingShowsTheSum() {
        assertThat(GEMMA.scene(new Setting(List.of(4)), ByWidth.NARROW).reading())
                .startsWith("After 5 of 62 layers of Gemma 3 27B the newest token can have heard of "
                        + "5 × 1,023 + 1 = 5,116 tokens; in the drawing, 5 × 2 + 1 = 11.");
    }

    @Test
    void aRecurrentStateHasNoWindow() {
        assertThatThrownBy(() -> ReceptiveField.of(Variants.of("qwen3-next-80b-a3b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
