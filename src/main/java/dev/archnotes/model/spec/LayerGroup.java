package dev.archnotes.model.spec;

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
}
