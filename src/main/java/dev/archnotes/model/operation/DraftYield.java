package dev.archnotes.model.operation;

/**
 * Tokens that one pass writes when a drafter guesses and the model checks, every guess being accepted with the same
 * probability whatever happened to the others (arXiv:2211.17192, section 3.1, equation 1).
 *
 * @param acceptance the probability that a guess is accepted, below 1
 */
public record DraftYield(double acceptance) {
    /** The probability that the pass writes a token at a place, counted from 0: all guesses before it were accepted. */
    public double chance(int place) {
        double chance = 1;
        for (int i = 0; i < place; i++) {
            chance *= acceptance;
        }
        return chance;
    }

    /** Tokens that a pass writes on average. */
    public double expected(int drafts) {
        return (1 - chance(drafts + 1)) / (1 - acceptance);
    }

    /** What the average comes near to when ever more tokens are drafted. */
    public double limit() {
        return 1 / (1 - acceptance);
    }
}
