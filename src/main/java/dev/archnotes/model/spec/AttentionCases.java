package dev.archnotes.model.spec;

/**
 * An answer for each kind of attention, for questions that the kinds cannot answer themselves: a new kind does not
 * compile until each of them is answered.
 *
 * @param <R> the type of the answer
 */
public interface AttentionCases<R> {
    /** The answer for softmax attention over heads. */
    R softmax(SoftmaxAttention attention);

    /** The answer for latent attention. */
    R latent(LatentAttention attention);

    /** The answer for Gated DeltaNet. */
    R gatedDeltaNet(GatedDeltaNet attention);
}
