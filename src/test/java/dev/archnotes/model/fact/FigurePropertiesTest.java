package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.RandomArchitecture;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every architecture, tried on random ones; a failure names the seed. */
class FigurePropertiesTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    private static FactSheet sheet(Architecture model) {
        return FactSheet.of(RandomArchitecture.spec(model));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTotalIsTheSumOfItsGroupsAndOfItsLayers(long seed) {
        Architecture model = new RandomArchitecture(seed).next();
        FactSheet sheet = sheet(model);

        long groups = 0;
        for (Part part : Part.values()) {
            groups += sheet.whole(FactPath.parametersOf(part));
        }
        assertThat(groups).isEqualTo(sheet.whole(FactPath.PARAMETERS_TOTAL));
        assertThat(byHand(model)).isEqualTo(sheet.whole(FactPath.PARAMETERS_TOTAL));
    }

    /** Layer after layer, as a loop over the checkpoint would count. */
    private static long byHand(Architecture model) {
        long norm = switch (model.normalization().kind()) {
            case LAYER_NORM -> 2;
            case RMS_NORM, BIAS_FREE_LAYER_NORM -> 1;
            case NON_PARAMETRIC_LAYER_NORM, NON_PARAMETRIC_RMS_NORM -> 0;
        };
        long sum = (model.headBias() ? model.vocabularySize() : 0)
                + (model.tiedEmbeddings() ? 1 : 2) * model.vocabularySize() * model.hiddenSize()
                + norm * model.hiddenSize() * (model.normalization().ofEmbeddings() ? 2 : 1)
                + model.learnedPositions() * model.hiddenSize()
                + elements(model.stream().tensors(model.hiddenSize(), model.layers()));
        for (LayerBlock run : model.sequence()) {
            for (long layer = 0; layer < run.count(); layer++) {
                int parts =
                        (run.attention().isNone() ? 0 : 1) + (run.feedForward().isNone() ? 0 : 1);
                Normalization.Placement placement = model.normalization().placement();
                int norms = placement == Normalization.Placement.SANDWICH
                        ? 2 * parts
                        : placement == Normalization.Placement.PARALLEL ? Math.min(parts, 1) : parts;
                sum += norm * model.hiddenSize() * norms;
                if (placement == Normalization.Placement.SUB_LAYER) {
                    sum += norm * run.attention().widthHandedOn().orElse(0);
                    sum += norm * run.feedForward().widthHandedOn().orElse(0);
                }
                sum += elements(model.stream().layerTensors(model.hiddenSize()));
                sum += elements(run.attention().tensors(model.hiddenSize()))
                        + elements(run.feedForward().tensors(model.hiddenSize()));
            }
        }
        return sum;
    }

    private static long elements(List<WeightTensor> tensors) {
        return tensors.stream().mapToLong(WeightTensor::totalElements).sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void fewerWeightsAreActiveTheLessIsCounted(long seed) {
        FactSheet sheet = sheet(new RandomArchitecture(seed).next());

        assertThat(List.of(
                        sheet.whole(FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS),
                        sheet.whole(FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING),
                        sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL),
                        sheet.whole(FactPath.PARAMETERS_TOTAL),
                        sheet.whole(FactPath.PARAMETERS_WITH_EXTRAS),
                        sheet.whole(FactPath.PARAMETERS_STORED_ELEMENTS)))
                .isSorted();
        assertThat(sheet.whole(FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS)).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCacheNeverShrinksAndIsNeverAboveTheNaiveOne(long seed) {
        CacheSize cache = CacheSize.of(new RandomArchitecture(seed).next());
        long before = 0;
        for (long context : new long[] {1, 2, 100, 1_023, 4_096, 8_192, 8_999, 9_001, 32_768, 131_072, 1_000_000}) {
            long bytes = cache.bytesAt(context, 16);
            assertThat(bytes).isBetween(before, cache.naiveBytesAt(context, 16));
            assertThat(cache.bytesAt(context, 8)).isLessThanOrEqualTo(bytes);
            assertThat(cache.bytesAt(context, 4)).isLessThanOrEqualTo(cache.bytesAt(context, 8));
            before = bytes;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWorkingOfACacheFigureAgreesWithTheCountOverTheLayers(long seed) {
        Architecture model = new RandomArchitecture(seed).next();
        FactSheet sheet = sheet(model);
        for (long context : Contexts.STATED) {
            assertThat(sheet.whole(FactPath.kvCacheBytesAt(context)))
                    .isEqualTo(counted(model, 2, attention -> attention.keptNumbers(context)));
            assertThat(sheet.whole(FactPath.kvCacheBytesAt8Bits(context)))
                    .isEqualTo(counted(model, 1, attention -> attention.keptNumbers(context)));
            if (CacheSize.of(model).hasState()) {
                assertThat(sheet.find(FactPath.kvCacheNaiveBytesAt(context)))
                        .as("a state keeps no token, so that \"every token kept\" means nothing")
                        .isEmpty();
            } else {
                assertThat(sheet.whole(FactPath.kvCacheNaiveBytesAt(context)))
                        .isEqualTo(counted(model, 2, attention -> naive(attention, context)));
            }
            assertThat(CacheSize.of(model).bytesAt(context, 4))
                    .isEqualTo(sheet.whole(FactPath.kvCacheBytesAt4Bits(context)));
            assertThat(CacheSize.of(model).bytesAt(context, 12))
                    .as("4 bits and 8 bits, with the state counted once")
                    .isEqualTo(CacheSize.of(model).bytesAt(context, 4)
                            + counted(model, 1, attention -> attention.keptNumbers(context))
                            - counted(model, 0, attention -> 0));
            assertThat(sheet.whole(FactPath.costAttentionFlopsPerTokenAt(context)))
                    .isEqualTo(TokenCost.of(model).decodeAttentionFlops(context));
        }
    }

    private static long naive(Attention attention, long context) {
        return attention.kept().stream()
                .mapToLong(part -> part.entryNumbers() * (context / part.every()))
                .sum();
    }

    /** The cache by what each attention says of itself. */
    private static long counted(Architecture model, long bytes, ToLongFunction<Attention> numbers) {
        return model.kinds().stream()
                .mapToLong(kind -> {
                    Attention attention = kind.attention();
                    return kind.count() * (numbers.applyAsLong(attention) * bytes + attention.stateBytes());
                })
                .sum();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aWindowLongerThanTheContextChangesNothing(long seed) {
        Architecture model = new RandomArchitecture(seed).next();
        Architecture wide = withAttention(model, attention -> withSpan(attention, new Span.Window(200_000)));
        Architecture full = withAttention(model, attention -> withSpan(attention, new Span.Full()));

        for (long context : new long[] {1, 4_096, 131_072, 200_000}) {
            assertThat(CacheSize.of(wide).bytesAt(context, 16))
                    .isEqualTo(CacheSize.of(full).bytesAt(context, 16));
            assertThat(TokenCost.of(wide).decodeAttentionFlops(context))
                    .isEqualTo(TokenCost.of(full).decodeAttentionFlops(context));
            assertThat(TokenCost.of(wide).prefillAttentionFlops(context))
                    .isEqualTo(TokenCost.of(full).prefillAttentionFlops(context));
        }
        assertThat(sheet(wide).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(sheet(full).whole(FactPath.PARAMETERS_TOTAL));
    }

    private static Attention withSpan(Attention attention, Span span) {
        if (!(attention instanceof SoftmaxAttention own) || own.indexer().isPresent() || own.pictureEntries() > 0) {
            return attention;
        }
        return new SoftmaxAttention(
                own.heads(),
                own.kvHeads(),
                own.headDim(),
                span,
                own.positions(),
                own.qkNorm(),
                own.biases(),
                own.sinks(),
                own.outputGate(),
                own.logitSoftCap(),
                own.temperature(),
                own.valueHeadDim(),
                own.keysAsValues(),
                own.sharedCache(),
                own.headGate(),
                own.indexer(),
                own.pictureEntries());
    }

    private static Architecture withAttention(Architecture model, UnaryOperator<Attention> change) {
        List<LayerGroup> groups = model.groups().stream()
                .map(group -> new LayerGroup(
                        group.repeat(),
                        group.blocks().stream()
                                .map(block -> new LayerBlock(
                                        block.count(),
                                        block.attentionName(),
                                        change.apply(block.attention()),
                                        block.feedForwardName(),
                                        block.feedForward()))
                                .toList()))
                .toList();
        return withGroups(model, groups);
    }

    private static Architecture withGroups(Architecture model, List<LayerGroup> groups) {
        return new Architecture(
                model.vocabularySize(),
                model.hiddenSize(),
                model.tiedEmbeddings(),
                model.learnedPositions(),
                model.normalization(),
                groups,
                model.predictionModule(),
                model.vision(),
                model.storage(),
                model.checkpoint(),
                model.stream(),
                model.headBias(),
                model.multipliers());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void renamingWritingOutOrReorderingLayersChangesNoFigure(long seed) {
        Architecture model = new RandomArchitecture(seed).next();
        List<LayerGroup> single = new ArrayList<>();
        for (LayerBlock run : model.sequence()) {
            for (long layer = 0; layer < run.count(); layer++) {
                single.add(new LayerGroup(
                        1,
                        List.of(new LayerBlock(
                                1, "renamed-" + run.attentionName(), run.attention(), "x", run.feedForward()))));
            }
        }
        List<LayerGroup> reversed = new ArrayList<>(single);
        Collections.reverse(reversed);

        assertThat(figures(withGroups(model, single))).isEqualTo(figures(model));
        assertThat(figures(withGroups(model, reversed))).isEqualTo(figures(model));
    }

    private static List<String> figures(Architecture model) {
        return sheet(model).facts().stream()
                .filter(fact ->
                        fact.working().isPresent() && !fact.path().equals(FactPath.PARAMETERS_PER_ROUTED_EXPERT))
                .map(fact -> fact.path() + " = " + ((FactValue.Whole) fact.value()).value())
                .toList();
    }
}
