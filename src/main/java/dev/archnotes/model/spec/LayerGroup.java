package dev.archnotes.model.spec;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.network.FeedForward;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of layers and how often it repeats: ten times (5 × local, 1 × global).
 *
 * @param repeat repetitions of the pattern
 * @param blocks the runs of equal layers that make up the pattern, bottom first
 */
public record LayerGroup(long repeat, List<LayerBlock> blocks) {
    public LayerGroup {
        blocks = List.copyOf(blocks);
        if (repeat <= 0 || blocks.isEmpty()) {
            throw new IllegalArgumentException("an empty layer group");
        }
    }

    /** The layers of all repetitions. */
    public long layers() {
        long layers = 0;
        for (LayerBlock block : blocks) {
            layers = Math.addExact(layers, block.count());
        }
        return Math.multiplyExact(layers, repeat);
    }

    /** The same groups, in which equal attentions are one object, and equal feed-forwards are. */
    public static List<LayerGroup> sharing(List<LayerGroup> groups) {
        List<Attention> attentions = new ArrayList<>();
        List<FeedForward> feedForwards = new ArrayList<>();
        List<LayerGroup> shared = new ArrayList<>();
        for (LayerGroup group : groups) {
            List<LayerBlock> blocks = new ArrayList<>();
            for (LayerBlock block : group.blocks()) {
                blocks.add(new LayerBlock(
                        block.count(),
                        block.attentionName(),
                        first(attentions, block.attention()),
                        block.feedForwardName(),
                        first(feedForwards, block.feedForward())));
            }
            shared.add(new LayerGroup(group.repeat(), blocks));
        }
        return shared;
    }

    private static <T> T first(List<T> known, T thing) {
        int at = known.indexOf(thing);
        if (at >= 0) {
            return known.get(at);
        }
        known.add(thing);
        return thing;
    }
}
