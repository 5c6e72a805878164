package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;

/**
 * Normalization of queries and keys before their product (arXiv:2010.04245; RMS form in arXiv:2302.05442, section 2).
 *
 * @param scope whether one norm covers each head or the whole projected vector
 * @param weighted whether it has a learned scale
 * @param afterRope whether it follows the rotary embedding instead of preceding it
 */
public record QkNorm(Scope scope, boolean weighted, boolean afterRope) implements Described {
    private static final Attribute<QkNorm, Scope> SCOPE =
            Attribute.choice("scope", "Scope", QkNorm::scope, Scope.values());
    private static final Attribute<QkNorm, Boolean> WEIGHTED =
            Attribute.flag("weighted", "Weights", QkNorm::weighted, true);
    private static final Attribute<QkNorm, Boolean> AFTER_ROPE =
            Attribute.flag("after_rope", "After RoPE", QkNorm::afterRope);

    static final Form<QkNorm> FORM = Form.<QkNorm>plain()
            .with(SCOPE)
            .with(WEIGHTED)
            .with(AFTER_ROPE)
            .inWords(QkNorm::label)
            .make(values -> new QkNorm(values.get(SCOPE), values.get(WEIGHTED), values.get(AFTER_ROPE)));

    /** What one norm covers. */
    public enum Scope implements Choice {
        HEAD("head", "per head"),
        VECTOR("vector", "whole vector");

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
    public Attributes attributes() {
        return FORM.of(this);
    }

    /** In words, for a table. */
    public String label() {
        return scope.label() + (weighted ? "" : ", no weights") + (afterRope ? ", after RoPE" : "");
    }
}
