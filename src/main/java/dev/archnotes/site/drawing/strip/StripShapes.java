package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.attention.Reach;
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
    void attention(Reach reach, double x, double width, double base) {
        switch (reach) {
            case WINDOW:
                up(LayerShape.WINDOW, x, width, base, 4.5);
                break;
            case CHUNK:
                up(LayerShape.CHUNK, x, width, base, 7);
                break;
            case LINEAR:
            case CONVOLUTION:
            case PICTURE:
                up(LayerShape.LINEAR, x, width, base, 2.2);
                break;
            case LATENT:
            case COMPRESSED:
                up(LayerShape.LATENT, x, width, base, TALL);
                path(LayerShape.LATENT_CAP).rectangle(x, base - TALL * scale, width, 3 * scale);
                break;
            case FULL:
                up(LayerShape.FULL, x, width, base, TALL);
                break;
        }
    }

    /** A feed-forward growing downward from {@code top}: dense in one piece, experts in slices. */
    void feedForward(LayerCell.Network network, double x, double width, double top) {
        if (network == LayerCell.Network.DENSE) {
            path(LayerShape.DENSE).rectangle(x, top, width, TALL * scale);
        } else {
            path(LayerShape.EXPERTS)
                    .rectangle(x, top, width, 5.5 * scale)
                    .rectangle(x, top + 7 * scale, width, 2 * scale);
        }
    }

    /** Positions as a bar. */
    PathData positions(LayerCell.Order order) {
        return path(order == LayerCell.Order.NONE ? LayerShape.NOPE : LayerShape.ROPE);
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
