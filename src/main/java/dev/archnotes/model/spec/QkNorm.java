package dev.archnotes.model.spec;

/**
 * Normalization of queries and keys before their product (arXiv:2010.04245; RMS form in arXiv:2302.05442, section 2).
 *
 * @param scope whether one norm covers each head or the whole projected vector
 * @param weighted whether it has a learned scale
 * @param afterRope whether it follows the rotary embedding instead of preceding it
 */
public record QkNorm(Scope scope, boolean weighted, boolean afterRope) {
    /** What one norm covers. */
    public enum Scope {
        HEAD,
        VECTOR
    }

    /** In words, for a table. */
    public String label() {
        return (scope == Scope.HEAD ? "per head" : "whole vector")
                + (weighted ? "" : ", no weights")
                + (afterRope ? ", after RoPE" : "");
    }
}
