package dev.archnotes.drawing;

import dev.archnotes.spec.Architecture;
import dev.archnotes.spec.LayerBlock;
import dev.archnotes.spec.LayerGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which parts of two drawings differ, so that both can bring them out. */
public final class PartDifferences {
    private PartDifferences() {}

    /** Keys among {@code attention}, {@code feed-forward}, {@code norm}, {@code embedding}, {@code layers}, {@code extras}. */
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
        if (a.vocabularySize() != b.vocabularySize() || a.hiddenSize() != b.hiddenSize() || a.tiedEmbeddings() != b.tiedEmbeddings()
                || a.learnedPositions() != b.learnedPositions()) {
            keys.add("embedding");
        }
        if (!a.groups().stream().map(PartDifferences::pattern).toList().equals(b.groups().stream().map(PartDifferences::pattern).toList())) {
            keys.add("layers");
        }
        if (!a.predictionModule().equals(b.predictionModule()) || !a.vision().equals(b.vision())) {
            keys.add("extras");
        }
        return Set.copyOf(keys);
    }

    /** Repetitions and lengths of runs. */
    private static List<Long> pattern(LayerGroup group) {
        List<Long> pattern = new ArrayList<>();
        pattern.add(group.repeat());
        group.blocks().forEach(block -> pattern.add(block.count()));
        return pattern;
    }

    private static <T> Set<T> parts(Architecture model, Function<LayerBlock, T> part) {
        Set<T> parts = new LinkedHashSet<>();
        for (LayerBlock kind : model.kinds()) {
            parts.add(part.apply(kind));
        }
        return parts;
    }
}
