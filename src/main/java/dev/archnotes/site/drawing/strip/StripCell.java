package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.CellPicture;
import java.util.List;

/** The strip without words: one unit a layer, stretched to its cell. */
final class StripCell {
    private static final double INSET = 0.09;

    private StripCell() {}

    static CellPicture of(Architecture architecture, String said) {
        StripShapes shapes = new StripShapes(1);
        List<LayerCell.Sight> attention = LayerRow.attention(architecture).cells();
        List<LayerCell.Network> feedForward = LayerRow.feedForward(architecture).cells();
        List<LayerCell.Order> positions = LayerRow.positions(architecture).cells();
        for (int i = 0; i < attention.size(); i++) {
            double x = i + INSET;
            double width = 1 - 2 * INSET;
            shapes.attention(attention.get(i).reach(), x, width, StripShapes.TALL);
            shapes.feedForward(feedForward.get(i), x, width, 13);
            if (positions.get(i) == LayerCell.Order.NONE) {
                shapes.path(LayerShape.NOPE).rectangle(x, 11.4, width, 1.2);
            }
        }
        Canvas canvas = new Canvas();
        shapes.drawOn(canvas);
        return new CellPicture("strip", attention.size(), 24, said, canvas.marks());
    }
}
