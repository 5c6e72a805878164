package dev.archnotes.site.markdown.node;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What only the generator can draw: the first word of a fenced block whose body is YAML. */
public enum BlockKind {
    /** A table of chosen models and facts. */
    COMPARE,
    /** Each model's layers as a strip. */
    LAYERS,
    /** The cache against the context. */
    MEMORY,
    /** The parameters of each part as bars. */
    PARAMETERS,
    /** Operations per token against the context. */
    COST,
    /** A model's architecture. */
    DRAWING,
    /** Two models' architectures beside each other, with what differs brought out. */
    SIDE_BY_SIDE,
    /** A mechanism, explained by a picture that can be moved. */
    FIGURE,
    /** Which model took what from which. */
    FAMILY_TREE,
    /** Events in order. */
    TIMELINE;

    /** The word an author writes: {@code family-tree}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind that is written so. */
    public static Optional<BlockKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Every word an author may write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(BlockKind::word).toList();
    }
}
