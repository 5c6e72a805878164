package dev.archnotes.model.deployment;

/**
 * The sequences that are served at once.
 *
 * @param context tokens of each, the prefix among them
 * @param sequences how many there are
 * @param prefix tokens at their beginning that are the same in all of them, kept once
 */
public record Load(long context, long sequences, long prefix) {
    /** The longest context that is looked for or taken. */
    public static final long LONGEST_CONTEXT = 1L << 30;

    /** The most sequences that are looked for. */
    public static final long MOST_SEQUENCES = 1L << 20;

    public Load {
        if (context < 1 || sequences < 1) {
            throw new IllegalArgumentException("context and sequences must be positive");
        }
        if (prefix < 0 || prefix > context) {
            throw new IllegalArgumentException("a prefix of " + prefix + " of " + context + " tokens");
        }
    }

    /** Sequences that share nothing. */
    public static Load of(long context, long sequences) {
        return new Load(context, sequences, 0);
    }

    /** The same at another context; a prefix that is longer is cut. */
    public Load at(long other) {
        return new Load(other, sequences, Math.min(prefix, other));
    }

    /** Another number of the same sequences. */
    public Load times(long other) {
        return new Load(context, other, prefix);
    }
}
