package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;

/**
 * Floating-point operations of attention, two for a multiply-add (arXiv:2001.08361, section 2.1, with the true widths
 * of each layer in place of the hidden size).
 */
public final class TokenCost {
    private final Architecture model;

    private TokenCost(Architecture model) {
        this.model = model;
    }

    public static TokenCost of(Architecture model) {
        return new TokenCost(model);
    }

    /** Scores and mixing of one decoded token that sees {@code context} tokens, itself included. */
    public long decodeAttentionFlops(long context) {
        long flops = 0;
        for (LayerBlock kind : model.kinds()) {
            long each = kind.attention().mixingMultiplyAdds(kind.attention().tokensKept(context));
            flops = Math.addExact(flops, Math.multiplyExact(Math.multiplyExact(2L, each), kind.count()));
        }
        return flops;
    }

    /**
     * Scores and mixing over a causal prompt: token t sees min(t, window) tokens. Chunks start afresh at every multiple
     * of their length. Latent attention is counted in its absorbed form here as well, an upper bound for prefill.
     */
    public long prefillAttentionFlops(long tokens) {
        long flops = 0;
        for (LayerBlock kind : model.kinds()) {
            long limit = kind.attention().tokensKept(tokens);
            long pairs;
            if (limit == 0) {
                pairs = 0;
            } else if (isChunked(kind)) {
                pairs = Math.addExact(Math.multiplyExact(tokens / limit, triangle(limit)), triangle(tokens % limit));
            } else {
                pairs = Math.addExact(triangle(limit), Math.multiplyExact(limit, tokens - limit));
            }
            long multiplyAdds = limit == 0
                    ? Math.multiplyExact(kind.attention().mixingMultiplyAdds(0), tokens)
                    : Math.multiplyExact(kind.attention().mixingMultiplyAdds(1), pairs);
            flops = Math.addExact(flops, Math.multiplyExact(Math.multiplyExact(2L, multiplyAdds), kind.count()));
        }
        return flops;
    }

    private static boolean isChunked(LayerBlock kind) {
        return kind.attention() instanceof SoftmaxAttention softmax && softmax.span() instanceof Span.Chunk;
    }

    private static long triangle(long side) {
        return Math.multiplyExact(side, Math.addExact(side, 1)) / 2;
    }
}
