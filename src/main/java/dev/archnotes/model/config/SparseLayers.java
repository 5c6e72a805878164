package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Adds the layers of Qwen's mixtures: layer i (from 0) has experts where i + 1 is a multiple of
 * {@code decoder_sparse_step} (1 by default) and {@code mlp_only_layers} does not name it; other layers are dense.
 */
public final class SparseLayers {
    private SparseLayers() {}

    /**
     * Adds them all.
     *
     * @param decoder takes the layers, and has the keys that say which of them are sparse
     * @param moe the feed-forward of a sparse layer
     * @param attention the attention of each layer
     * @param name the name of that attention in the specification
     */
    public static void add(
            DecoderConfig decoder, FeedForward moe, IntFunction<Attention> attention, IntFunction<String> name) {
        ConfigObject config = decoder.config();
        long step = config.positiveOr("decoder_sparse_step", 1);
        Set<Long> denseLayers = new HashSet<>(config.integers("mlp_only_layers"));
        config.understood("intermediate_size");
        for (int layer = 0; layer < decoder.layers(); layer++) {
            if ((layer + 1) % step == 0 && !denseLayers.contains((long) layer)) {
                decoder.add(name.apply(layer), attention.apply(layer), "moe", moe);
            } else {
                FeedForward dense = new DenseFeedForward(
                        config.positive("intermediate_size"), moe.nonLinearity().orElseThrow(), false);
                decoder.add(name.apply(layer), attention.apply(layer), "dense", dense);
            }
        }
    }
}
