package dev.archnotes.model.verify;

import dev.archnotes.model.checkpoint.StoredWeight;

/**
 * What some weights of a checkpoint amount to.
 *
 * @param weights how many weights
 * @param elements their numbers, unpacked, scales not among them
 * @param bytes the bytes that they take, scales among them
 */
public record Measured(long weights, long elements, long bytes) {
    /** Nothing. */
    public static final Measured NONE = new Measured(0, 0, 0);

    /** With one more weight. */
    public Measured and(StoredWeight weight) {
        return new Measured(
                weights + 1,
                Math.addExact(elements, Math.max(0, weight.elements())),
                Math.addExact(bytes, weight.bytes()));
    }

    /** Together with others. */
    public Measured and(Measured other) {
        return new Measured(
                Math.addExact(weights, other.weights()),
                Math.addExact(elements, other.elements()),
                Math.addExact(bytes, other.bytes()));
    }
}
