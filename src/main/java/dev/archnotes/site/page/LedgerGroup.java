package dev.archnotes.site.page;

import dev.archnotes.site.drawing.PartColor;
import java.util.List;

/**
 * The tensors of one part.
 *
 * @param label the part
 * @param part its color
 * @param total the weights of all rows
 * @param kinds the tensors by the kinds of layers that hold them
 */
public record LedgerGroup(String label, PartColor part, String total, List<OfLayers> kinds) {
    /**
     * What layers of one kind hold, or of several kinds that hold the same.
     *
     * @param layers how many of which kind: {@code 18 windowed and 18 full layers, each with}; empty outside of the
     *     layers
     * @param rows the tensors
     */
    public record OfLayers(String layers, List<Row> rows) {}

    /**
     * One kind of tensor.
     *
     * @param name its name
     * @param shape its shape
     * @param tensors how many there are in all
     * @param elements the weights of all of them
     */
    public record Row(String name, String shape, String tensors, String elements) {}
}
