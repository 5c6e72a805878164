package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;

/**
 * Normalization of queries and keys before their product (arXiv:2010.04245; RMS form in arXiv:2302.05442, section 2).
 *
 * @param scope whether one norm covers each head or the whole projected vector
 * @param weighted whether it has a learned scale
 * @param afterRope whether it follows the rotary embedding instead of preceding it
 */
public record QkNorm(Scope scope, boolean weighted, boolean afterRope) implements Described {
    private static final Attribute<Scope> SCOPE = Attribute.choice("scope", "Scope", Scope.values());
    private static final Attribute<Boolean> WEIGHTED = Attribute.flag("weighted", "Weights", true);
    private static final Attribute<Boolean> AFTER_ROPE = Attribute.flag("after_rope", "After RoPE", false);

    static final Form<QkNorm> FORM = Form.plain(QkNorm::read).with(SCOPE, WEIGHTED, AFTER_ROPE);

    private static QkNorm read(Source in) {
        return new QkNorm(SCOPE.read(in), WEIGHTED.read(in), AFTER_ROPE.read(in));
    }

    /** What one norm covers. */
    public enum Scope implements Choice {
        HEAD("head", "per head"),
        VECTOR("vector", "whole vector"),
        /** Each head by itself, with a scale that no other head shares. */
        OWN_HEAD("own-head", "per head, own weights");

        private final String word;
        private final String label;

        Scope(String word, String label) {
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

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        SCOPE.write(out, scope);
        WEIGHTED.write(out, weighted);
        AFTER_ROPE.write(out, afterRope);
    }

    @Override
    public String phrase() {
        return label();
    }

    /** In words, for a table. */
    public String label() {
        return scope.label() + (weighted ? "" : ", no weights") + (afterRope ? ", after RoPE" : "");
    }
}
