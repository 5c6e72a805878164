package dev.archnotes.model.spec;

/**
 * An answer for each kind of position encoding, for questions that the kinds cannot answer themselves.
 *
 * @param <R> the type of the answer
 */
public interface PositionCases<R> {
    /** The answer for a trained table. */
    R learned(PositionEncoding.Learned positions);

    /** The answer for rotary positions. */
    R rope(PositionEncoding.Rope positions);

    /** The answer for no encoding. */
    R none(PositionEncoding.None positions);
}
