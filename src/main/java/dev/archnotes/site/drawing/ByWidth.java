package dev.archnotes.site.drawing;

import java.util.function.DoubleFunction;

/**
 * The same chart for a narrow column and for a wide one; the stylesheet shows the one that fits.
 *
 * @param narrow 360 units wide
 * @param wide 720 units wide
 */
public record ByWidth(Picture narrow, Picture wide) {
    public static final double NARROW = 360;
    public static final double WIDE = 720;

    public static ByWidth of(DoubleFunction<Picture> drawing) {
        return new ByWidth(drawing.apply(NARROW), drawing.apply(WIDE));
    }
}
