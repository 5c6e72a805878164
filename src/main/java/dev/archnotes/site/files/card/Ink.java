package dev.archnotes.site.files.card;

import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Tint;

/** The colors of a card: those of the style sheet on a light ground. */
enum Ink {
    PAPER(0xfbfaf6),
    INK(0x1d1b18),
    SOFT(0x57534b),
    QUIET(0x6d685f),
    FAINT(0xa49d8f),
    RULE(0xddd8cc),
    ACCENT(0x9a2a1b),
    ATTENTION(0x3e2fa3),
    /** Attention at the opacity of a latent's column, on paper. */
    ATTENTION_PALE(0xb3add6),
    FFN(0xbd7d1d),
    NORM(0x3f9c96),
    EMBED(0x771054),
    POSITION(0x5d6972);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    /** Red, green and blue, eight bits each. */
    int rgb() {
        return rgb;
    }

    /** The color of a part of a model. */
    static Ink of(PartColor part) {
        switch (part) {
            case ATTENTION:
                return ATTENTION;
            case FEED_FORWARD:
                return FFN;
            case NORMALIZATION:
                return NORM;
            case POSITIONS:
                return POSITION;
            default:
                return EMBED;
        }
    }

    /** The color of a mark; only attention is ever pale. */
    static Ink of(Tint tint) {
        return tint.pale() && tint.color() == PartColor.ATTENTION ? ATTENTION_PALE : of(tint.color());
    }
}
