package dev.archnotes.drawing;

import java.util.ArrayList;
import java.util.List;

/** Gathers the marks of one picture. */
final class Canvas {
    private final List<Mark> marks = new ArrayList<>();

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    Canvas add(Mark mark) {
        marks.add(mark);
        return this;
    }

    Canvas box(String classes, double x, double y, double width, double height, double corner) {
        return add(new Mark.Box(classes, x, y, width, height, corner, ""));
    }

    Canvas box(String classes, double x, double y, double width, double height, double corner, String tooltip) {
        return add(new Mark.Box(classes, x, y, width, height, corner, tooltip));
    }

    /** Draws a path unless it is empty. */
    Canvas stroke(String classes, PathData path) {
        return path.isEmpty() ? this : add(new Mark.Stroke(classes, path.toString(), ""));
    }

    Canvas stroke(String classes, PathData path, String tooltip) {
        return add(new Mark.Stroke(classes, path.toString(), tooltip));
    }

    Canvas dot(String classes, double x, double y, double radius, String tooltip) {
        return add(new Mark.Dot(classes, x, y, radius, tooltip));
    }

    Canvas text(TextStyle style, Anchor anchor, double x, double y, String words) {
        return text("", style, anchor, x, y, List.of(Run.words(words)));
    }

    Canvas text(TextStyle style, Anchor anchor, double x, double y, Phrase phrase) {
        return text("", style, anchor, x, y, phrase.runs());
    }

    Canvas text(String classes, TextStyle style, Anchor anchor, double x, double y, List<Run> runs) {
        return add(new Mark.Label(classes, style, anchor, x, y, runs));
    }

    /** Whether a text fits without touching one that is there already. */
    boolean isFree(Mark.Label candidate) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Label label && label.overlaps(candidate)) {
                return false;
            }
        }
        return true;
    }
}
