package dev.archnotes.model.operation;

/** What keeps the scores of a softmax from running away, and what it leaves of a gradient. */
public enum ScoreRemedy {
    /** The scores as they are. */
    NONE,
    /** Queries and keys divided by their root mean square first, so that their lengths cancel: arXiv:2010.04245. */
    QUERY_KEY_NORM,
    /** Scores bent below a cap: arXiv:2408.00118, section 2. */
    SOFT_CAP,
    /** Weights shrunk after the step until the largest score is at a limit: arXiv:2507.20534, section 2.1. */
    CLIP,
    /** One learned score more, with no value behind it: arXiv:2508.10925, section 2.2. */
    SINK;

    /** The cap on attention scores in Gemma 2. */
    public static final double CAP = 50;
    /** The limit of Kimi K2. */
    public static final double LIMIT = 100;
    /** A score for the sink of an example. */
    public static final double SINK_SCORE = 4;

    /**
     * What becomes of the score that has grown by a factor.
     *
     * @param score the score that queries and keys of root mean square 1 would have
     * @param growth the factor by which their lengths have made it larger
     * @param largest the largest such score of the head
     */
    public double held(double score, double growth, double largest) {
        double grown = score * growth;
        switch (this) {
            case QUERY_KEY_NORM:
                return score;
            case SOFT_CAP:
                return CAP * tanh(grown / CAP);
            case CLIP:
                return grown * Math.min(1, LIMIT / (largest * growth));
            default:
                return grown;
        }
    }

    /** How much of a small change of the grown score arrives behind the remedy. */
    public double slope(double grown) {
        if (this != SOFT_CAP) {
            return 1;
        }
        double bent = tanh(grown / CAP);
        return 1 - bent * bent;
    }

    /** The shares of a softmax over scores, with the sink's at the end where there is one. */
    public double[] shares(double... scores) {
        double[] shares = new double[scores.length + (this == SINK ? 1 : 0)];
        double largest = this == SINK ? SINK_SCORE : scores[0];
        for (double score : scores) {
            largest = Math.max(largest, score);
        }
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp((i < scores.length ? scores[i] : SINK_SCORE) - largest);
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    private static double tanh(double number) {
        double squared = Math.exp(-2 * Math.abs(number));
        double size = (1 - squared) / (1 + squared);
        return number < 0 ? -size : size;
    }
}
