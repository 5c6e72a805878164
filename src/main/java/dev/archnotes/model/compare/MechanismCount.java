package dev.archnotes.model.compare;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
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
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.attention.RopeScaling;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks every layer of a model the question of every aspect that applies to it, and counts the answers. */
final class MechanismCount {
    private final Map<Aspect, Long> asked = new EnumMap<>(Aspect.class);
    private final Map<Mechanism, Long> answered = new EnumMap<>(Mechanism.class);
    private final Architecture architecture;

    MechanismCount(Architecture architecture) {
        this.architecture = architecture;
        ask(Aspect.LAYER_PARTS, architecture.layers());
        for (LayerBlock kind : architecture.kinds()) {
            boolean one = kind.attention().isNone() != kind.feedForward().isNone();
            answer(one, Mechanism.ONE_PART_LAYERS, kind.count());
            if (!kind.attention().isNone()) {
                attention(kind.attention(), kind.count());
                positions(kind.attention(), kind.count());
            }
            kind.feedForward()
                    .nonLinearity()
                    .ifPresent(function -> feedForward(kind.feedForward(), function, kind.count()));
        }
        bases();
        norms(architecture.normalization());
        layout();
        whole();
    }

    MechanismProfile profile() {
        return new MechanismProfile(asked, answered);
    }

    private void ask(Aspect aspect, long layers) {
        asked.merge(aspect, layers, Math::addExact);
    }

    private void answer(boolean yes, Mechanism mechanism, long layers) {
        if (yes) {
            answered.merge(mechanism, layers, Math::addExact);
        }
    }

    private void attention(Attention attention, long layers) {
        ask(Aspect.ATTENTION, layers);
        ask(Aspect.REACH, layers);
        reach(attention.reach()).ifPresent(reach -> answer(true, reach, layers));
        if (attention.readsTokens()) {
            ask(Aspect.SELECTION, layers);
            attention
                    .indexer()
                    .ifPresent(indexer -> answer(
                            true, indexer.shared() ? Mechanism.SHARED_SELECTION : Mechanism.SPARSE_ATTENTION, layers));
        }
        if (attention.readsTokens() || attention.reach() == Reach.PICTURE) {
            for (Aspect aspect : new Aspect[] {
                Aspect.ATTENTION_BIASES, Aspect.SINKS, Aspect.OUTPUT_GATE, Aspect.LOGIT_SOFT_CAP, Aspect.TEMPERATURE
            }) {
                ask(aspect, layers);
            }
        }
        if (attention.reach().hasKeysAndValues()) {
            ask(Aspect.QK_NORM, layers);
            ask(Aspect.CACHE_SHARING, layers);
            ask(Aspect.VALUES, layers);
        }
        attention.answer(new OfAttention()).forEach(mechanism -> answer(true, mechanism, layers));
    }

    private void positions(Attention attention, long layers) {
        if (!attention.readsTokens()) {
            return;
        }
        ask(Aspect.POSITIONS, layers);
        answer(true, attention.positions().answer(new OfPositions()), layers);
        attention.positions().rope().ifPresent(rope -> {
            ask(Aspect.ROTARY_EXTENT, layers);
            ask(Aspect.ROPE_SCALING, layers);
            rope.scaling().ifPresent(scaling -> answer(true, scaling(scaling.method()), layers));
        });
    }

    /** The mechanisms of one attention, besides its reach and its positions. */
    private static final class OfAttention implements Attention.Cases<List<Mechanism>> {
        @Override
        public List<Mechanism> softmax(SoftmaxAttention softmax) {
            List<Mechanism> used = new ArrayList<>();
            if (softmax.kvHeads() == softmax.heads()) {
                used.add(Mechanism.MULTI_HEAD_ATTENTION);
            } else {
                used.add(softmax.kvHeads() == 1 ? Mechanism.MULTI_QUERY_ATTENTION : Mechanism.GROUPED_QUERY_ATTENTION);
            }
            softmax.qkNorm().map(MechanismCount::qkNorm).ifPresent(used::add);
            biases(softmax.biases()).ifPresent(used::add);
            add(used, softmax.sharedCache(), Mechanism.SHARED_CACHE);
            add(used, softmax.keysAsValues(), Mechanism.KEYS_AS_VALUES);
            add(used, softmax.valueHeadDim() != softmax.headDim(), Mechanism.OWN_VALUE_WIDTH);
            add(used, softmax.sinks(), Mechanism.ATTENTION_SINKS);
            add(used, softmax.outputGate(), Mechanism.OUTPUT_GATE);
            add(used, softmax.headGate(), Mechanism.HEAD_GATE);
            add(used, softmax.logitSoftCap().isPresent(), Mechanism.LOGIT_SOFT_CAP);
            add(used, softmax.temperature().isPresent(), Mechanism.TEMPERATURE_TUNING);
            Optional<PositionEncoding.Rope> rope = softmax.positions().rope();
            boolean rotated = softmax.readsTokens() && rope.isPresent();
            add(used, rotated && rope.get().rotaryDim() < softmax.headDim(), Mechanism.PARTIAL_ROPE);
            return used;
        }

        @Override
        public List<Mechanism> latent(LatentAttention latent) {
            List<Mechanism> used = new ArrayList<>(List.of(Mechanism.LATENT_ATTENTION));
            add(used, latent.positions().rope().isPresent(), Mechanism.DECOUPLED_ROPE);
            return used;
        }

        @Override
        public List<Mechanism> compressed(CompressedAttention pooled) {
            return List.of(Mechanism.COMPRESSED_ATTENTION, Mechanism.ATTENTION_SINKS, Mechanism.PARTIAL_ROPE);
        }

        @Override
        public List<Mechanism> gatedDeltaNet(GatedDeltaNet net) {
            return List.of(Mechanism.GATED_DELTANET);
        }

        @Override
        public List<Mechanism> kimiDelta(KimiDeltaAttention delta) {
            return List.of(Mechanism.KIMI_DELTA_ATTENTION);
        }

        @Override
        public List<Mechanism> lightning(LightningAttention lightning) {
            return List.of(Mechanism.LIGHTNING_ATTENTION);
        }

        @Override
        public List<Mechanism> gatedConvolution(GatedConvolution convolution) {
            return List.of(Mechanism.SHORT_CONVOLUTION);
        }

        @Override
        public List<Mechanism> mamba(Mamba mamba) {
            return List.of(Mechanism.MAMBA);
        }

        @Override
        public List<Mechanism> mamba2(Mamba2 mamba) {
            return List.of(Mechanism.MAMBA2);
        }

        /** The kind of its attention stands first among the mechanisms of that attention. */
        @Override
        public List<Mechanism> parallel(ParallelHeads heads) {
            List<Mechanism> used = softmax(heads.attention());
            used.set(0, Mechanism.PARALLEL_HEADS);
            return used;
        }

        @Override
        public List<Mechanism> none(NoMixer none) {
            return List.of();
        }

        private static void add(List<Mechanism> used, boolean yes, Mechanism mechanism) {
            if (yes) {
                used.add(mechanism);
            }
        }
    }

    /** The mechanism of one position encoding. */
    private static final class OfPositions implements PositionEncoding.Cases<Mechanism> {
        @Override
        public Mechanism learned(PositionEncoding.Learned positions) {
            return Mechanism.LEARNED_POSITIONS;
        }

        @Override
        public Mechanism rope(PositionEncoding.Rope positions) {
            return Mechanism.ROPE;
        }

        @Override
        public Mechanism none(PositionEncoding.None positions) {
            return Mechanism.NO_POSITIONS;
        }

        @Override
        public Mechanism alibi(PositionEncoding.Alibi positions) {
            return Mechanism.ALIBI;
        }
    }

    private void bases() {
        Set<Long> bases = new LinkedHashSet<>();
        for (LayerBlock kind : architecture.kinds()) {
            kind.attention().positions().rope().ifPresent(rope -> bases.add(rope.base()));
        }
        if (!bases.isEmpty()) {
            ask(Aspect.ROPE_BASES, 1);
            answer(bases.size() > 1, Mechanism.TWO_ROPE_BASES, 1);
        }
    }

    private void feedForward(FeedForward feedForward, Activation function, long layers) {
        ask(Aspect.FEED_FORWARD, layers);
        ask(Aspect.ACTIVATION, layers);
        ask(Aspect.FEED_FORWARD_BIASES, layers);
        answer(true, activation(function), layers);
        answer(feedForward.biased(), Mechanism.FEED_FORWARD_BIASES, layers);
        answer(
                true,
                feedForward.sparse().isPresent() ? Mechanism.MIXTURE_OF_EXPERTS : Mechanism.DENSE_FEED_FORWARD,
                layers);
        feedForward.sparse().ifPresent(experts -> experts(experts, layers));
    }

    private void experts(MixtureOfExperts experts, long layers) {
        for (Aspect aspect : new Aspect[] {
            Aspect.ROUTING,
            Aspect.SELECTION_BIAS,
            Aspect.EXPERT_GROUPS,
            Aspect.SHARED_EXPERT,
            Aspect.DENSE_BRANCH,
            Aspect.LATENT_EXPERTS,
            Aspect.ZERO_EXPERTS
        }) {
            ask(aspect, layers);
        }
        Router router = experts.router();
        answer(true, routing(router), layers);
        answer(router.selectionBias(), Mechanism.SELECTION_BIAS, layers);
        answer(router.groups() > 1, Mechanism.EXPERT_GROUPS, layers);
        answer(experts.sharedExperts() > 0, Mechanism.SHARED_EXPERT, layers);
        answer(experts.denseBranchSize() > 0, Mechanism.DENSE_BRANCH, layers);
        answer(experts.latentSize() > 0, Mechanism.LATENT_EXPERTS, layers);
        answer(experts.zeroExperts() > 0, Mechanism.ZERO_EXPERTS, layers);
        if (experts.sharedExperts() > 0) {
            ask(Aspect.SHARED_GATE, layers);
            answer(experts.sharedGate(), Mechanism.SHARED_GATE, layers);
        }
    }

    private void norms(Normalization normalization) {
        ask(Aspect.NORM_KIND, 1);
        answer(true, normKind(normalization.kind()), 1);
        ask(Aspect.NORM_PLACEMENT, 1);
        answer(true, normPlacement(normalization.placement()), 1);
        ask(Aspect.NORM_WEIGHT, 1);
        answer(normalization.zeroCentered(), Mechanism.ZERO_CENTERED_NORM, 1);
        ask(Aspect.EMBEDDING_NORM, 1);
        answer(normalization.ofEmbeddings(), Mechanism.EMBEDDING_NORM, 1);
        ask(Aspect.RESIDUAL, 1);
        answer(normalization.connections().isPresent(), Mechanism.HYPER_CONNECTIONS, 1);
    }

    /** Dense layers below all experts are a first stretch; dense layers between them alternate. */
    private void layout() {
        long sparse = 0;
        boolean denseFirst = false;
        boolean denseAfter = false;
        for (LayerBlock block : architecture.sequence()) {
            if (block.feedForward().isNone()) {
                continue;
            }
            if (block.feedForward().sparse().isPresent()) {
                sparse++;
            } else if (sparse == 0) {
                denseFirst = true;
            } else {
                denseAfter = true;
            }
        }
        if (sparse > 0) {
            ask(Aspect.SPARSE_LAYOUT, 1);
            answer(denseAfter, Mechanism.ALTERNATING_EXPERTS, 1);
            answer(denseFirst && !denseAfter, Mechanism.DENSE_FIRST, 1);
        }
    }

    private void whole() {
        for (Aspect aspect : new Aspect[] {Aspect.PER_LAYER_EMBEDDINGS, Aspect.STREAMS, Aspect.LOW_RANK_PATH}) {
            ask(aspect, 1);
        }
        answer(architecture.stream().hasPerLayerEmbeddings(), Mechanism.PER_LAYER_EMBEDDINGS, 1);
        answer(architecture.stream().streams() > 1, Mechanism.ALTUP, 1);
        answer(architecture.stream().laurelRank() > 0, Mechanism.LAUREL, 1);
        for (Aspect aspect : new Aspect[] {Aspect.HEAD, Aspect.PREDICTION_MODULE, Aspect.VISION, Aspect.STORAGE}) {
            ask(aspect, 1);
        }
        answer(architecture.tiedEmbeddings(), Mechanism.TIED_EMBEDDINGS, 1);
        answer(architecture.headBias(), Mechanism.HEAD_BIAS, 1);
        answer(architecture.predictionModule().isPresent(), Mechanism.PREDICTION_MODULE, 1);
        answer(architecture.vision().isPresent(), Mechanism.VISION, 1);
        answer(true, storage(architecture.storage()), 1);
    }

    // A switch over all constants: a new one that is not answered here does not compile.

    private static Optional<Mechanism> reach(Reach reach) {
        return switch (reach) {
            case FULL, LATENT, COMPRESSED -> Optional.of(Mechanism.FULL_ATTENTION);
            case WINDOW -> Optional.of(Mechanism.SLIDING_WINDOW);
            case CHUNK -> Optional.of(Mechanism.CHUNKED_ATTENTION);
            case LINEAR -> Optional.of(Mechanism.RECURRENT_STATE);
            case CONVOLUTION -> Optional.of(Mechanism.CONVOLUTION_KERNEL);
            case PICTURE -> Optional.of(Mechanism.CROSS_ATTENTION);
            case NONE -> Optional.empty();
        };
    }

    private static Mechanism scaling(RopeScaling.Method method) {
        return switch (method) {
            case LINEAR -> Mechanism.LINEAR_SCALING;
            case LLAMA3 -> Mechanism.WAVELENGTH_SCALING;
            case YARN -> Mechanism.YARN;
        };
    }

    private static Mechanism activation(Activation activation) {
        return switch (activation) {
            case GELU -> Mechanism.GELU;
            case SWIGLU -> Mechanism.SWIGLU;
            case GEGLU -> Mechanism.GEGLU;
            case CLAMPED_SWIGLU -> Mechanism.CLAMPED_SWIGLU;
            case RELU -> Mechanism.RELU;
            case SQUARED_RELU -> Mechanism.SQUARED_RELU;
            case XIELU -> Mechanism.XIELU;
            case SQUARED_REGLU -> Mechanism.SQUARED_REGLU;
        };
    }

    private static Mechanism routing(Router router) {
        if (router.hashed()) {
            return Mechanism.HASH_ROUTING;
        }
        return switch (router.function()) {
            case SQRT_SOFTPLUS -> Mechanism.SQRT_SOFTPLUS_ROUTING;
            case SOFTMAX -> router.renormalized() ? Mechanism.TOP_K_SOFTMAX_ROUTING : Mechanism.SOFTMAX_ROUTING;
            case SIGMOID -> Mechanism.SIGMOID_ROUTING;
        };
    }

    private static Mechanism normKind(Normalization.Kind kind) {
        return switch (kind) {
            case LAYER_NORM -> Mechanism.LAYER_NORM;
            case RMS_NORM -> Mechanism.RMS_NORM;
            case BIAS_FREE_LAYER_NORM -> Mechanism.BIAS_FREE_LAYER_NORM;
            case NON_PARAMETRIC_LAYER_NORM -> Mechanism.NON_PARAMETRIC_LAYER_NORM;
            case NON_PARAMETRIC_RMS_NORM -> Mechanism.NON_PARAMETRIC_RMS_NORM;
        };
    }

    private static Mechanism normPlacement(Normalization.Placement placement) {
        return switch (placement) {
            case PRE -> Mechanism.PRE_NORM;
            case INSIDE_BRANCH -> Mechanism.INSIDE_BRANCH_NORM;
            case SANDWICH -> Mechanism.SANDWICH_NORM;
            case PARALLEL -> Mechanism.PARALLEL_BLOCK;
            case PARALLEL_PAIR -> Mechanism.PARALLEL_PAIR;
            case SUB_LAYER -> Mechanism.SUB_LAYER_NORM;
        };
    }

    private static Mechanism storage(Storage storage) {
        if (storage.isPlain()) {
            return storage == Storage.FLOAT32 ? Mechanism.FLOAT32 : Mechanism.SIXTEEN_BITS;
        }
        if (storage == Storage.FP8_BLOCKS) {
            return Mechanism.FP8_BLOCKS;
        }
        return storage == Storage.MXFP4_EXPERTS ? Mechanism.MXFP4_EXPERTS : Mechanism.QUANTIZED;
    }

    private static Mechanism qkNorm(QkNorm norm) {
        if (norm.afterRope()) {
            return Mechanism.QK_NORM_AFTER_ROPE;
        }
        return switch (norm.scope()) {
            case VECTOR -> Mechanism.QK_NORM_VECTOR;
            case HEAD -> Mechanism.QK_NORM_HEAD;
            case OWN_HEAD -> Mechanism.QK_NORM_OWN_HEAD;
        };
    }

    private static Optional<Mechanism> biases(AttentionBiases biases) {
        return switch (biases) {
            case NONE -> Optional.empty();
            case QUERY_KEY_VALUE -> Optional.of(Mechanism.QKV_BIASES);
            case ALL -> Optional.of(Mechanism.ALL_ATTENTION_BIASES);
        };
    }
}
