package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many layers see how far: {@code 52 sliding + 10 full}.
 *
 * @param counts layers by reach: {@code full}, {@code window}, {@code chunk}, {@code latent}, {@code linear}; only
 *     those above 0
 */
public record AttentionMix(Map<String, Long> counts) {
    public AttentionMix {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    public static AttentionMix of(Architecture model) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (LayerBlock kind : model.kinds()) {
            counts.merge(reach(kind.attention()), kind.count(), Math::addExact);
        }
        return new AttentionMix(counts);
    }

    /** The reach of one attention. */
    public static String reach(Attention attention) {
        if (attention instanceof LatentAttention) {
            return "latent";
        }
        if (attention instanceof GatedDeltaNet) {
            return "linear";
        }
        Span span = ((SoftmaxAttention) attention).span();
        if (span instanceof Span.Window) {
            return "window";
        }
        return span instanceof Span.Chunk ? "chunk" : "full";
    }

    /** In words, in the order of first appearance. */
    public String words() {
        StringBuilder words = new StringBuilder();
        counts.forEach((reach, layers) -> words.append(words.length() == 0 ? "" : " + ")
                .append(layers)
                .append(' ')
                .append(word(reach)));
        return words.toString();
    }

    private String word(String reach) {
        switch (reach) {
            case "window":
                return "sliding";
            case "chunk":
                return "chunked";
            case "full":
                return counts.containsKey("window") ? "global" : "full";
            default:
                return reach;
        }
    }
}
