package dev.archnotes.site.drawing.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * The heights of what stands on top of one another within a section, the top one first. Two sections of one kind have
 * equally many, so that giving both the greater height of each row sets them side by side part by part.
 */
record Rows(List<Double> heights) {
    Rows {
        heights = List.copyOf(heights);
    }

    static Rows of(Double... heights) {
        return new Rows(List.of(heights));
    }

    double sum() {
        return top(heights.size());
    }

    double height(int row) {
        return heights.get(row);
    }

    /** Where a row begins, counted from the top of the section. */
    double top(int row) {
        double top = 0;
        for (double height : heights.subList(0, row)) {
            top += height;
        }
        return top;
    }

    /** Room for both. */
    Rows or(Rows other) {
        List<Double> greater = new ArrayList<>();
        for (int row = 0; row < heights.size(); row++) {
            greater.add(Math.max(height(row), other.height(row)));
        }
        return new Rows(greater);
    }
}
