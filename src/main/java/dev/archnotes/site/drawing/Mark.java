package dev.archnotes.site.drawing;

import java.util.List;
import java.util.Optional;

/** One thing in a picture. Classes are names of the stylesheet, separated by spaces. */
public sealed interface Mark {
    /** The names by which the stylesheet knows it. */
    String classes();

    /**
     * A rectangle.
     *
     * @param corner the radius of its corners
     * @param tooltip its exact value in words, or empty
     */
    record Box(String classes, double x, double y, double width, double height, double corner, String tooltip)
            implements Mark {
        public Box {
            if (!(width >= 0) || !(height >= 0)) {
                throw new IllegalArgumentException(
                        "a box of " + Coordinates.print(width) + " × " + Coordinates.print(height));
            }
        }
    }

    /**
     * A line or an outline.
     *
     * @param tint how it is filled where there is no stylesheet; empty where the mark is for pages only
     * @param path SVG path data
     * @param tooltip its exact value in words, or empty
     */
    record Stroke(String classes, Optional<Tint> tint, String path, String tooltip) implements Mark {
        /** A mark for pages only. */
        public Stroke(String classes, String path, String tooltip) {
            this(classes, Optional.empty(), path, tooltip);
        }
    }

    /**
     * A circle.
     *
     * @param tooltip its exact value in words, or empty
     */
    record Dot(String classes, double x, double y, double radius, String tooltip) implements Mark {}

    /**
     * A line of text.
     *
     * @param x where its anchor stands
     * @param y its baseline
     */
    record Label(String classes, TextStyle style, Anchor anchor, double x, double y, List<Run> runs) implements Mark {
        public Label {
            runs = List.copyOf(runs);
        }

        /** All names of the stylesheet that apply. */
        public String cssClasses() {
            return style.cssClass() + " " + anchor.cssClass() + (classes.isEmpty() ? "" : " " + classes);
        }

        /** The text without its structure. */
        public String text() {
            return Phrase.text(runs);
        }

        /** Estimated width. */
        public double width() {
            return style.width(text());
        }

        /** Estimated left edge. */
        public double left() {
            return anchor.left(x, width());
        }

        /** Estimated right edge. */
        public double right() {
            return left() + width();
        }

        /** The top of capitals and ascenders. */
        public double top() {
            return y - style.size() * 0.72;
        }

        /** The bottom of descenders. */
        public double bottom() {
            return y + style.size() * 0.2;
        }

        /** Whether the two texts would touch. */
        public boolean overlaps(Label other) {
            return left() < other.right() && other.left() < right() && top() < other.bottom() && other.top() < bottom();
        }
    }

    /**
     * A line of text that is turned about its beginning.
     *
     * @param x where it begins
     * @param y its baseline there
     * @param degrees clockwise
     */
    record Turned(String classes, TextStyle style, double x, double y, double degrees, String text) implements Mark {
        /** All names of the stylesheet that apply. */
        public String cssClasses() {
            return style.cssClass() + (classes.isEmpty() ? "" : " " + classes);
        }
    }

    /**
     * Marks that belong together, perhaps a link. With a tooltip they are one datum; its link then is no stop for the
     * tab key, because the names on the axes lead to the same pages.
     *
     * @param href where it leads, or empty
     * @param tooltip its exact value in words, or empty
     * @param marks what it holds
     */
    record Group(String classes, String href, String tooltip, List<Mark> marks) implements Mark {
        public Group {
            marks = List.copyOf(marks);
        }

        /** Marks that are no datum of their own. */
        public Group(String classes, String href, List<Mark> marks) {
            this(classes, href, "", marks);
        }
    }
}
