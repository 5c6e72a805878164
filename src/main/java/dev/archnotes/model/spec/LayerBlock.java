package dev.archnotes.model.spec;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.network.FeedForward;

/**
 * A run of equal layers within a repeating group. A layer may lack one of its two parts: then its kind says so.
 *
 * @param count layers in the run
 * @param attentionName the attention's name in the specification, for example {@code local}
 * @param attention the attention of each of them
 * @param feedForwardName the feed-forward's name in the specification
 * @param feedForward the feed-forward of each of them
 */
public record LayerBlock(
        long count, String attentionName, Attention attention, String feedForwardName, FeedForward feedForward) {
    public LayerBlock {
        if (count <= 0) {
            throw new IllegalArgumentException("a run of " + count + " layers");
        }
    }

    /** The names of the parts that such a layer has: {@code full, moe}. */
    public String names() {
        String network = feedForward.isNone() ? "" : feedForwardName;
        String mixer = attention.isNone() ? "" : attentionName;
        return mixer + (mixer.isEmpty() || network.isEmpty() ? "" : ", ") + network;
    }
}
