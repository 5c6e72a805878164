package dev.archnotes.site.files.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Text broken into lines of about the same length: as large as fits, and cut off where even the smallest size does not.
 */
final class Paragraph {
    private static final double LEADING = 1.24;

    private final Typeface face;
    private final double size;
    private final List<String> lines;

    /**
     * Fits a text.
     *
     * @param width the longest line
     * @param most the number of lines
     * @param largest the largest size; at that size the text takes as few lines as it can
     * @param smallest the smallest size
     */
    Paragraph(Typeface face, String text, double width, int most, double largest, double smallest) {
        this.face = face;
        double fitting = largest;
        List<String> broken = broken(text, fitting, width);
        while (broken.size() > most && fitting > smallest) {
            fitting--;
            broken = broken(text, fitting, width);
        }
        this.size = fitting;
        if (broken.size() > most) {
            broken = new ArrayList<>(broken.subList(0, most));
            String last = broken.get(most - 1);
            while (face.width(last + "…", size) > width) {
                last = last.substring(0, Math.max(0, last.lastIndexOf(' ')));
            }
            broken.set(most - 1, last + "…");
            this.lines = broken;
        } else {
            this.lines = balanced(text, width, broken);
        }
    }

    /** The narrowest setting with as many lines. */
    private List<String> balanced(String text, double width, List<String> broken) {
        List<String> best = broken;
        for (double narrower = width; narrower > width / 2; narrower -= width / 60) {
            List<String> tried = broken(text, size, narrower);
            if (tried.size() > broken.size()) {
                break;
            }
            best = tried;
        }
        return best;
    }

    private List<String> broken(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && face.width(line + " " + word, size) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Sets the lines; the last baseline. */
    double set(Ink ink, double x, double baseline, List<Shape> shapes) {
        double y = baseline;
        for (String line : lines) {
            face.set(line, size, ink, x, y, shapes);
            y += size * LEADING;
        }
        return y - size * LEADING;
    }
}
