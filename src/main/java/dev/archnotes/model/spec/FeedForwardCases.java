package dev.archnotes.model.spec;

/**
 * An answer for each kind of feed-forward, for questions that the kinds cannot answer themselves.
 *
 * @param <R> the type of the answer
 */
public interface FeedForwardCases<R> {
    /** The answer for one network that every token passes. */
    R dense(DenseFeedForward network);

    /** The answer for experts of which a token passes some. */
    R experts(MixtureOfExperts network);
}
