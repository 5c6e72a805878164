package dev.archnotes.model.operation;

/**
 * How large the residual stream grows by the place of the norms, in the model of arXiv:2002.04745, section 3: at the
 * beginning of training what a sub-layer adds is independent of what it is added to, so that variances add up.
 *
 * @param placement where the norms stand
 * @param gain by how much a sub-layer multiplies the size of what it reads
 */
public record StreamGrowth(Placement placement, double gain) {
    /** Where the norms of a sub-layer stand. */
    public enum Placement {
        /** After the addition (arXiv:1706.03762, section 3.1). */
        AFTER_ADDITION,
        /** Before the sub-layer (arXiv:2002.04745, section 3). */
        BEFORE,
        /** Behind the sub-layer and before the addition (arXiv:2501.00656, section 3.1). */
        BEHIND,
        /** On both sides of the sub-layer (arXiv:2105.13290, section 2.3). */
        BOTH
    }

    /** The root mean square of the stream after so many sub-layers, 1 at the beginning. */
    public double size(int sublayers) {
        switch (placement) {
            case AFTER_ADDITION:
                return 1;
            case BEFORE:
                return Math.sqrt(1 + gain * gain * sublayers);
            default:
                return Math.sqrt(1 + sublayers);
        }
    }

    /** The root mean square of what the next sub-layer reads. */
    public double read(int sublayers) {
        return placement == Placement.BEHIND ? size(sublayers) : 1;
    }

    /** The part of the variance of the stream that the last of so many sub-layers has added. */
    public double newest(int sublayers) {
        switch (placement) {
            case AFTER_ADDITION:
                return gain * gain / (1 + gain * gain);
            case BEFORE:
                return gain * gain / (1 + gain * gain * sublayers);
            default:
                return 1.0 / (1 + sublayers);
        }
    }
}
