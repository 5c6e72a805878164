package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Values;
import dev.archnotes.model.number.Numerals;

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
        Function function, boolean biased, boolean selectionBias, long groups, long groupsKept, double scaling)
        implements Described {
    private static final Attribute<Router, Function> FUNCTION =
            Attribute.choice("function", "Function", Router::function, Function.values());
    private static final Attribute<Router, Boolean> BIASES = Attribute.flag("biases", "Biases", Router::biased);
    private static final Attribute<Router, Boolean> SELECTION_BIAS =
            Attribute.flag("selection_bias", "Selection bias", Router::selectionBias);
    private static final Attribute<Router, Long> GROUPS = Attribute.count("groups", "Groups", Router::groups, 1);
    private static final Attribute<Router, Long> GROUPS_KEPT =
            Attribute.sizeOr(GROUPS, "groups_kept", "Groups kept", Router::groupsKept);
    private static final Attribute<Router, Double> SCALING =
            Attribute.decimal("scaling", "Scaling", Router::scaling, 1.0);

    static final Form<Router> FORM = Form.<Router>plain()
            .with(FUNCTION)
            .with(BIASES)
            .with(SELECTION_BIAS)
            .with(GROUPS)
            .with(GROUPS_KEPT)
            .with(SCALING)
            .inWords(Router::phrase)
            .make(Router::of);

    /** How scores become mixing weights. */
    public enum Function implements Choice {
        SIGMOID("sigmoid", "sigmoid"),
        SOFTMAX("softmax", "softmax, then top-k"),
        SOFTMAX_AFTER_TOP_K("softmax-after-top-k", "top-k, then softmax");

        private final String word;
        private final String label;

        Function(String word, String label) {
            this.word = word;
            this.label = label;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public Router {
        if (groups < 1 || groupsKept < 1 || groupsKept > groups) {
            throw new IllegalArgumentException(groupsKept + " of " + groups + " router groups kept");
        }
    }

    private static Router of(Values values) {
        long groups = values.get(GROUPS);
        long kept = values.get(GROUPS_KEPT);
        if (kept > groups) {
            values.source().impossible(GROUPS_KEPT.key(), kept + " groups kept of only " + groups, "");
        }
        return new Router(
                values.get(FUNCTION),
                values.get(BIASES),
                values.get(SELECTION_BIAS),
                groups,
                Math.min(kept, groups),
                values.get(SCALING));
    }

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }

    /** {@code 4 of 8}; empty without groups. */
    String groupsInWords() {
        return groups > 1 ? groupsKept + " of " + groups : "";
    }

    /** {@code 2.827}, or {@code 8} without a fraction; empty for 1. */
    String scalingInWords() {
        return scaling == 1.0 ? "" : Numerals.shortest(scaling);
    }

    /** {@code sigmoid, selection bias, 4 of 8 groups, scaling 2.5}. */
    private String phrase() {
        return function.label()
                + (selectionBias ? ", selection bias" : "")
                + (groups > 1 ? ", " + groupsKept + " of " + groups + " groups" : "")
                + (scaling == 1.0 ? "" : ", scaling " + scaling);
    }
}
