package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import java.util.ArrayList;
import java.util.List;

/** The working of a cache: what each kind of layer keeps, summed over the layers. */
public final class CacheWorking {
    private CacheWorking() {}

    /**
     * The working of the cache at a context.
     *
     * @param bits bits of one cached number; recurrent state stays in 32 bits
     * @param naive whether every softmax layer keeps every token, not only what it sees
     */
    public static Expression at(Architecture model, long context, long bits, boolean naive) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : model.kinds()) {
            if (kind.attention() instanceof GatedDeltaNet state) {
                parts.add(state(kind, state));
                continue;
            }
            Expression tokens = Expression.constant("context", context);
            if (!naive && !kind.attention().growsWithContext()) {
                tokens = new Expression.Minimum(tokens, span(kind));
            }
            List<Expression> factors = new ArrayList<>(List.of(layers(kind), tokens, perLayer(kind)));
            parts.add(bytes(factors, bits));
        }
        return sumOrNone(parts);
    }

    private static Expression bytes(List<Expression> numbers, long bits) {
        if (8 % bits == 0 && bits < 8) {
            return new Expression.Quotient(
                    new Expression.Product(numbers), Expression.constant("numbers in a byte", 8 / bits));
        }
        List<Expression> factors = new ArrayList<>(numbers);
        if (bits % 8 == 0) {
            factors.add(Expression.constant(bits == 8 ? "byte" : "bytes", bits / 8));
            return new Expression.Product(factors);
        }
        factors.add(Expression.constant("bits", bits));
        return new Expression.Quotient(new Expression.Product(factors), Expression.constant("bits in a byte", 8));
    }

    public static Expression layers(LayerBlock kind) {
        return Expression.term(kind.attentionName() + " layers", kind.count(), "layers");
    }

    public static Expression perLayer(LayerBlock kind) {
        String place = "attention." + kind.attentionName() + ".";
        if (kind.attention() instanceof LatentAttention latent) {
            return Expression.sum(List.of(
                    Expression.term("KV rank", latent.kvRank(), place + "kv_rank"),
                    Expression.term("rotary key", latent.ropeHeadDim(), place + "rope_head_dim")));
        }
        SoftmaxAttention softmax = (SoftmaxAttention) kind.attention();
        return Expression.product(
                Expression.constant("keys and values", 2),
                Expression.term("KV heads", softmax.kvHeads(), place + "kv_heads"),
                Expression.term("head dimension", softmax.headDim(), place + "head_dim"));
    }

    public static Expression span(LayerBlock kind) {
        Span span = ((SoftmaxAttention) kind.attention()).span();
        String place = "attention." + kind.attentionName() + ".";
        if (span instanceof Span.Chunk chunk) {
            return Expression.term("chunk", chunk.tokens(), place + "chunk");
        }
        return Expression.term("window", ((Span.Window) span).tokens(), place + "window");
    }

    public static Expression state(LayerBlock kind, GatedDeltaNet state) {
        String place = "attention." + kind.attentionName() + ".";
        return Expression.product(
                layers(kind),
                Expression.term("value heads", state.valueHeads(), place + "value_heads"),
                Expression.term("key head dimension", state.keyHeadDim(), place + "key_head_dim"),
                Expression.term("value head dimension", state.valueHeadDim(), place + "value_head_dim"),
                Expression.constant("bytes of a 32-bit number", GatedDeltaNet.STATE_NUMBER_BYTES));
    }

    public static Expression sumOrNone(List<Expression> parts) {
        return parts.isEmpty() ? Expression.constant("none", 0) : Expression.sum(parts);
    }
}
