package dev.archnotes.model.operation;

/**
 * How fast the pairs of rotated dimensions turn from one token to the next: arXiv:2104.09864, section 3.2.2, and the
 * rules that slow them down for inputs longer than the trained ones.
 *
 * @param base the base of the geometric series
 * @param dimensions rotated dimensions, two a pair
 * @param rule which pairs are slowed down
 * @param factor the ratio of the longer length to the trained one
 * @param trained the trained length in tokens
 */
public record RotarySpeeds(long base, long dimensions, Rule rule, double factor, long trained) {
    private static final double TURN = 2 * Math.PI;

    /** Which pairs are slowed down for a longer input. */
    public enum Rule {
        /** None. */
        NONE,
        /** All alike: arXiv:2306.15595, section 2.3. */
        LINEAR,
        /** By another base, the slowest by the factor and the fastest not at all: arXiv:2309.00071, section 3.1. */
        NTK,
        /** By the turns within the trained length, between 1 and 32: arXiv:2309.00071, section 3.2. */
        YARN,
        /** By the turns within the trained length, between 1 and 4, as Llama 3.1 was released. */
        LLAMA3;

        /** From how many turns on a pair keeps its speed, where turns decide. */
        private double many() {
            return this == YARN ? 32 : 4;
        }
    }

    /** Pairs of dimensions. */
    public int pairs() {
        return (int) (dimensions / 2);
    }

    /** By how much a pair turns from a token to the next, in radians. */
    public double speed(int pair) {
        double plain = Math.pow(base, -2.0 * pair / dimensions);
        switch (rule) {
            case NONE:
                return plain;
            case LINEAR:
                return plain / factor;
            case NTK:
                return Math.pow(base * Math.pow(factor, dimensions / (dimensions - 2.0)), -2.0 * pair / dimensions);
            default:
                double turns = trained * plain / TURN;
                double keep = Math.max(0, Math.min(1, (turns - 1) / (rule.many() - 1)));
                return keep * plain + (1 - keep) * plain / factor;
        }
    }

    /** The tokens in which a pair turns once. */
    public double wavelength(int pair) {
        return TURN / speed(pair);
    }

    /** Turns of a pair between a query and a key. */
    public double turns(int pair, long distance) {
        return distance * speed(pair) / TURN;
    }

    /** The cosines of all pairs at a distance, their mean: the score of two equal vectors against that of one place. */
    public double score(long distance) {
        double sum = 0;
        for (int pair = 0; pair < pairs(); pair++) {
            sum += Math.cos(distance * speed(pair));
        }
        return sum / pairs();
    }

    /** The pairs that turn more than once within a length. */
    public int turning(long length) {
        int turning = 0;
        for (int pair = 0; pair < pairs(); pair++) {
            turning += turns(pair, length) > 1 ? 1 : 0;
        }
        return turning;
    }

    /** The same pairs by another rule. */
    public RotarySpeeds by(Rule other) {
        return new RotarySpeeds(base, dimensions, other, factor, trained);
    }
}
