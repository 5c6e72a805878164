package dev.archnotes.site.drawing.strip;

import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Tint;

/** A shape within a layer's column. Class and tint say the same, to pages and to pictures without a stylesheet. */
enum LayerShape {
    FULL("layer-full", PartColor.ATTENTION, false),
    WINDOW("layer-window", PartColor.ATTENTION, false),
    CHUNK("layer-chunk", PartColor.ATTENTION, false),
    LINEAR("layer-linear", PartColor.ATTENTION, false),
    LATENT("layer-latent", PartColor.ATTENTION, true),
    LATENT_CAP("layer-latent-cap", PartColor.ATTENTION, false),
    DENSE("layer-dense", PartColor.FEED_FORWARD, false),
    EXPERTS("layer-moe", PartColor.FEED_FORWARD, false),
    ROPE("layer-rope", PartColor.POSITIONS, false),
    NOPE("layer-nope", PartColor.POSITIONS, false);

    private final String cssClass;
    private final Tint tint;

    LayerShape(String cssClass, PartColor color, boolean pale) {
        this.cssClass = cssClass;
        this.tint = new Tint(color, pale);
    }

    String cssClass() {
        return cssClass;
    }

    Tint tint() {
        return tint;
    }
}
