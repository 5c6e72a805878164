package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerPatternTest {
    private static final FeedForward DENSE = new DenseFeedForward(8, Activation.SWIGLU, false);

    @ParameterizedTest
    @CsvSource({
        "a, 1×(1a)",
        "aaaa, 1×(4a)",
        "aab, '1×(2a,1b)'",
        "abab, '2×(1a,1b)'",
        "aaabaaab, '2×(3a,1b)'",
        "aaaaabaaaaabaa, '2×(5a,1b) 1×(2a)'",
        "aaabbbbbbb, '1×(3a,7b)'",
        "caabaabaab, '1×(1c) 3×(2a,1b)'",
        "abcabcab, '2×(1a,1b,1c) 1×(1a,1b)'",
    })
    void theShortestPatternIsFound(String layers, String written) {
        assertThat(written(LayerPattern.groups(blocks(layers)))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ab", "aaaaaaaab"})
    void theTimeGrowsWithTheNumberOfLayersAlone(String period) {
        List<LayerBlock> layers = blocks(period.repeat(1_000_000 / period.length()));

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(LayerPattern.groups(layers)).hasSizeLessThan(3));
    }

    @Test
    void writtenOutThePatternIsTheListAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String pattern = letters(random, 1 + random.nextInt(5));
            String layers = letters(random, random.nextInt(4))
                    + pattern.repeat(1 + random.nextInt(9))
                    + letters(random, random.nextInt(4));
            StringBuilder out = new StringBuilder();
            for (LayerGroup group : LayerPattern.groups(blocks(layers))) {
                for (long repeat = 0; repeat < group.repeat(); repeat++) {
                    group.blocks()
                            .forEach(block -> out.append(block.attentionName().repeat((int) block.count())));
                }
            }
            assertThat(out.toString()).isEqualTo(layers);
        }
    }

    @Test
    void equalPartsOfLayersBecomeOneObject() {
        List<LayerGroup> groups = LayerPattern.groups(blocks("abca"));

        List<LayerBlock> first = groups.get(0).blocks();
        assertThat(first.get(3).attention()).isSameAs(first.get(0).attention());
        assertThat(first.get(1).attention()).isNotSameAs(first.get(0).attention());
    }

    private static String letters(Random random, int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append("abc".charAt(random.nextInt(3)));
        }
        return letters.toString();
    }

    private static List<LayerBlock> blocks(String layers) {
        List<LayerBlock> blocks = new ArrayList<>();
        for (char name : layers.toCharArray()) {
            Attention attention = new GatedDeltaNet(1, 1, name, 8, 4, false);
            blocks.add(new LayerBlock(1, String.valueOf(name), attention, "dense", DENSE));
        }
        return blocks;
    }

    private static String written(List<LayerGroup> groups) {
        return String.join(
                " ",
                groups.stream()
                        .map(group -> group.repeat() + "×("
                                + String.join(
                                        ",",
                                        group.blocks().stream()
                                                .map(block -> block.count() + block.attentionName())
                                                .toList())
                                + ")")
                        .toList());
    }
}
