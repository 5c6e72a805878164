package dev.archnotes.model.config;

import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the shortest way to write a list of layers as repeating groups: of sixty-two layers of which every sixth is
 * global it makes {@code 10 × (5 local, 1 global) + 2 local}.
 */
final class LayerPattern {
    private LayerPattern() {}

    /** The groups of layers given one by one, bottom first. */
    static List<LayerGroup> groups(List<LayerBlock> layers) {
        int size = layers.size();
        int bestPeriod = size;
        int bestStart = 0;
        int bestRuns = runs(layers).size();
        for (int period = 2; period <= size / 2; period++) {
            int start = periodicFrom(layers, period);
            if (size - start < 2 * period) {
                continue;
            }
            int whole = (size - start) / period * period;
            int written = runs(layers.subList(0, start)).size()
                    + runs(layers.subList(start, start + period)).size()
                    + runs(layers.subList(start + whole, size)).size();
            if (written < bestRuns) {
                bestRuns = written;
                bestPeriod = period;
                bestStart = start;
            }
        }
        List<LayerGroup> groups = new ArrayList<>();
        int repeats = (size - bestStart) / bestPeriod;
        int tail = bestStart + repeats * bestPeriod;
        add(groups, 1, layers.subList(0, bestStart));
        add(groups, repeats, layers.subList(bestStart, bestStart + bestPeriod));
        add(groups, 1, layers.subList(tail, size));
        return groups;
    }

    private static void add(List<LayerGroup> groups, int repeats, List<LayerBlock> layers) {
        if (!layers.isEmpty()) {
            groups.add(new LayerGroup(repeats, runs(layers)));
        }
    }

    /** The first layer from which on every layer is like the one a period before it. */
    private static int periodicFrom(List<LayerBlock> layers, int period) {
        int start = layers.size() - period;
        while (start > 0 && layers.get(start - 1).equals(layers.get(start - 1 + period))) {
            start--;
        }
        return start;
    }

    private static List<LayerBlock> runs(List<LayerBlock> layers) {
        List<LayerBlock> runs = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= layers.size(); at++) {
            if (at == layers.size() || !layers.get(at).equals(layers.get(from))) {
                LayerBlock one = layers.get(from);
                runs.add(new LayerBlock(
                        at - from, one.attentionName(), one.attention(), one.feedForwardName(), one.feedForward()));
                from = at;
            }
        }
        return runs;
    }
}
