package dev.archnotes.model.operation;

import java.util.List;

/**
 * Multi-head attention (arXiv:1706.03762, section 3.2.2) on an example that can be checked by hand: what "bark" reads
 * of "dogs never bark" with two heads of width 2, or with the same numbers as one head of width 4.
 */
public final class HeadExample {
    /** The tokens; the last one asks. */
    public static final List<String> WORDS = List.of("dogs", "never", "bark");

    /** The query of the last token, the two numbers of the first head before those of the second. */
    private static final int[] QUERY = {2, 1, 3, 0};

    /** The keys of all tokens, in the same order. */
    private static final int[][] KEYS = {{1, 1, 0, 1}, {0, 0, 1, 0}, {0, 0, 0, 0}};

    /** The values: noun and plural for the first head, negation and verb for the second. */
    private static final int[][] VALUES = {{1, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};

    private static final int HEAD = 2;

    private HeadExample() {}

    /**
     * The weights of the tokens: the softmax of queries times keys, divided by the root of the width.
     *
     * @param factor what the query is multiplied by
     * @param head the first or second head, 0 for one head of the whole width
     */
    public static double[] weights(int factor, int head) {
        double[] weights = new double[KEYS.length];
        double sum = 0;
        for (int token = 0; token < weights.length; token++) {
            int score = 0;
            for (int i = from(head); i < to(head); i++) {
                score += factor * QUERY[i] * KEYS[token][i];
            }
            weights[token] = Math.exp(score / Math.sqrt(to(head) - from(head)));
            sum += weights[token];
        }
        for (int token = 0; token < weights.length; token++) {
            weights[token] /= sum;
        }
        return weights;
    }

    /** The values of a head, averaged with these weights. */
    public static double[] result(double[] weights, int head) {
        double[] result = new double[to(head) - from(head)];
        for (int token = 0; token < weights.length; token++) {
            for (int i = 0; i < result.length; i++) {
                result[i] += weights[token] * VALUES[token][from(head) + i];
            }
        }
        return result;
    }

    private static int from(int head) {
        return head == 2 ? HEAD : 0;
    }

    private static int to(int head) {
        return head == 1 ? HEAD : QUERY.length;
    }
}
