package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.NoMixer;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismProfile;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.RandomArchitecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Layers that are a token mixer alone or a feed-forward alone, each with one norm, as in Nemotron-H (arXiv:2504.03624,
 * section 2.1).
 */
class OnePartLayersTest {
    /** Hidden size 8: two states, three feed-forwards and one attention, a part in each layer. */
    private static final Architecture MODEL = new Architecture(
            100,
            8,
            true,
            0,
            new Normalization(Normalization.Kind.RMS_NORM, Normalization.Placement.PRE, "1e-5", false),
            List.of(new LayerGroup(
                    1,
                    List.of(
                            new LayerBlock(
                                    2, "linear", new GatedDeltaNet(1, 2, 4, 4, 4, false), "none", new NoFeedForward()),
                            new LayerBlock(
                                    3,
                                    "none",
                                    new NoMixer(),
                                    "dense",
                                    new DenseFeedForward(16, Activation.GELU, false)),
                            new LayerBlock(1, "full", full(), "none", new NoFeedForward())))),
            Optional.empty(),
            Optional.empty(),
            Storage.BFLOAT16,
            new CheckpointExtras(false, false, false));

    private static final FactSheet SHEET = FactSheet.of(RandomArchitecture.spec(MODEL));

    private static SoftmaxAttention full() {
        return new SoftmaxAttention(
                2,
                1,
                4,
                new Span.Full(),
                new PositionEncoding.None(),
                Optional.empty(),
                AttentionBiases.NONE,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** One norm of 8 in each of 6 layers and one above them; 2 norms of 4 inside the states. */
    @Test
    void aLayerOfOnePartHasOneNorm() {
        assertThat(SHEET.whole(FactPath.parametersOf(Part.NORM))).isEqualTo(7 * 8 + 2 * 4);
        assertThat(SHEET.whole(FactPath.parametersOf(Part.DENSE_FEED_FORWARD))).isEqualTo(3 * 2 * 8 * 16);
        long attention = 8 * 8 + 2 * 4 * 8 + 8 * 8;
        long linear = (16 + 8) * 8 + 2 * 2 * 8 + 16 * 4 + 2 + 2 + 8 * 8;
        assertThat(SHEET.whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(100 * 8 + 3 * 2 * 8 * 16 + attention + 2 * linear + 7 * 8 + 2 * 4);
    }

    /** Keys and values of one layer: 2 × 4 numbers; two states of 2 heads with 4 × 4 numbers of 4 bytes. */
    @Test
    void onlyTheMixersKeepSomething() {
        assertThat(SHEET.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(16);
        assertThat(SHEET.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(2 * 2 * 16 * 4);
        assertThat(SHEET.whole(FactPath.kvCacheBytesAt(4096))).isEqualTo(16 * 4096 + 256);
    }

    @Test
    void theLayersWithoutAPartAreCountedAsSuch() {
        assertThat(SHEET.whole(FactPath.ATTENTION_NONE_LAYERS)).isEqualTo(3);
        assertThat(SHEET.whole(FactPath.FEED_FORWARD_NONE_LAYERS)).isEqualTo(3);
        assertThat(SHEET.whole(FactPath.FEED_FORWARD_DENSE_LAYERS)).isEqualTo(3);
        assertThat(SHEET.whole(FactPath.ATTENTION_FULL_LAYERS)).isEqualTo(1);
        assertThat(SHEET.print(FactPath.FEED_FORWARD_ACTIVATION)).contains("GELU");
        assertThat(SHEET.print(FactPath.ATTENTION_MIX)).contains("2 linear + 3 feed-forward only + 1 full");
    }

    @Test
    void anAspectIsAskedOfTheLayersThatHaveThePart() {
        MechanismProfile profile = MechanismProfile.of(MODEL);
        assertThat(profile.share(Mechanism.GATED_DELTANET)).isEqualTo(2.0 / 3);
        assertThat(profile.share(Mechanism.DENSE_FEED_FORWARD)).isEqualTo(1);
        assertThat(profile.layers(Mechanism.DENSE_FEED_FORWARD)).isEqualTo(3);
    }
}
