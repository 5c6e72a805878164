package dev.archnotes.model.config;

import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the shortest way to write a list of layers as repeating groups: of sixty-two layers of which every sixth is
 * global it makes {@code 10 × (5 local, 1 global) + 2 local}.
 */
public final class LayerPattern {
    private LayerPattern() {}

    /** The groups of layers given one by one, bottom first; found in time that grows with their number alone. */
    public static List<LayerGroup> groups(List<LayerBlock> layers) {
        int size = layers.size();
        int[] kinds = kinds(layers);
        int[] changes = changes(kinds);
        int[] periodicFrom = periodicFrom(kinds);
        int bestPeriod = size;
        int bestStart = 0;
        int bestRuns = runs(changes, 0, size);
        for (int period = 2; period <= size / 2; period++) {
            int start = periodicFrom[period];
            if (size - start < 2 * period) {
                continue;
            }
            int whole = (size - start) / period * period;
            int written =
                    runs(changes, 0, start) + runs(changes, start, start + period) + runs(changes, start + whole, size);
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
        return LayerGroup.sharing(groups);
    }

    private static void add(List<LayerGroup> groups, int repeats, List<LayerBlock> layers) {
        if (!layers.isEmpty()) {
            groups.add(new LayerGroup(repeats, runs(layers)));
        }
    }

    /** A number for each layer, the same for equal ones; there are few kinds. */
    private static int[] kinds(List<LayerBlock> layers) {
        List<LayerBlock> distinct = new ArrayList<>();
        int[] kinds = new int[layers.size()];
        for (int at = 0; at < kinds.length; at++) {
            int kind = distinct.indexOf(layers.get(at));
            if (kind < 0) {
                kind = distinct.size();
                distinct.add(layers.get(at));
            }
            kinds[at] = kind;
        }
        return kinds;
    }

    /** How many layers up to each differ from the one below them. */
    private static int[] changes(int[] kinds) {
        int[] changes = new int[kinds.length];
        for (int at = 1; at < kinds.length; at++) {
            changes[at] = changes[at - 1] + (kinds[at] == kinds[at - 1] ? 0 : 1);
        }
        return changes;
    }

    private static int runs(int[] changes, int from, int to) {
        return from == to ? 0 : 1 + changes[to - 1] - changes[from];
    }

    /**
     * For each period the first layer from which on every layer is like the one a period before it: the algorithm of Z,
     * from the last layer to the first.
     */
    private static int[] periodicFrom(int[] kinds) {
        int size = kinds.length;
        int[] alike = new int[size];
        int[] from = new int[size];
        int left = 0;
        int right = 0;
        for (int period = 1; period < size; period++) {
            int length = period < right ? Math.min(right - period, alike[period - left]) : 0;
            while (period + length < size && kinds[size - 1 - length] == kinds[size - 1 - period - length]) {
                length++;
            }
            if (period + length > right) {
                left = period;
                right = period + length;
            }
            alike[period] = length;
            from[period] = size - period - length;
        }
        return from;
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
