package dev.archnotes.site.drawing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.RandomArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of layers of two models meet in the best way, also where there are many. */
class LayerMatchTest {
    @Test
    void theAlignmentIsTheFirstOfTheBestAmongAll() {
        Random random = new Random(20_241_226);
        List<LayerBlock> kinds = kinds(new RandomArchitecture(7), 60);
        for (int round = 0; round < 300; round++) {
            List<LayerBlock> first = some(kinds, random.nextInt(6), random);
            List<LayerBlock> second = some(kinds, random.nextInt(6), random);
            assertThat(LayerMatch.of(first, second)).isEqualTo(bestOfAll(first, second));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40})
    @Timeout(20)
    void manyKindsAlignAtOnce(int count) {
        Architecture first = architecture(new RandomArchitecture(1), count);
        Architecture second = architecture(new RandomArchitecture(2), count);
        List<LayerMatch> matches = LayerMatch.of(first.kinds(), second.kinds());
        List<Integer> places = IntStream.range(0, count).boxed().toList();
        assertThat(matches)
                .extracting(LayerMatch::first)
                .filteredOn(place -> place != LayerMatch.NONE)
                .isEqualTo(places);
        assertThat(matches)
                .extracting(LayerMatch::second)
                .filteredOn(place -> place != LayerMatch.NONE)
                .isEqualTo(places);
        assertThat(matches).as("none is left alone").allMatch(LayerMatch::isPair);
    }

    @Test
    @Timeout(60)
    void modelsOfManyKindsAreDrawnSideBySide() {
        AlignedPair pair = AlignedPair.of(
                RandomArchitecture.spec(architecture(new RandomArchitecture(1), 40)),
                RandomArchitecture.spec(architecture(new RandomArchitecture(2), 12)),
                Map.of(),
                Set.of());
        assertThat(pair.first().picture().height())
                .isEqualTo(pair.second().picture().height());
        assertThat(pair.first().outline()).anyMatch(line -> line.startsWith("Layer AN ("));
    }

    /** Tries every alignment. */
    private static List<LayerMatch> bestOfAll(List<LayerBlock> first, List<LayerBlock> second) {
        List<LayerMatch> best = List.of();
        int most = -1;
        for (List<LayerMatch> alignment : all(0, first.size(), 0, second.size())) {
            int likeness = 0;
            for (LayerMatch match : alignment) {
                likeness +=
                        match.isPair() ? LayerMatch.likeness(first.get(match.first()), second.get(match.second())) : 0;
            }
            if (likeness > most) {
                most = likeness;
                best = alignment;
            }
        }
        return best;
    }

    /** In each step first the alignments that pair, then those that leave a kind of the first model alone. */
    private static List<List<LayerMatch>> all(int i, int first, int j, int second) {
        if (i == first && j == second) {
            return List.of(List.of());
        }
        List<List<LayerMatch>> alignments = new ArrayList<>();
        if (i < first && j < second) {
            all(i + 1, first, j + 1, second).forEach(rest -> alignments.add(then(new LayerMatch(i, j), rest)));
        }
        if (i < first) {
            all(i + 1, first, j, second)
                    .forEach(rest -> alignments.add(then(new LayerMatch(i, LayerMatch.NONE), rest)));
        }
        if (j < second) {
            all(i, first, j + 1, second)
                    .forEach(rest -> alignments.add(then(new LayerMatch(LayerMatch.NONE, j), rest)));
        }
        return alignments;
    }

    private static List<LayerMatch> then(LayerMatch match, List<LayerMatch> rest) {
        List<LayerMatch> all = new ArrayList<>(List.of(match));
        all.addAll(rest);
        return all;
    }

    private static List<LayerBlock> some(List<LayerBlock> kinds, int count, Random random) {
        return random.ints(count, 0, kinds.size()).mapToObj(kinds::get).toList();
    }

    /** Without latent attention, whose random sizes may leave no room for its bar. */
    private static List<LayerBlock> kinds(RandomArchitecture source, int count) {
        List<LayerBlock> kinds = new ArrayList<>();
        while (kinds.size() < count) {
            for (LayerBlock kind : source.next().kinds()) {
                boolean known = kinds.stream()
                        .anyMatch(other -> other.attention().equals(kind.attention())
                                && other.feedForward().equals(kind.feedForward()));
                if (!known && !(kind.attention() instanceof LatentAttention) && kinds.size() < count) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    private static Architecture architecture(RandomArchitecture source, int kinds) {
        Architecture frame = source.next();
        return new Architecture(
                frame.vocabularySize(),
                frame.hiddenSize(),
                frame.tiedEmbeddings(),
                frame.learnedPositions(),
                frame.normalization(),
                List.of(new LayerGroup(1, kinds(source, kinds))),
                frame.predictionModule(),
                frame.vision(),
                frame.storage(),
                frame.checkpoint());
    }
}
