package dev.archnotes.site.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers the marks of one picture. */
public final class Canvas {
    private final List<Mark> marks = new ArrayList<>();

    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    public Canvas add(Mark mark) {
        marks.add(mark);
        return this;
    }

    public Canvas box(String classes, double x, double y, double width, double height, double corner) {
        return add(new Mark.Box(classes, x, y, width, height, corner, ""));
    }

    public Canvas box(String classes, double x, double y, double width, double height, double corner, String tooltip) {
        return add(new Mark.Box(classes, x, y, width, height, corner, tooltip));
    }

    /** Draws a path unless it is empty. */
    public Canvas stroke(String classes, PathData path) {
        return path.isEmpty() ? this : add(new Mark.Stroke(classes, path.toString(), ""));
    }

    /** Draws an outline that is filled also where there is no stylesheet. */
    public Canvas filled(String classes, Tint tint, PathData path) {
        return add(new Mark.Stroke(classes, Optional.of(tint), path.toString(), ""));
    }

    public Canvas stroke(String classes, PathData path, String tooltip) {
        return add(new Mark.Stroke(classes, path.toString(), tooltip));
    }

    public Canvas dot(String classes, double x, double y, double radius, String tooltip) {
        return add(new Mark.Dot(classes, x, y, radius, tooltip));
    }

    public Canvas text(TextStyle style, Anchor anchor, double x, double y, String words) {
        return text("", style, anchor, x, y, List.of(Run.words(words)));
    }

    public Canvas text(TextStyle style, Anchor anchor, double x, double y, Phrase phrase) {
        return text("", style, anchor, x, y, phrase.runs());
    }

    public Canvas text(String classes, TextStyle style, Anchor anchor, double x, double y, List<Run> runs) {
        return add(new Mark.Label(classes, style, anchor, x, y, runs));
    }

    /** Whether a text fits without touching one that is there already. */
    public boolean isFree(Mark.Label candidate) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Label label && label.overlaps(candidate)) {
                return false;
            }
        }
        return true;
    }
}
