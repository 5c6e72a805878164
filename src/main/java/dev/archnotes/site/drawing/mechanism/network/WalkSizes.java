package dev.archnotes.site.drawing.mechanism.network;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The shapes that a token meets in a model, of its most frequent kind of layer; where a layer has only one part, of the
 * most frequent kinds that have the one and the other.
 *
 * @param model the model's name
 * @param width the width of the stream
 * @param vocabulary rows of the table
 * @param tied whether the head is the table again
 * @param positions rows of a table of positions, 0 without one
 * @param layers layers in all
 * @param normsBefore whether a norm stands before each part
 * @param normsAfter whether a norm stands behind each part
 * @param heads query heads
 * @param headWidth the width of what one head hands on
 * @param shared keys and values, 0 for a latent, −1 for a recurrent state
 * @param chosen networks that a token passes: the experts chosen for it, or one
 * @param inner the inner width of one of them
 * @param always the inner width that every token passes beside chosen experts
 * @param experts routed experts, 0 where there are none
 */
record WalkSizes(
        String model,
        long width,
        long vocabulary,
        boolean tied,
        long positions,
        long layers,
        boolean normsBefore,
        boolean normsAfter,
        long heads,
        long headWidth,
        long shared,
        long chosen,
        long inner,
        long always,
        long experts) {
    static final long STATE = -1;

    static WalkSizes of(Variant variant) {
        Architecture architecture = variant.architecture();
        Heads heads = mostOf(architecture, kind -> !kind.attention().isNone())
                .attention()
                .answer(new OfAttention());
        Inner inner = mostOf(architecture, kind -> !kind.feedForward().isNone())
                .feedForward()
                .answer(new OfFeedForward());
        return new WalkSizes(
                variant.name(),
                architecture.hiddenSize(),
                architecture.vocabularySize(),
                architecture.tiedEmbeddings(),
                architecture.learnedPositions(),
                architecture.layers(),
                architecture.normalization().placement().normalizesInputs(),
                architecture.normalization().placement().normalizesOutputs(),
                heads.heads(),
                heads.width(),
                heads.shared(),
                inner.chosen(),
                inner.width(),
                inner.always(),
                inner.experts());
    }

    /**
     * The most frequent kind of layer that has a part.
     *
     * @throws IllegalArgumentException where no layer has it
     */
    static LayerBlock mostOf(Architecture architecture, Predicate<LayerBlock> part) {
        Optional<LayerBlock> most = Optional.empty();
        for (LayerBlock kind : architecture.kinds()) {
            if (part.test(kind) && (most.isEmpty() || kind.count() > most.get().count())) {
                most = Optional.of(kind);
            }
        }
        return most.orElseThrow(() -> new IllegalArgumentException("none of its layers has this part"));
    }

    static WalkSizes read(FigureCode.Reader in) {
        return new WalkSizes(
                in.name(),
                in.number(),
                in.number(),
                in.number() == 1,
                in.number(),
                in.number(),
                in.number() == 1,
                in.number() == 1,
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number());
    }

    void write(FigureCode.Writer out) {
        out.name(model)
                .number(width)
                .number(vocabulary)
                .number(tied ? 1 : 0)
                .number(positions)
                .number(layers)
                .number(normsBefore ? 1 : 0)
                .number(normsAfter ? 1 : 0)
                .number(heads)
                .number(headWidth)
                .number(shared)
                .number(chosen)
                .number(inner)
                .number(always)
                .number(experts);
    }

    /** The width to which the feed-forward network widens the vector of a token. */
    long widened() {
        return Math.addExact(Math.multiplyExact(chosen, inner), always);
    }

    private record Heads(long heads, long width, long shared) {}

    private record Inner(long chosen, long width, long always, long experts) {}

    private record OfAttention() implements Attention.Cases<Heads> {
        @Override
        public Heads softmax(SoftmaxAttention attention) {
            return new Heads(attention.heads(), attention.valueHeadDim(), attention.kvHeads());
        }

        @Override
        public Heads latent(LatentAttention attention) {
            return new Heads(attention.heads(), attention.valueHeadDim(), 0);
        }

        @Override
        public Heads compressed(CompressedAttention attention) {
            return new Heads(attention.heads(), attention.headDim(), 1);
        }

        @Override
        public Heads gatedDeltaNet(GatedDeltaNet attention) {
            return new Heads(attention.valueHeads(), attention.valueHeadDim(), STATE);
        }

        @Override
        public Heads kimiDelta(KimiDeltaAttention attention) {
            return new Heads(attention.heads(), attention.headDim(), STATE);
        }

        @Override
        public Heads lightning(LightningAttention attention) {
            return new Heads(attention.heads(), attention.headDim(), STATE);
        }

        @Override
        public Heads gatedConvolution(GatedConvolution attention) {
            return new Heads(1, attention.channels(), STATE);
        }

        @Override
        public Heads mamba(Mamba attention) {
            return new Heads(1, attention.channels(), STATE);
        }

        @Override
        public Heads mamba2(Mamba2 attention) {
            return new Heads(attention.heads(), attention.headDim(), STATE);
        }

        @Override
        public Heads parallel(ParallelHeads heads) {
            return softmax(heads.attention());
        }

        @Override
        public Heads none(NoMixer attention) {
            throw new IllegalArgumentException("a layer without heads");
        }
    }

    private record OfFeedForward() implements FeedForward.Cases<Inner> {
        @Override
        public Inner dense(DenseFeedForward network) {
            return new Inner(1, network.intermediateSize(), 0, 0);
        }

        @Override
        public Inner experts(MixtureOfExperts network) {
            long always = Math.addExact(
                    Math.multiplyExact(network.sharedExperts(), network.sharedIntermediateSize()),
                    network.denseBranchSize());
            return new Inner(network.expertsPerToken(), network.expertIntermediateSize(), always, network.experts());
        }

        @Override
        public Inner none(NoFeedForward network) {
            throw new IllegalArgumentException("a layer without a feed-forward");
        }
    }
}
