package dev.archnotes.model.operation;

/**
 * The loss that a fit to many training runs predicts: a floor, what too few parameters cost, what too few tokens cost.
 * The sum is that of arXiv:2203.15556, section 3.3; training takes 6ND operations and a served token 2N, as in
 * arXiv:2401.00448, section 2.
 *
 * @param floor the loss that no model falls below, in nats per token
 * @param a the weight of the term of parameters
 * @param b the weight of the term of tokens
 * @param alpha the exponent of parameters
 * @param beta the exponent of tokens
 */
public record LossFit(double floor, double a, double b, double alpha, double beta) {
    /** As first published, rounded: arXiv:2203.15556, equation 10. */
    public static final LossFit PUBLISHED = new LossFit(1.69, 406.4, 410.7, 0.34, 0.28);

    /** Fitted again to the runs recovered from its figure: arXiv:2404.10102, Table 1. */
    public static final LossFit REFITTED = new LossFit(1.8172, 482.01, 2085.43, 0.3478, 0.3658);

    private static final int HALVINGS = 60;

    /**
     * A size and how long it is trained.
     *
     * @param parameters parameters
     * @param tokens training tokens
     */
    public record Run(double parameters, double tokens) {
        /** Operations of training. */
        public double compute() {
            return 6 * parameters * tokens;
        }
    }

    /** The predicted loss in nats per token. */
    public double loss(double parameters, double tokens) {
        return floor + a / Math.pow(parameters, alpha) + b / Math.pow(tokens, beta);
    }

    /** The predicted loss where a budget of operations is spent on a size. */
    public double lossAt(double compute, double parameters) {
        return loss(parameters, compute / (6 * parameters));
    }

    /** The lowest loss of a budget: arXiv:2203.15556, equation 4. */
    public Run best(double compute) {
        double g = Math.pow(alpha * a / (beta * b), 1 / (alpha + beta));
        double parameters = g * Math.pow(compute / 6, beta / (alpha + beta));
        return new Run(parameters, compute / (6 * parameters));
    }

    /**
     * The run of the same loss as the best one of a budget that costs least together with the tokens that it serves:
     * arXiv:2401.00448, equation 3. Where the derivative of the cost is zero the sum of the two bills is smallest.
     */
    public Run cheapest(double compute, double served) {
        Run best = best(compute);
        double spread = loss(best.parameters(), best.tokens()) - floor;
        double low = Math.pow(a / spread, 1 / alpha);
        double high = best.parameters();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double lack = a / Math.pow(middle, alpha);
            double tokens = Math.pow(b / (spread - lack), 1 / beta);
            double slope = 6 * tokens + 2 * served - 6 * tokens * alpha * lack / (beta * (spread - lack));
            if (slope > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return new Run(high, Math.pow(b / (spread - a / Math.pow(high, alpha)), 1 / beta));
    }
}
