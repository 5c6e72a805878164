package dev.archnotes.model.operation;

/**
 * What one layer reads for a new token when an indexer ranks all earlier tokens and attention reads the best of them
 * (DeepSeek Sparse Attention: DeepSeek-V3.2-Exp, section 1).
 *
 * @param key the size of an index key, of which every earlier token has one
 * @param entry the size of what attention reads of a token, in the same unit
 */
public record SelectedReading(long key, long entry) {
    /** Read without an indexer: every entry. */
    public long full(long tokens) {
        return Math.multiplyExact(tokens, entry);
    }

    /** Read by the indexer: every key. */
    public long ranking(long tokens) {
        return Math.multiplyExact(tokens, key);
    }

    /** Read by attention: the chosen entries, all of them where there are fewer than may be chosen. */
    public long chosen(long tokens, long most) {
        return Math.multiplyExact(Math.min(tokens, most), entry);
    }

    /** Read by both. */
    public long selected(long tokens, long most) {
        return Math.addExact(ranking(tokens), chosen(tokens, most));
    }

    /**
     * Which tokens are among the best: those that fewer than {@code most} outrank. Of equals the earlier ranks higher.
     */
    public static boolean[] best(int[] scores, int most) {
        boolean[] best = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            int higher = 0;
            for (int j = 0; j < scores.length; j++) {
                higher += scores[j] > scores[i] || scores[j] == scores[i] && j < i ? 1 : 0;
            }
            best[i] = higher < most;
        }
        return best;
    }
}
