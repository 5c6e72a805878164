package dev.archnotes.site.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A finished picture in its own units.
 *
 * @param classes names of the stylesheet for the whole picture
 * @param width the width of its coordinate system
 * @param height the height of its coordinate system
 * @param title what it is, for readers who do not see it
 * @param description what it shows, in a sentence or two
 * @param marks its marks, the hindmost first
 * @param readings where its values can be read off, apart from the marks that carry theirs
 */
public record Picture(
        String classes,
        double width,
        double height,
        String title,
        String description,
        List<Mark> marks,
        Readings readings) {
    public Picture {
        marks = List.copyOf(marks);
    }

    public Picture(String classes, double width, double height, String title, String description, List<Mark> marks) {
        this(classes, width, height, title, description, marks, Readings.NONE);
    }

    /** {@code 0 0 360 524}. */
    public String viewBox() {
        return "0 0 " + Coordinates.print(width) + " " + Coordinates.print(height);
    }

    /** {@code img}; {@code group} where parts are links, which an image would hide from assistive technology. */
    public String role() {
        return linked(marks) ? "group" : "img";
    }

    private static boolean linked(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Group group && (!group.href().isEmpty() || linked(group.marks()))) {
                return true;
            }
        }
        return false;
    }

    /** Every line of text, also within groups. Pages do not ask for them; this is how a picture is read back. */
    public List<Mark.Label> labels() {
        List<Mark.Label> labels = new ArrayList<>();
        collect(marks, labels);
        return List.copyOf(labels);
    }

    private static void collect(List<Mark> marks, List<Mark.Label> labels) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Label label) {
                labels.add(label);
            } else if (mark instanceof Mark.Group group) {
                collect(group.marks(), labels);
            }
        }
    }
}
