package dev.archnotes.model.ledger;

import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many layers see how far: {@code 52 sliding + 10 global}.
 *
 * @param counts layers by reach, in the order of first appearance; only those above 0
 */
public record AttentionMix(Map<Reach, Long> counts) {
    public AttentionMix {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The mix of a model. */
    public static AttentionMix of(Architecture architecture) {
        Map<Reach, Long> counts = new LinkedHashMap<>();
        for (LayerBlock kind : architecture.kinds()) {
            counts.merge(kind.attention().reach(), kind.count(), Math::addExact);
        }
        return new AttentionMix(counts);
    }

    /** Whether some layers have a sliding window. */
    public boolean hasWindows() {
        return counts.containsKey(Reach.WINDOW);
    }

    /** In words, in the order of first appearance. */
    public String words() {
        StringBuilder words = new StringBuilder();
        counts.forEach((reach, layers) -> words.append(words.length() == 0 ? "" : " + ")
                .append(layers)
                .append(' ')
                .append(reach.word(hasWindows())));
        return words.toString();
    }
}
