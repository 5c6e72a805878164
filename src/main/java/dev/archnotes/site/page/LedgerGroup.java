package dev.archnotes.site.page;

import dev.archnotes.site.drawing.PartColor;
import java.util.List;

/**
 * The tensors of one part.
 *
 * @param label the part
 * @param part its color
 * @param total the weights of all rows
 * @param rows the tensors
 */
public record LedgerGroup(String label, PartColor part, String total, List<Row> rows) {
    /**
     * One kind of tensor.
     *
     * @param name its name
     * @param section where it stands
     * @param shape its shape
     * @param tensors how many there are
     * @param elements the weights of all of them
     */
    public record Row(String name, String section, String shape, String tensors, String elements) {}
}
