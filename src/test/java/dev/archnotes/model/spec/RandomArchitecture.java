package dev.archnotes.model.spec;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.CompressedAttention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.KimiDeltaAttention;
import dev.archnotes.model.attention.LatentAttention;
import dev.archnotes.model.attention.LightningAttention;
import dev.archnotes.model.attention.LightningIndexer;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.vision.ClipVision;
import dev.archnotes.model.vision.Gemma4Vision;
import dev.archnotes.model.vision.GlmVision;
import dev.archnotes.model.vision.InternVision;
import dev.archnotes.model.vision.LlamaVision;
import dev.archnotes.model.vision.MoonVision;
import dev.archnotes.model.vision.PatchProjection;
import dev.archnotes.model.vision.PixtralVision;
import dev.archnotes.model.vision.Projector;
import dev.archnotes.model.vision.Qwen2Vision;
import dev.archnotes.model.vision.Qwen3Vision;
import dev.archnotes.model.vision.SiglipVision;
import dev.archnotes.model.vision.StepVision;
import dev.archnotes.model.vision.TiledVision;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Architectures of every kind, the same for the same seed. */
public final class RandomArchitecture {
    /** One image encoder of each kind. */
    public static final List<VisionEncoder> ENCODERS = List.of(
            new SiglipVision(16, 2, 32, 28, 14),
            new PixtralVision(16, 2, 32, 14, 2),
            new LlamaVision(16, 2, 64, 28, 14, 2, 24),
            new StepVision(16, 2, 32, 28, 14),
            new TiledVision(16, 2, 1, 32, 28, 14, 4, 8, 3),
            new Qwen2Vision(16, 2, 32, 14, 2, 2, true),
            new Qwen3Vision(16, 2, 32, 14, 2, 9, 2, 1),
            new MoonVision(16, 2, 32, 14, 3, 2),
            new GlmVision(16, 2, 24, 28, 14, 2, 2, true),
            new ClipVision(
                    ClipVision.Family.SIGLIP,
                    16,
                    2,
                    32,
                    28,
                    14,
                    true,
                    true,
                    true,
                    new Projector(2, 3, true, 8, true, true)),
            new InternVision(16, 2, 32, 28, 14, true, true, false, new Projector(2, 1, true, 8, false, true)),
            new Gemma4Vision(16, 2, 32, 4, 2, 8, 16, 20, true),
            new PatchProjection(48, 16, 20));

    private final Random random;

    public RandomArchitecture(long seed) {
        this.random = new Random(seed);
    }

    public static Variant spec(Architecture architecture) {
        return new Variant(
                new Variant.Identity("random", "", "Random"),
                Variant.Release.UNKNOWN,
                architecture,
                new Context(65_536, Optional.empty(), Optional.empty()),
                Training.NOT_PUBLISHED,
                List.of(),
                new Variant.Provenance(Optional.empty(), List.of()));
    }

    public Architecture next() {
        List<LayerBlock> kinds = new ArrayList<>();
        int blocks = 1 + random.nextInt(4);
        for (int i = 0; i < blocks; i++) {
            kinds.add(new LayerBlock(
                    1 + random.nextInt(5), "attention-" + i, attention(), "network-" + i, feedForward()));
        }
        List<LayerGroup> groups = new ArrayList<>();
        groups.add(new LayerGroup(1 + random.nextInt(6), kinds));
        if (random.nextBoolean()) {
            groups.add(new LayerGroup(1, List.of(kinds.get(0))));
        }
        boolean tied = random.nextBoolean();
        boolean embeddingNorm = random.nextInt(6) == 0;
        Normalization.Kind norm = Normalization.Kind.values()[random.nextInt(Normalization.Kind.values().length)];
        Optional<PredictionModule> prediction =
                random.nextInt(3) == 0 ? Optional.of(new PredictionModule(1, kinds.get(0))) : Optional.empty();
        return new Architecture(
                1 + random.nextInt(5_000),
                size(),
                tied,
                random.nextInt(4) == 0 ? 64 : 0,
                new Normalization(
                        norm,
                        Normalization.Placement.values()[random.nextInt(Normalization.Placement.values().length)],
                        "1e-6",
                        false,
                        Optional.empty(),
                        embeddingNorm),
                groups,
                prediction,
                random.nextInt(4) == 0 ? Optional.of(ENCODERS.get(random.nextInt(ENCODERS.size()))) : Optional.empty(),
                Storage.ALL.get(random.nextInt(Storage.ALL.size())),
                new CheckpointExtras(
                        tied && random.nextBoolean(), prediction.isPresent() && random.nextBoolean(), false),
                stream(),
                random.nextInt(8) == 0,
                multipliers());
    }

    private Multipliers multipliers() {
        return random.nextInt(3) > 0
                ? Multipliers.NONE
                : new Multipliers(
                        Optional.of(Math.sqrt(size())),
                        random.nextBoolean() ? Optional.of(0.22) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(1 / 3.0) : Optional.empty(),
                        random.nextBoolean() ? Optional.of(30.0) : Optional.empty());
    }

    private ResidualStream stream() {
        if (random.nextInt(3) > 0) {
            return ResidualStream.PLAIN;
        }
        boolean perLayer = random.nextBoolean();
        return new ResidualStream(
                perLayer ? size() : 0,
                perLayer ? size() : 0,
                1 + random.nextInt(4),
                random.nextBoolean() ? 0 : size(),
                random.nextBoolean());
    }

    private long size() {
        return 8L * (1 + random.nextInt(40));
    }

    private Attention attention() {
        switch (random.nextInt(12)) {
            case 0:
                long heads = 1 + random.nextInt(8);
                long queryRank = random.nextBoolean() ? 0 : size();
                long kvRank = size();
                return new LatentAttention(
                        heads, queryRank, kvRank, size(), size(), size(), rope(64), indexer(heads, queryRank, kvRank));
            case 1:
                long keys = 1 + random.nextInt(4);
                return new GatedDeltaNet(keys, keys * (1 + random.nextInt(3)), size(), size(), 4, keys == 1);
            case 2:
                return new NoMixer();
            case 6:
                return new KimiDeltaAttention(1 + random.nextInt(4), size(), size(), 4);
            case 7:
                long dim = size();
                return new LightningAttention(
                        1 + random.nextInt(4),
                        dim,
                        random.nextBoolean(),
                        random.nextBoolean() ? rope(dim) : new PositionEncoding.None());
            case 8:
                return new GatedConvolution(size(), 2 + random.nextInt(3), random.nextBoolean());
            case 9:
                return compressed();
            case 3:
                return new Mamba(
                        size(),
                        size(),
                        size(),
                        1 + random.nextInt(4),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean());
            case 4:
                return mamba2();
            case 5:
                return new ParallelHeads(softmax(), mamba2());
            default:
                return softmax();
        }
    }

    private Mamba2 mamba2() {
        long groups = 1 + random.nextInt(4);
        return new Mamba2(
                groups * (1 + random.nextInt(4)),
                size(),
                groups,
                size(),
                1 + random.nextInt(4),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private SoftmaxAttention softmax() {
        long kvHeads = 1 + random.nextInt(4);
        long headDim = size();
        Span span = random.nextInt(3) == 0
                ? new Span.Full()
                : random.nextBoolean()
                        ? new Span.Window(1 + random.nextInt(9_000))
                        : new Span.Chunk(1 + random.nextInt(9_000));
        Optional<QkNorm> norm = random.nextBoolean()
                ? Optional.empty()
                : Optional.of(new QkNorm(QkNorm.Scope.values()[random.nextInt(3)], random.nextBoolean(), false));
        boolean valuesOfKeys = random.nextInt(5) == 0;
        SoftmaxAttention plain = new SoftmaxAttention(
                kvHeads * (1 + random.nextInt(8)),
                kvHeads,
                headDim,
                span,
                random.nextBoolean()
                        ? rope(headDim)
                        : random.nextBoolean() ? new PositionEncoding.None() : new PositionEncoding.Alibi(),
                norm,
                AttentionBiases.values()[random.nextInt(3)],
                random.nextBoolean(),
                random.nextBoolean(),
                Optional.empty(),
                Optional.empty());
        long valueHeadDim = valuesOfKeys || random.nextInt(4) > 0 ? headDim : size();
        SoftmaxAttention own = plain.with(valueHeadDim, valuesOfKeys, random.nextInt(5) == 0);
        SoftmaxAttention gated = random.nextInt(4) == 0 && !own.outputGate() ? own.withHeadGate() : own;
        // without a draw of its own, as below
        boolean pictures =
                headDim % 64 == 0 && !own.sharedCache() && span.limit().isEmpty();
        return pictures ? gated.readingPictures(headDim) : gated;
    }

    /** Without a draw of its own, so that what is drawn after it stays the same. */
    private static Optional<LightningIndexer> indexer(long heads, long queryRank, long kvRank) {
        return queryRank == 0 || kvRank % 16 == 0
                ? Optional.empty()
                : Optional.of(new LightningIndexer(heads, queryRank, 16 * kvRank, 1, heads % 2 == 0));
    }

    private CompressedAttention compressed() {
        long groups = 1 + random.nextInt(3);
        long rate = random.nextInt(9);
        return new CompressedAttention(
                groups * (1 + random.nextInt(4)),
                size(),
                size(),
                groups,
                size(),
                1 + random.nextInt(9_000),
                rate,
                rope(64),
                rate % 2 == 0
                        ? Optional.empty()
                        : Optional.of(new LightningIndexer(groups, size(), 1 + random.nextInt(9_000), 1, false)));
    }

    private static PositionEncoding rope(long dim) {
        return new PositionEncoding.Rope(10_000, dim, Optional.empty());
    }

    private FeedForward feedForward() {
        Activation activation = Activation.values()[random.nextInt(Activation.values().length)];
        if (random.nextInt(6) == 0) {
            return new NoFeedForward();
        }
        if (random.nextBoolean()) {
            return new DenseFeedForward(size(), activation, random.nextBoolean());
        }
        int experts = 1 + random.nextInt(32);
        long shared = random.nextInt(3);
        MixtureOfExperts plain = new MixtureOfExperts(
                experts,
                1 + random.nextInt(experts),
                size(),
                shared,
                shared > 0 ? size() : 0,
                shared > 0 && random.nextBoolean(),
                random.nextBoolean() ? 0 : size(),
                random.nextInt(3) == 0 ? size() : 0,
                new Router(
                        Router.Function.SOFTMAX,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        1,
                        1,
                        1.0,
                        random.nextInt(4) == 0,
                        false),
                activation,
                random.nextBoolean(),
                random.nextInt(4) == 0);
        MixtureOfExperts beside = random.nextInt(4) == 0 ? plain.withZeroExperts(1 + random.nextInt(8)) : plain;
        return random.nextInt(6) == 0 ? beside.withOutputNorm() : beside;
    }
}
