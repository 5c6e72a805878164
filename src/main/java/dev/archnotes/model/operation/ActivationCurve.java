package dev.archnotes.model.operation;

/** What a feed-forward network does to one number between its matrices. */
public enum ActivationCurve {
    /** Nothing below zero, itself above: arXiv:1706.03762, section 3.3. */
    RELU,
    /** The number times the chance that a normal variable is below it, by its tanh: arXiv:1606.08415, section 2. */
    GELU,
    /** The number times its logistic function: arXiv:1710.05941, section 1. */
    SILU,
    /** The square of ReLU: arXiv:2109.08668, abstract. */
    SQUARED_RELU,
    /**
     * The gate of gpt-oss, held below {@link #LIMIT} and multiplied by a steeper logistic function; what it multiplies
     * is held within the limit on both sides and raised by 1: gpt_oss/torch/model.py of the makers' code.
     */
    CLAMPED;

    /** Where gpt-oss clamps. */
    public static final double LIMIT = 7;

    private static final double STEEPNESS = 1.702;
    private static final double CUBIC = 0.044715;
    private static final double DEEPEST = -3;
    private static final int NARROWINGS = 60;

    /** The curve at a number. */
    public double at(double number) {
        switch (this) {
            case RELU:
                return Math.max(number, 0);
            case GELU:
                // (1 + tanh x) / 2 is the logistic function at 2x
                return number * logistic(2 * Math.sqrt(2 / Math.PI) * (number + CUBIC * number * number * number));
            case SILU:
                return number * logistic(number);
            case SQUARED_RELU:
                return Math.max(number, 0) * Math.max(number, 0);
            default:
                double held = Math.min(number, LIMIT);
                return held * logistic(STEEPNESS * held);
        }
    }

    /** What a hidden unit passes on: the curve at its gate, times the other branch. */
    public double gated(double gate, double other) {
        return at(gate) * (this == CLAMPED ? Math.max(-LIMIT, Math.min(other, LIMIT)) + 1 : other);
    }

    /** Where the curve is lowest, for one that falls below zero and rises again. */
    public double lowest() {
        double low = DEEPEST;
        double high = 0;
        for (int i = 0; i < NARROWINGS; i++) {
            double third = (high - low) / 3;
            if (at(low + third) < at(high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return high;
    }

    private static double logistic(double number) {
        return 1 / (1 + Math.exp(-number));
    }
}
