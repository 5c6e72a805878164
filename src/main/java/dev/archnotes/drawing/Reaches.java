package dev.archnotes.drawing;

import dev.archnotes.calc.AttentionMix;
import dev.archnotes.calc.Numerals;
import dev.archnotes.spec.Attention;
import dev.archnotes.spec.SoftmaxAttention;
import dev.archnotes.spec.Span;

/** How far an attention sees, in words. */
final class Reaches {
    private Reaches() {}

    static String phrase(Attention attention) {
        if (attention instanceof SoftmaxAttention softmax && softmax.span() instanceof Span.Window window) {
            return "window of " + Numerals.grouped(window.tokens());
        }
        if (attention instanceof SoftmaxAttention softmax && softmax.span() instanceof Span.Chunk chunk) {
            return "chunks of " + Numerals.grouped(chunk.tokens());
        }
        return attention.growsWithContext() ? "all tokens" : "fixed state";
    }

    /** The word for a row of layers, {@code sliding}; a full layer among sliding ones is {@code global}. */
    static String word(Attention attention, boolean amongWindows) {
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
