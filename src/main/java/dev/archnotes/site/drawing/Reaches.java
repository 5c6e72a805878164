package dev.archnotes.site.drawing;

import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;

/** How far an attention sees, in words. */
public final class Reaches {
    private Reaches() {}

    public static String phrase(Attention attention) {
        if (attention instanceof SoftmaxAttention softmax && softmax.span() instanceof Span.Window window) {
            return "window of " + Numerals.grouped(window.tokens());
        }
        if (attention instanceof SoftmaxAttention softmax && softmax.span() instanceof Span.Chunk chunk) {
            return "chunks of " + Numerals.grouped(chunk.tokens());
        }
        return attention.growsWithContext() ? "all tokens" : "fixed state";
    }

    /** The word for a row of layers, {@code sliding}; a full layer among sliding ones is {@code global}. */
    public static String word(Attention attention, boolean amongWindows) {
        switch (AttentionMix.reach(attention)) {
            case "window":
                return "sliding";
            case "chunk":
                return "chunked";
            case "full":
                return amongWindows ? "global" : "full";
            case "latent":
                return "latent";
            default:
                return "linear";
        }
    }
}
