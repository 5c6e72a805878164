package dev.archnotes.site.drawing.concept;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.PartColor;
import java.util.List;
import java.util.Optional;

/**
 * A row of the decoder block: what it shows and how much room it needs. Rows follow one another from the top of the
 * block to its bottom.
 *
 * @param part what it shows
 * @param color the part whose color its annotation has, where it has one
 * @param lead from the end of the row above to its top; negative where it reaches up beside that row
 * @param least its least height
 * @param aside whether its annotation stands at the left where there are two sides
 * @param grows whether it is as high as its annotation
 */
record BlockRow(
        ExplainedPart part, Optional<PartColor> color, double lead, double least, boolean aside, boolean grows) {
    private static final double KIND = 48;

    /**
     * The rows of a block. Annotations at the left have room to spare, so that only the last of them makes its row
     * higher; that of the layers stands in the middle of what repeats.
     */
    static List<BlockRow> of(boolean twoSided) {
        boolean narrow = !twoSided;
        return List.of(
                new BlockRow(ExplainedPart.GENERATION, Optional.empty(), 0, 64, true, narrow),
                new BlockRow(
                        ExplainedPart.NORMALIZATION,
                        Optional.of(PartColor.NORMALIZATION),
                        narrow ? 3 : 13,
                        23,
                        true,
                        narrow),
                narrow
                        ? new BlockRow(ExplainedPart.LAYERS, Optional.empty(), -6, 10, true, true)
                        : new BlockRow(ExplainedPart.LAYERS, Optional.empty(), 4, 8, true, false),
                new BlockRow(ExplainedPart.FEED_FORWARD, Optional.of(PartColor.FEED_FORWARD), 23, 93, false, true),
                attention(ExplainedPart.CACHE, 80),
                attention(ExplainedPart.HEADS, 0),
                attention(ExplainedPart.SHARED_HEADS, 0),
                attention(ExplainedPart.LATENT, 0),
                attention(ExplainedPart.WINDOW, 0),
                attention(ExplainedPart.STATE, 0),
                new BlockRow(ExplainedPart.POSITIONS, Optional.of(PartColor.POSITIONS), 0, KIND, false, true),
                new BlockRow(ExplainedPart.MEMORY, Optional.empty(), 120, 32, true, true));
    }

    private static BlockRow attention(ExplainedPart part, double lead) {
        return new BlockRow(part, Optional.of(PartColor.ATTENTION), lead, KIND, false, true);
    }
}
