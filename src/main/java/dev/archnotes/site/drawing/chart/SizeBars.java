package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.CellPicture;

/**
 * Bars for table cells, linear from zero, so that twice the length is twice the value and a part of a bar is a share of
 * it. The number stands in a cell of its own.
 *
 * @param mostCache the bytes of the longest bar of a cache
 */
public record SizeBars(long mostCache) {
    private static final double LENGTH = 100;

    /** What acts on one token, as a share of all parameters. */
    public CellPicture share(long total, long active) {
        Canvas canvas = track();
        canvas.box(
                "bar-active",
                0,
                0,
                LENGTH * active / total,
                10,
                0,
                Numerals.grouped(active) + " of " + Numerals.grouped(total) + " parameters act on one token");
        return new CellPicture("bar", LENGTH, 10, "", canvas.marks());
    }

    /** A cache of some bytes. */
    public CellPicture cache(long bytes) {
        Canvas canvas = track();
        canvas.box(
                "bar-value",
                0,
                0,
                LENGTH * Math.min(bytes, mostCache) / Math.max(1, mostCache),
                10,
                0,
                Numerals.grouped(bytes) + " bytes of cache");
        return new CellPicture("bar", LENGTH, 10, "", canvas.marks());
    }

    private static Canvas track() {
        return new Canvas().box("bar-track", 0, 0, LENGTH, 10, 0);
    }
}
