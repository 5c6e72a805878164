package dev.archnotes.drawing;

import dev.archnotes.spec.Architecture;
import dev.archnotes.spec.LayerBlock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Which parts of two drawings differ, so that both can bring them out. */
public final class PartDifferences {
    private PartDifferences() {}

    /** Keys among {@code attention}, {@code feed-forward}, {@code norm}, {@code embedding}, {@code positions}, {@code extras}. */
    public static Set<String> between(Architecture a, Architecture b) {
        Set<String> keys = new LinkedHashSet<>();
        if (!parts(a, LayerBlock::attention).equals(parts(b, LayerBlock::attention))) {
            keys.add("attention");
        }
        if (!parts(a, LayerBlock::feedForward).equals(parts(b, LayerBlock::feedForward))) {
            keys.add("feed-forward");
        }
        if (a.normalization().kind() != b.normalization().kind() || a.normalization().placement() != b.normalization().placement()) {
            keys.add("norm");
        }
        if (a.vocabularySize() != b.vocabularySize() || a.hiddenSize() != b.hiddenSize() || a.tiedEmbeddings() != b.tiedEmbeddings()) {
            keys.add("embedding");
        }
        if (a.learnedPositions() != b.learnedPositions()) {
            keys.add("positions");
        }
        if (!a.predictionModule().equals(b.predictionModule()) || !a.vision().equals(b.vision())) {
            keys.add("extras");
        }
        return Set.copyOf(keys);
    }

    private static <T> Set<T> parts(Architecture model, Function<LayerBlock, T> part) {
        Set<T> parts = new LinkedHashSet<>();
        for (LayerBlock kind : model.kinds()) {
            parts.add(part.apply(kind));
        }
        return parts;
    }
}
