package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;

/**
 * Floating-point operations of attention, two for a multiply-add (arXiv:2001.08361, section 2.1, with the true widths
 * of each layer in place of the hidden size).
 */
public final class TokenCost {
    private final Architecture architecture;

    private TokenCost(Architecture architecture) {
        this.architecture = architecture;
    }

    public static TokenCost of(Architecture architecture) {
        return new TokenCost(architecture);
    }

    /** Scores and mixing of one decoded token that sees {@code context} tokens, itself included. */
    public long decodeAttentionFlops(long context) {
        long flops = 0;
        for (LayerBlock kind : architecture.kinds()) {
            long each = kind.attention().mixingMultiplyAdds(kind.attention().tokensKept(context));
            flops = Math.addExact(flops, Math.multiplyExact(Math.multiplyExact(2L, each), kind.count()));
        }
        return flops;
    }

    /** Scores and mixing over a causal prompt, in which each token sees those before it that its layer lets it see. */
    public long prefillAttentionFlops(long tokens) {
        long flops = 0;
        for (LayerBlock kind : architecture.kinds()) {
            long each = kind.attention().prefillMultiplyAdds(tokens);
            flops = Math.addExact(flops, Math.multiplyExact(Math.multiplyExact(2L, each), kind.count()));
        }
        return flops;
    }
}
