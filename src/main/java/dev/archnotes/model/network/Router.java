package dev.archnotes.model.network;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.number.Numerals;

/**
 * How experts are chosen for a token.
 *
 * @param function how scores become mixing weights
 * @param renormalized whether the weights of the chosen experts are divided by their sum; a softmax over all experts is
 *     then the same function as a softmax over the chosen ones, whichever the code computes
 * @param biased whether the router's matrix carries a bias
 * @param selectionBias whether a balancing bias per expert is added for the choice alone (arXiv:2408.15664)
 * @param groups groups of experts of which only some stay eligible, 1 for no grouping
 * @param groupsKept eligible groups
 * @param scaling the factor on the mixing weights
 * @param learnedScales whether the router scales its normalized input by a learned vector, and the weight of each
 *     expert by a learned number ({@code modeling_gemma4.py} of {@code huggingface/transformers})
 * @param hashed whether a fixed table names the experts of each token of the vocabulary (arXiv:2106.04426), and scores
 *     only weigh them
 */
public record Router(
        Function function,
        boolean renormalized,
        boolean biased,
        boolean selectionBias,
        long groups,
        long groupsKept,
        double scaling,
        boolean learnedScales,
        boolean hashed)
        implements Described {
    private static final Attribute<Function> FUNCTION = Attribute.choice("function", "Function", Function.values());
    private static final Attribute<Boolean> RENORMALIZED = Attribute.flag("renormalized", "Weights sum to one", false);
    private static final Attribute<Boolean> BIASES = Attribute.flag("biases", "Biases", false);
    private static final Attribute<Boolean> SELECTION_BIAS = Attribute.flag("selection_bias", "Selection bias", false);
    private static final Attribute<Long> GROUPS = Attribute.count("groups", "Groups", 1);
    private static final Attribute<Long> GROUPS_KEPT = Attribute.count("groups_kept", "Groups kept", 1);
    private static final Attribute<Double> SCALING = Attribute.decimal("scaling", "Scaling", 1.0);
    private static final Attribute<Boolean> LEARNED_SCALES =
            Attribute.flag("learned_scales", "Learned scales", false).later();
    private static final Attribute<Boolean> HASHED =
            Attribute.flag("hashed", "Fixed choice", false).later();

    static final Form<Router> FORM = Form.plain(Router::read)
            .with(FUNCTION, RENORMALIZED, BIASES, SELECTION_BIAS, GROUPS, GROUPS_KEPT, SCALING, LEARNED_SCALES, HASHED);

    private static Router read(Source in) {
        Function function = FUNCTION.read(in);
        boolean renormalized = RENORMALIZED.read(in);
        boolean biased = BIASES.read(in);
        boolean selectionBias = SELECTION_BIAS.read(in);
        long groups = GROUPS.read(in);
        long kept = in.count(GROUPS_KEPT.key(), groups);
        if (kept > groups && !in.failed()) {
            in.impossible(GROUPS_KEPT.key(), kept + " groups kept of only " + groups, "");
        }
        return new Router(
                function,
                renormalized,
                biased,
                selectionBias,
                groups,
                Math.min(kept, groups),
                SCALING.read(in),
                LEARNED_SCALES.read(in),
                HASHED.read(in));
    }

    /** How scores become mixing weights. */
    public enum Function implements Choice {
        SIGMOID("sigmoid", "sigmoid"),
        SQRT_SOFTPLUS("sqrt-softplus", "root of softplus"),
        SOFTMAX("softmax", "softmax");

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

    /** One that chooses by scores, without learned scales. */
    public Router(
            Function function,
            boolean renormalized,
            boolean biased,
            boolean selectionBias,
            long groups,
            long groupsKept,
            double scaling) {
        this(function, renormalized, biased, selectionBias, groups, groupsKept, scaling, false, false);
    }

    public Router {
        if (groups < 1 || groupsKept < 1 || groupsKept > groups) {
            throw new IllegalArgumentException(groupsKept + " of " + groups + " router groups kept");
        }
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        FUNCTION.write(out, function);
        RENORMALIZED.write(out, renormalized);
        BIASES.write(out, biased);
        SELECTION_BIAS.write(out, selectionBias);
        GROUPS.write(out, groups);
        GROUPS_KEPT.write(out, groupsKept);
        SCALING.write(out, scaling);
        LEARNED_SCALES.write(out, learnedScales);
        HASHED.write(out, hashed);
    }

    /** {@code softmax over the chosen experts}, {@code sigmoid, divided by their sum}: the function of the weights. */
    public String functionInWords() {
        return switch (function) {
            case SQRT_SOFTPLUS -> function.label() + (renormalized ? ", divided by the sum" : "");
            case SIGMOID -> renormalized ? "sigmoid, divided by the sum" : "sigmoid";
            case SOFTMAX -> renormalized ? "softmax over the chosen experts" : "softmax over all experts";
        };
    }

    /** {@code 4 of 8}; empty without groups. */
    String groupsInWords() {
        return groups > 1 ? groupsKept + " of " + groups : "";
    }

    /** {@code 2.827}, or {@code 8} without a fraction; empty for 1. */
    String scalingInWords() {
        return scaling == 1.0 ? "" : Numerals.shortest(scaling);
    }

    /** {@code sigmoid, divided by the sum, selection bias, 4 of 8 groups, scaling 2.5}. */
    @Override
    public String phrase() {
        return functionInWords()
                + (hashed ? ", experts by a fixed table" : "")
                + (selectionBias ? ", selection bias" : "")
                + (groups > 1 ? ", " + groupsKept + " of " + groups + " groups" : "")
                + (scaling == 1.0 ? "" : ", scaling " + scaling);
    }
}
