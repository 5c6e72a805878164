package dev.archnotes.site.drawing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.DataTable;
import dev.archnotes.site.drawing.Readings;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.strip.LayerStrip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The drawing in sentences. */
class OutlineTest {
    @Test
    void tellsEachKindOfLayerInTheOrderInWhichATokenMeetsItsParts() {
        List<String> outline =
                ArchitectureDrawing.of(Variants.of("gemma-3-27b"), Map.of()).outline();
        assertThat(outline)
                .containsSubsequence(
                        "The embedding is multiplied by 73.32.",
                        "The layers, bottom first: 10 times (5 A, then 1 B), then 2 A; A is grouped-query "
                                + "attention (window of 1,024) and a dense feed-forward,"
                                + " B is grouped-query attention (all tokens) and a dense feed-forward.",
                        "Final RMSNorm.",
                        "Output head: the embedding table again, one score for each token of the vocabulary.");
        assertThat(outline.get(4))
                .startsWith("Layer A (52 of 62): RMSNorm, grouped-query attention (32 query heads, 16 KV heads, 128 "
                        + "dims; window of 1,024 tokens;")
                .endsWith("(5,376 → 21,504 → 5,376, GeGLU), RMSNorm, added to the stream.");
    }

    @Test
    void aNormInsideTheBranchFollowsItsPart() {
        assertThat(ArchitectureDrawing.of(Variants.of("olmo-2-32b"), Map.of()).outline())
                .anyMatch(line -> line.startsWith("Each layer: grouped-query attention (")
                        && line.contains("), RMSNorm, added to the stream; then a feed-forward ("));
    }

    @Test
    void sideBoxesAreTold() {
        assertThat(ArchitectureDrawing.of(Variants.of("deepseek-v3-671b"), Map.of())
                        .outline())
                .contains(
                        "Beside it: a prediction module of 1 more layer (11.6B parameters, not counted in the total).");
        assertThat(ArchitectureDrawing.of(Variants.of("gpt-2-1558m"), Map.of()).outline())
                .contains("A learned position table of 1,024 rows is added.");
        assertThat(ArchitectureDrawing.of(Variants.of("grok-2"), Map.of()).outline())
                .contains(
                        "The embedding is multiplied by 90.51.",
                        "The scores are multiplied by 0.5.",
                        "The scores are capped smoothly at 50.");
    }

    @Test
    void stripsSayTheirPattern() {
        assertThat(strip(Variants.of("gemma-3-27b")).words())
                .isEqualTo("62 layers. Attention: 5 sliding : 1 global, ×10, then 2 sliding. Feed-forward: dense. "
                        + "Positions: RoPE.");
        assertThat(strip(Variants.of("llama-4-maverick")).words())
                .contains("3 chunked : 1 full, ×12", "1 dense : 1 with experts, ×24", "3 RoPE : 1 NoPE, ×12");
        assertThat(strip(Variants.of("deepseek-v3-671b")).words()).contains("3 dense, then 58 with experts");
    }

    @Test
    void aDrawingWithLinksIsAGroupRatherThanAnImage() {
        ArchitectureDrawing plain = ArchitectureDrawing.of(Variants.of("grok-2"), Map.of());
        ArchitectureDrawing linked =
                ArchitectureDrawing.of(Variants.of("grok-2"), Map.of(ExplainedPart.NORMALIZATION, "../normalization/"));
        assertThat(plain.picture().role()).isEqualTo("img");
        assertThat(linked.picture().role()).isEqualTo("group");
    }

    /** The bytes are those that the interface of the data states for 131,072 tokens. */
    @Test
    void theTableOfACurveHasARowForEachPlaceOnIt() {
        MemoryCurve curve = MemoryCurve.of(Variants.charted(List.of(Variants.of("deepseek-v3-671b"))));
        assertThat(curve.table().rows())
                .contains(List.of("128k (131,072 tokens)", "8.58\u202FGiB (9,210,691,584 bytes)"));
        assertThat(curve.table().rows())
                .hasSameSizeAs(curve.pictures().narrow().readings().places())
                .hasSameSizeAs(curve.pictures().wide().readings().places());
    }

    @Test
    void aStripSaysWhatEachLayerIs() {
        Readings layers = strip(Variants.of("gemma-3-27b")).pictures().wide().readings();
        assertThat(layers.words()).hasSize(62);
        assertThat(layers.words().get(4)).isEqualTo("sliding attention, window 1,024; feed-forward dense; RoPE");
        assertThat(layers.words().get(5)).isEqualTo("global attention; feed-forward dense; RoPE");
        assertThat(layers.order()).startsWith("000001000001").hasSize(62);
    }

    @Test
    void tablesHaveARowForEverythingDrawn() {
        DataTable table = ParameterBars.of(Variants.charted(List.of(Variants.of("deepseek-v3-671b"))))
                .table();
        assertThat(table.rows())
                .contains(List.of("Total", "671,026,419,200"), List.of("Active for one token", "37,552,297,472"));
    }

    @Test
    void stripsBesideEachOtherHaveOneScale() {
        LayerStrip alone = strip(Variants.of("gemma-3-1b"));
        Variant small = Variants.of("gemma-3-1b");
        long longest = Variants.of("gemma-3-27b").architecture().layers();
        LayerStrip beside = LayerStrip.of(small, FactSheet.of(small), longest);
        double between = distance(beside);
        assertThat(between).isEqualTo(distance(strip(Variants.of("gemma-3-27b"))));
        assertThat(between).isLessThan(distance(alone));
    }

    /** How far apart the first two layers stand in the narrow form. */
    private static double distance(LayerStrip strip) {
        List<Double> places = strip.pictures().narrow().readings().places();
        return places.get(1) - places.get(0);
    }

    private static LayerStrip strip(Variant variant) {
        return LayerStrip.of(variant, FactSheet.of(variant));
    }
}
