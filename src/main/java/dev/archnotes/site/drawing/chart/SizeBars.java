package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.LogScale;

/**
 * Bars for table cells on scales that all rows share. The number stands in a cell of its own.
 *
 * @param weights the scale of parameter counts
 * @param cache the scale of cache sizes in bytes
 */
public record SizeBars(LogScale weights, LogScale cache) {
    /** Ten million to two trillion parameters; one mebibyte to a tebibyte of cache. */
    public static SizeBars standard() {
        return new SizeBars(new LogScale(1e7, 2e12, 0, 100), new LogScale(1 << 20, Math.pow(2, 40), 0, 100));
    }

    /** Scales that begin one decade below the smallest and end at the largest value of a table. */
    public static SizeBars spanning(long leastActive, long mostTotal, long leastCache, long mostCache) {
        return new SizeBars(
                new LogScale(leastActive / 10.0, mostTotal, 0, 100), new LogScale(leastCache / 8.0, mostCache, 0, 100));
    }

    /** Total and active parameters as one bar. */
    public CellPicture size(long total, long active) {
        Canvas canvas = track();
        canvas.box("bar-total", 0, 0, weights.at(total), 10, 0, Numerals.grouped(total) + " parameters in all");
        canvas.box(
                "bar-active",
                0,
                0,
                weights.at(active),
                10,
                0,
                Numerals.grouped(active) + " parameters active for one token");
        return new CellPicture("bar", 100, 10, "", canvas.marks());
    }

    /** A cache of some bytes. */
    public CellPicture cache(long bytes) {
        Canvas canvas = track();
        canvas.box("bar-value", 0, 0, cache.at(bytes), 10, 0, Numerals.grouped(bytes) + " bytes of cache");
        return new CellPicture("bar", 100, 10, "", canvas.marks());
    }

    private static Canvas track() {
        return new Canvas().box("bar-track", 0, 0, 100, 10, 0);
    }
}
