package dev.archnotes.model.operation;

/**
 * How many places of a text a square picture takes, by the rules of models: resized to one size (Gemma 3,
 * arXiv:2503.19786, section 2.1), in its own size with a mark after each row (Pixtral, arXiv:2410.07073, section 2.2),
 * in tiles, with the whole picture as one more where there are several (Llama 4, its processor in Transformers), or
 * resized to whole cells (Qwen2-VL and its successors, {@code smart_resize} of their processor), or in its own size
 * with a margin (Kimi K2.5, its processor in Transformers).
 *
 * @param rule the rule
 * @param side the side of the picture or tile that the encoder sees, at most, in pixels
 * @param cell the side of the square that one vector stands for: patch times merge
 */
public record PicturePlaces(Rule rule, long side, long cell) {
    /** Tiles along a side, at most: sixteen tiles in a square. */
    private static final long TILES = 4;

    /** What is done to a picture that is not of the encoder's size. */
    public enum Rule {
        /** It is resized. */
        FIXED,
        /** It is taken as it is, up to a limit. */
        MARKED_ROWS,
        /** It is cut into tiles. */
        TILED,
        /** It is resized to the nearest whole number of cells a side, up to a limit. */
        WHOLE_CELLS,
        /** A margin fills it up to a whole number of cells a side, up to a limit. */
        PADDED_CELLS
    }

    /** The places of a picture of so many pixels a side. */
    public long of(long pixels) {
        switch (rule) {
            case FIXED:
                return square(side / cell);
            case MARKED_ROWS:
                long rows = rounded(Math.min(pixels, side), cell);
                return Math.multiplyExact(rows, rows + 1);
            case WHOLE_CELLS:
                return square(nearest(Math.min(pixels, side), cell));
            case PADDED_CELLS:
                return square(rounded(Math.min(pixels, side), cell));
            default:
                long tiles = square(Math.min(rounded(pixels, side), TILES));
                return Math.multiplyExact(tiles == 1 ? 1 : tiles + 1, square(side / cell));
        }
    }

    private static long rounded(long length, long unit) {
        return (length + unit - 1) / unit;
    }

    /** At least one; halves go to the even neighbor, as they do in Python. */
    private static long nearest(long length, long unit) {
        long cells = length / unit;
        long rest = 2 * (length % unit);
        boolean up = rest > unit || rest == unit && cells % 2 == 1;
        return Math.max(1, up ? cells + 1 : cells);
    }

    private static long square(long length) {
        return Math.multiplyExact(length, length);
    }
}
