package dev.archnotes.site.drawing.mechanism.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.operation.TrainingState;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingMemoryTest {
    private static final TrainingMemory FIGURE = new TrainingMemory("A model", 8_000_000_000L);

    @Test
    void theWeightsAreThoseOfTheTables() {
        for (Variant variant : Variants.ALL) {
            assertThat(TrainingState.WEIGHT.bytes(TrainingMemory.of(variant).parameters(), 0, 1))
                    .as(variant.id())
                    .isEqualTo(FactSheet.of(variant).whole(FactPath.WEIGHTS_BF16_BYTES));
        }
    }

    @Test
    void theReadingSaysWhatADeviceHolds() {
        assertThat(reading(0, 1)).contains("holds 16 × 8,000,000,000 bytes = 128.0\u202FGB", "more than the 80");
        assertThat(reading(1, 1)).contains("(4 + 12 ÷ 8)", "= 44.0\u202FGB");
        assertThat(reading(3, 1)).contains("16 ÷ 8 ×", "= 16.0\u202FGB", "has 64.0\u202FGB left");
    }

    private static String reading(int stage, int devices) {
        return FIGURE.scene(new Setting(List.of(stage, devices)), ByWidth.NARROW)
                .reading();
    }
}
