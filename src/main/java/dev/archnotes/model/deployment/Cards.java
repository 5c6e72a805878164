package dev.archnotes.model.deployment;

/**
 * The equal cards that a model is on.
 *
 * @param count how many
 * @param split how they share the model
 */
public record Cards(long count, Split split) {
    /** The most cards that are taken or looked for. */
    public static final long MOST = 1024;

    /** A single card, which has everything. */
    public static final Cards ONE = new Cards(1, Split.PIPELINE);

    public Cards {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(count + " cards: from 1 to " + MOST);
        }
    }

    /** The part of so many things on the card that has most of them. */
    long share(long things) {
        return Math.addExact(things, count - 1) / count;
    }
}
