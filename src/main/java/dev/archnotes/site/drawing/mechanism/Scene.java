package dev.archnotes.site.drawing.mechanism;

import dev.archnotes.site.drawing.Picture;
import java.util.List;

/**
 * A figure at one setting. The title of its picture is its message, a sentence that stands above it.
 *
 * @param picture the picture
 * @param reading the number that matters, in a sentence; it is read out when it changes
 * @param outline the picture in words, from its beginning to its end
 */
public record Scene(Picture picture, String reading, List<String> outline) {
    public Scene {
        outline = List.copyOf(outline);
    }
}
