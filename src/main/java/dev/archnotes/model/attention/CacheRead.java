package dev.archnotes.model.attention;

/**
 * What one decoded token reads of a layer's cache: so many numbers, with so many multiply-adds, for each entry of the
 * tokens that it sees, or for the most of them that it reads.
 *
 * @param most the most entries that are read
 * @param every tokens for one entry, 1 where each has its own
 * @param numbers numbers read of each
 * @param multiplyAdds multiply-adds with them
 */
public record CacheRead(long most, long every, long numbers, long multiplyAdds) {
    /** As many tokens as there are. */
    public static final long ALL = Long.MAX_VALUE;

    /** One with an entry for each token. */
    CacheRead(long most, long numbers, long multiplyAdds) {
        this(most, 1, numbers, multiplyAdds);
    }

    /** The entries read of so many tokens that are seen. */
    public long entries(long visible) {
        return Math.min(most, visible / every);
    }

    /** The most tokens whose entries are read. */
    public long mostTokens() {
        return most == ALL ? ALL : Math.multiplyExact(most, every);
    }
}
