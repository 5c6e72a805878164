package dev.archnotes.model.spec;

/**
 * How experts are chosen for a token.
 *
 * @param function how scores become mixing weights
 * @param biased whether the router's matrix carries a bias
 * @param selectionBias whether a balancing bias per expert is added for the choice alone (arXiv:2408.15664)
 * @param groups groups of experts of which only some stay eligible, 1 for no grouping
 * @param groupsKept eligible groups
 * @param scaling the factor on the mixing weights
 */
public record Router(
        Function function, boolean biased, boolean selectionBias, long groups, long groupsKept, double scaling) {
    /** How scores become mixing weights. */
    public enum Function {
        SIGMOID("sigmoid"),
        SOFTMAX("softmax, then top-k"),
        SOFTMAX_AFTER_TOP_K("top-k, then softmax");

        private final String label;

        Function(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Router {
        if (groups < 1 || groupsKept < 1 || groupsKept > groups) {
            throw new IllegalArgumentException(groupsKept + " of " + groups + " router groups kept");
        }
    }
}
