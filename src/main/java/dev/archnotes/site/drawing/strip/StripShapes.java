package dev.archnotes.site.drawing.strip;

import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PathData;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shape of one layer's column by kind: the taller, the further it sees. */
final class StripShapes {
    /** The height of attention that sees everything; a window, a chunk and a fixed state are lower. */
    static final double TALL = 11;

    private final Map<LayerShape, PathData> paths = new LinkedHashMap<>();
    private final double scale;

    StripShapes(double scale) {
        this.scale = scale;
    }

    /** Attention growing upward from {@code base}. */
    void attention(String word, double x, double width, double base) {
        switch (word) {
            case "sliding":
                up(LayerShape.WINDOW, x, width, base, 4.5);
                break;
            case "chunked":
                up(LayerShape.CHUNK, x, width, base, 7);
                break;
            case "linear":
                up(LayerShape.LINEAR, x, width, base, 2.2);
                break;
            case "latent":
                up(LayerShape.LATENT, x, width, base, TALL);
                path(LayerShape.LATENT_CAP).rectangle(x, base - TALL * scale, width, 3 * scale);
                break;
            default:
                up(LayerShape.FULL, x, width, base, TALL);
        }
    }

    /** A feed-forward growing downward from {@code top}: dense in one piece, experts in slices. */
    void feedForward(String word, double x, double width, double top) {
        if (word.equals("dense")) {
            path(LayerShape.DENSE).rectangle(x, top, width, TALL * scale);
        } else {
            path(LayerShape.EXPERTS)
                    .rectangle(x, top, width, 5.5 * scale)
                    .rectangle(x, top + 7 * scale, width, 2 * scale);
        }
    }

    private void up(LayerShape shape, double x, double width, double base, double height) {
        path(shape).rectangle(x, base - height * scale, width, height * scale);
    }

    PathData path(LayerShape shape) {
        return paths.computeIfAbsent(shape, s -> new PathData());
    }

    void drawOn(Canvas canvas) {
        paths.forEach((shape, path) -> canvas.filled(shape.cssClass(), shape.tint(), path));
    }
}
