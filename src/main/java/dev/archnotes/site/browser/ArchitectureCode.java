package dev.archnotes.site.browser;

import dev.archnotes.model.spec.Activation;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.AttentionBiases;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.LlamaVision;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PixtralVision;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.QkNorm;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.Router;
import dev.archnotes.model.spec.SiglipVision;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.VisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An architecture as a line of words joined by {@code ~}, which stand in an address as they are: every component of
 * every record in order, each alternative after its name. What is written is read again as the same architecture.
 */
public final class ArchitectureCode {
    private static final String VERSION = "1";
    private static final long MOST_ITEMS = 1000;
    private static final double MILLION = 1_000_000;

    private ArchitectureCode() {}

    /** The code of an architecture. */
    public static String write(Architecture model) {
        Writer out = new Writer();
        out.word(VERSION);
        out.number(model.vocabularySize(), model.hiddenSize());
        out.flag(model.tiedEmbeddings());
        out.number(model.learnedPositions());
        Normalization norm = model.normalization();
        out.word(norm.kind().name())
                .word(norm.placement().name())
                .word(norm.epsilon())
                .flag(norm.zeroCentered());
        out.number(model.groups().size());
        for (LayerGroup group : model.groups()) {
            out.number(group.repeat(), group.blocks().size());
            group.blocks().forEach(out::block);
        }
        out.flag(model.predictionModule().isPresent());
        model.predictionModule().ifPresent(module -> out.number(module.depth()).block(module.layer()));
        out.flag(model.vision().isPresent());
        model.vision().ifPresent(out::vision);
        out.word(model.storage().name());
        CheckpointExtras stored = model.checkpoint();
        out.flag(stored.tiedHeadStored())
                .flag(stored.predictionVocabularyCopies())
                .flag(stored.causalMasks());
        return out.text.toString();
    }

    /** The architecture of a code; an {@link IllegalArgumentException} where it is none. */
    public static Architecture read(String code) {
        Reader in = new Reader(code);
        if (!in.word().equals(VERSION)) {
            throw in.broken();
        }
        long vocabulary = in.number();
        long hidden = in.number();
        boolean tied = in.flag();
        long positions = in.number();
        Normalization norm = new Normalization(
                in.one(Normalization.Kind.values()), in.one(Normalization.Placement.values()), in.word(), in.flag());
        List<LayerGroup> groups = new ArrayList<>();
        for (long left = in.items(); left > 0; left--) {
            long repeat = in.number();
            List<LayerBlock> blocks = new ArrayList<>();
            for (long more = in.items(); more > 0; more--) {
                blocks.add(in.block());
            }
            groups.add(new LayerGroup(repeat, blocks));
        }
        Optional<PredictionModule> module =
                in.flag() ? Optional.of(new PredictionModule(in.number(), in.block())) : Optional.empty();
        Optional<VisionEncoder> vision = in.flag() ? Optional.of(in.vision()) : Optional.empty();
        Storage storage = in.one(Storage.values());
        CheckpointExtras stored = new CheckpointExtras(in.flag(), in.flag(), in.flag());
        in.end();
        return new Architecture(vocabulary, hidden, tied, positions, norm, groups, module, vision, storage, stored);
    }

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();

        Writer word(String word) {
            text.append(text.length() == 0 ? "" : "~").append(word.replace('~', '-'));
            return this;
        }

        Writer number(long... numbers) {
            for (long number : numbers) {
                word(Long.toString(number));
            }
            return this;
        }

        /** A number with a fraction, in millionths: printing doubles would be a third of the script. */
        private static String millionths(double number) {
            return Long.toString(Math.round(number * MILLION));
        }

        Writer flag(boolean flag) {
            return word(flag ? "y" : "n");
        }

        void block(LayerBlock block) {
            number(block.count()).word(block.attentionName());
            attention(block.attention());
            word(block.feedForwardName());
            feedForward(block.feedForward());
        }

        private void attention(Attention attention) {
            if (attention instanceof GatedDeltaNet linear) {
                word("linear")
                        .number(
                                linear.keyHeads(),
                                linear.valueHeads(),
                                linear.keyHeadDim(),
                                linear.valueHeadDim(),
                                linear.convolutionWidth());
            } else if (attention instanceof LatentAttention latent) {
                word("latent")
                        .number(
                                latent.heads(),
                                latent.queryRank(),
                                latent.kvRank(),
                                latent.nopeHeadDim(),
                                latent.ropeHeadDim(),
                                latent.valueHeadDim());
                positions(latent.positions());
            } else if (attention instanceof SoftmaxAttention softmax) {
                word("softmax").number(softmax.heads(), softmax.kvHeads(), softmax.headDim());
                span(softmax.span());
                positions(softmax.positions());
                flag(softmax.qkNorm().isPresent());
                softmax.qkNorm()
                        .ifPresent(norm ->
                                word(norm.scope().name()).flag(norm.weighted()).flag(norm.afterRope()));
                word(softmax.biases().name()).flag(softmax.sinks()).flag(softmax.outputGate());
                word(softmax.logitSoftCap().map(Writer::millionths).orElse(""))
                        .word(softmax.temperature().orElse(""));
            }
        }

        private void span(Span span) {
            if (span instanceof Span.Window window) {
                word("window").number(window.tokens());
            } else if (span instanceof Span.Chunk chunk) {
                word("chunk").number(chunk.tokens());
            } else {
                word("full");
            }
        }

        private void positions(PositionEncoding positions) {
            if (positions instanceof PositionEncoding.Rope rope) {
                word("rope")
                        .number(rope.base(), rope.rotaryDim())
                        .flag(rope.scaling().isPresent());
                rope.scaling()
                        .ifPresent(scaling -> word(scaling.method())
                                .word(millionths(scaling.factor()))
                                .number(scaling.originalContext()));
            } else {
                word(positions instanceof PositionEncoding.Learned ? "learned" : "none");
            }
        }

        private void feedForward(FeedForward feedForward) {
            if (feedForward instanceof DenseFeedForward dense) {
                word("dense")
                        .number(dense.intermediateSize())
                        .word(dense.activation().name())
                        .flag(dense.biased());
            } else if (feedForward instanceof MixtureOfExperts experts) {
                word("experts")
                        .number(
                                experts.experts(),
                                experts.expertsPerToken(),
                                experts.expertIntermediateSize(),
                                experts.sharedExperts(),
                                experts.sharedIntermediateSize())
                        .flag(experts.sharedGate())
                        .number(experts.denseBranchSize());
                Router router = experts.router();
                word(router.function().name())
                        .flag(router.biased())
                        .flag(router.selectionBias())
                        .number(router.groups(), router.groupsKept())
                        .word(millionths(router.scaling()));
                word(experts.activation().name()).flag(experts.biased());
            }
        }

        void vision(VisionEncoder vision) {
            if (vision instanceof SiglipVision siglip) {
                word("siglip")
                        .number(
                                siglip.hiddenSize(),
                                siglip.layers(),
                                siglip.intermediateSize(),
                                siglip.imageSize(),
                                siglip.patchSize());
            } else if (vision instanceof PixtralVision pixtral) {
                word("pixtral")
                        .number(
                                pixtral.hiddenSize(),
                                pixtral.layers(),
                                pixtral.intermediateSize(),
                                pixtral.patchSize(),
                                pixtral.mergeSize());
            } else if (vision instanceof LlamaVision llama) {
                word("llama")
                        .number(
                                llama.hiddenSize(),
                                llama.layers(),
                                llama.intermediateSize(),
                                llama.imageSize(),
                                llama.patchSize(),
                                llama.shuffleSize(),
                                llama.outputSize());
            }
        }
    }

    private static final class Reader {
        private final String code;
        private int at;

        Reader(String code) {
            this.code = code;
        }

        IllegalArgumentException broken() {
            return new IllegalArgumentException("this is not the code of a model, or one of another version");
        }

        String word() {
            if (at > code.length()) {
                throw broken();
            }
            int end = code.indexOf('~', at);
            String word = code.substring(at, end < 0 ? code.length() : end);
            at = end < 0 ? code.length() + 1 : end + 1;
            return word;
        }

        void end() {
            if (at <= code.length()) {
                throw broken();
            }
        }

        long number() {
            return Long.parseLong(word());
        }

        private static double fromMillionths(String word) {
            return Long.parseLong(word) / MILLION;
        }

        /** A number of things that follow. */
        long items() {
            long items = number();
            if (items < 0 || items > MOST_ITEMS) {
                throw broken();
            }
            return items;
        }

        boolean flag() {
            String word = word();
            if (!word.equals("y") && !word.equals("n")) {
                throw broken();
            }
            return word.equals("y");
        }

        <E extends Enum<E>> E one(E[] values) {
            String word = word();
            for (E value : values) {
                if (value.name().equals(word)) {
                    return value;
                }
            }
            throw broken();
        }

        LayerBlock block() {
            return new LayerBlock(number(), word(), attention(), word(), feedForward());
        }

        private Attention attention() {
            switch (word()) {
                case "linear":
                    return new GatedDeltaNet(number(), number(), number(), number(), number());
                case "latent":
                    return new LatentAttention(number(), number(), number(), number(), number(), number(), positions());
                case "softmax":
                    return new SoftmaxAttention(
                            number(),
                            number(),
                            number(),
                            span(),
                            positions(),
                            qkNorm(),
                            one(AttentionBiases.values()),
                            flag(),
                            flag(),
                            optional().map(Reader::fromMillionths),
                            optional());
                default:
                    throw broken();
            }
        }

        private Optional<String> optional() {
            String word = word();
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
        }

        private Span span() {
            switch (word()) {
                case "window":
                    return new Span.Window(number());
                case "chunk":
                    return new Span.Chunk(number());
                case "full":
                    return new Span.Full();
                default:
                    throw broken();
            }
        }

        private PositionEncoding positions() {
            switch (word()) {
                case "rope":
                    return new PositionEncoding.Rope(
                            number(),
                            number(),
                            flag()
                                    ? Optional.of(new RopeScaling(word(), fromMillionths(word()), number()))
                                    : Optional.empty());
                case "learned":
                    return new PositionEncoding.Learned();
                case "none":
                    return new PositionEncoding.None();
                default:
                    throw broken();
            }
        }

        private Optional<QkNorm> qkNorm() {
            return flag() ? Optional.of(new QkNorm(one(QkNorm.Scope.values()), flag(), flag())) : Optional.empty();
        }

        private FeedForward feedForward() {
            switch (word()) {
                case "dense":
                    return new DenseFeedForward(number(), one(Activation.values()), flag());
                case "experts":
                    return new MixtureOfExperts(
                            number(),
                            number(),
                            number(),
                            number(),
                            number(),
                            flag(),
                            number(),
                            router(),
                            one(Activation.values()),
                            flag());
                default:
                    throw broken();
            }
        }

        private Router router() {
            return new Router(
                    one(Router.Function.values()), flag(), flag(), number(), number(), fromMillionths(word()));
        }

        VisionEncoder vision() {
            switch (word()) {
                case "siglip":
                    return new SiglipVision(number(), number(), number(), number(), number());
                case "pixtral":
                    return new PixtralVision(number(), number(), number(), number(), number());
                case "llama":
                    return new LlamaVision(number(), number(), number(), number(), number(), number(), number());
                default:
                    throw broken();
            }
        }
    }
}
