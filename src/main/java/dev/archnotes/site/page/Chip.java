package dev.archnotes.site.page;

import dev.archnotes.site.drawing.PartColor;
import java.util.Optional;

/**
 * A short word in the color of its part.
 *
 * @param text the word
 * @param part the part whose color it has
 * @param href the page it links to, or empty
 */
public record Chip(String text, Optional<PartColor> part, String href) {
    public String classes() {
        return part.map(color -> "chip " + color.cssClass()).orElse("chip");
    }

    public boolean isLink() {
        return !href.isEmpty();
    }
}
