package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.SealedKinds;
import dev.archnotes.Variants;
import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.RandomArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kind of layer answers every aspect that must have an answer. A new kind of attention, span, position or
 * feed-forward fails here, and the test that fails names the aspect and the kind.
 */
class MechanismCountTest {
    /** The aspects in which every layer that is asked does something that has a name. */
    private static final Set<Aspect> ALWAYS_ANSWERED = Set.of(
            Aspect.ATTENTION,
            Aspect.REACH,
            Aspect.POSITIONS,
            Aspect.FEED_FORWARD,
            Aspect.ACTIVATION,
            Aspect.ROUTING,
            Aspect.NORM_KIND,
            Aspect.NORM_PLACEMENT,
            Aspect.STORAGE);

    @TestFactory
    Stream<DynamicTest> everyKindOfAttentionIsAnswered() {
        return everyKind(Attention.class, block -> Optional.of(block.attention()), Aspect.ATTENTION, Aspect.REACH);
    }

    @TestFactory
    Stream<DynamicTest> everySpanIsAnswered() {
        return everyKind(
                Span.class,
                block -> block.attention() instanceof SoftmaxAttention softmax
                        ? Optional.of(softmax.span())
                        : Optional.empty(),
                Aspect.REACH);
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfPositionsIsAnswered() {
        return everyKind(
                PositionEncoding.class, block -> Optional.of(block.attention().positions()));
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfFeedForwardIsAnswered() {
        return everyKind(
                FeedForward.class, block -> Optional.of(block.feedForward()), Aspect.FEED_FORWARD, Aspect.ACTIVATION);
    }

    private static <T> Stream<DynamicTest> everyKind(
            Class<T> family, Function<LayerBlock, Optional<T>> of, Aspect... asked) {
        return SealedKinds.of(family).stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.getSimpleName(),
                        () -> assertThat(samples(block ->
                                        of.apply(block).filter(kind::isInstance).isPresent()))
                                .as("models with layers of the kind " + kind.getSimpleName())
                                .isNotEmpty()
                                .allSatisfy(model -> checkAnswers(model, List.of(asked)))));
    }

    private static void checkAnswers(Architecture model, List<Aspect> asked) {
        MechanismProfile profile = MechanismProfile.of(model);
        LayerBlock layer = model.kinds().get(0);
        for (Aspect aspect : asked) {
            boolean there = aspect == Aspect.ATTENTION || aspect == Aspect.REACH
                    ? !layer.attention().isNone()
                    : !layer.feedForward().isNone();
            assertThat(profile.layersAsked(aspect))
                    .as("layers that are asked for " + aspect)
                    .isEqualTo(there ? model.layers() : 0);
        }
        for (Aspect aspect : Aspect.values()) {
            long answers = profile.mechanisms(aspect).stream()
                    .mapToLong(profile::layers)
                    .sum();
            if (ALWAYS_ANSWERED.contains(aspect)) {
                assertThat(answers).as("layers that answer " + aspect).isEqualTo(profile.layersAsked(aspect));
            } else {
                assertThat(answers).as("layers that answer " + aspect).isBetween(0L, profile.layersAsked(aspect));
            }
        }
    }

    /** Models that consist of one matching layer, cut out of those of the notes and of random ones. */
    private static List<Architecture> samples(Predicate<LayerBlock> wanted) {
        List<Architecture> models = new ArrayList<>();
        Variants.ALL.forEach(variant -> models.add(variant.architecture()));
        RandomArchitecture random = new RandomArchitecture(1);
        for (int i = 0; i < 200; i++) {
            models.add(random.next());
        }
        List<Architecture> samples = new ArrayList<>();
        for (Architecture model : models) {
            for (LayerBlock kind : model.kinds()) {
                if (wanted.test(kind)) {
                    samples.add(new Architecture(
                            model.vocabularySize(),
                            model.hiddenSize(),
                            model.tiedEmbeddings(),
                            model.learnedPositions(),
                            model.normalization(),
                            List.of(new LayerGroup(1, List.of(kind))),
                            Optional.empty(),
                            Optional.empty(),
                            model.storage(),
                            model.checkpoint()));
                }
            }
        }
        return samples;
    }
}
