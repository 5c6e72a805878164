package dev.archnotes.site.files.card;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A Huffman code in the canonical form of RFC 1951.
 *
 * @param lengths the bits of each symbol's code, 0 for a symbol that does not occur
 * @param codes the codes, their first bit lowest
 */
record PrefixCode(int[] lengths, int[] codes) {
    private record Node(long weight, int order, int symbol, Node zero, Node one) {}

    /**
     * The code for symbols that occur so often, none longer than {@code longest}: where it would be, rare symbols count
     * for more.
     */
    static PrefixCode of(int[] counts, int longest) {
        int[] weights = counts.clone();
        int[] lengths = lengths(weights);
        while (deepest(lengths) > longest) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] == 0 ? 0 : weights[i] / 2 + 1;
            }
            lengths = lengths(weights);
        }
        return new PrefixCode(lengths, codes(lengths));
    }

    private static int[] lengths(int[] weights) {
        PriorityQueue<Node> open =
                new PriorityQueue<>(Comparator.comparingLong(Node::weight).thenComparingInt(Node::order));
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                open.add(new Node(weights[symbol], symbol, symbol, null, null));
            }
        }
        // a code of one symbol would have no bits; two unused ones complete it
        for (int symbol = 0; open.size() < 2; symbol++) {
            if (weights[symbol] == 0) {
                open.add(new Node(0, symbol, symbol, null, null));
            }
        }
        int order = weights.length;
        while (open.size() > 1) {
            Node zero = open.remove();
            Node one = open.remove();
            open.add(new Node(zero.weight() + one.weight(), order++, -1, zero, one));
        }
        int[] lengths = new int[weights.length];
        measure(open.remove(), 0, lengths);
        return lengths;
    }

    private static void measure(Node node, int depth, int[] lengths) {
        if (node.symbol() >= 0) {
            lengths[node.symbol()] = depth;
        } else {
            measure(node.zero(), depth + 1, lengths);
            measure(node.one(), depth + 1, lengths);
        }
    }

    private static int deepest(int[] lengths) {
        int deepest = 0;
        for (int length : lengths) {
            deepest = Math.max(deepest, length);
        }
        return deepest;
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= deepest(lengths); length++) {
            code <<= 1;
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(code++) >>> 32 - length;
                }
            }
        }
        return codes;
    }
}
