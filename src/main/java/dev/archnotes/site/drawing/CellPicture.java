package dev.archnotes.site.drawing;

import java.util.List;

/**
 * A picture without text that is stretched to its table cell.
 *
 * @param label what it shows, or empty where the number stands in a cell of its own
 */
public record CellPicture(String classes, double width, double height, String label, List<Mark> marks) {
    public CellPicture {
        marks = List.copyOf(marks);
    }

    /** {@code 0 0 61 24}. */
    public String viewBox() {
        return "0 0 " + Coordinates.print(width) + " " + Coordinates.print(height);
    }
}
