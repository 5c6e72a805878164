package dev.archnotes.site.files.card;

import java.util.Arrays;

/**
 * A picture of at most 256 colors. Shapes are filled with smooth edges: the exact share of each pixel that a shape
 * covers, in tenths, mixes its color with what is there.
 */
final class Bitmap {
    private static final int LEVELS = 10;
    private static final int MOST_COLORS = 256;

    private final int width;
    private final int height;
    private final byte[] pixels;
    private final int[] palette = new int[MOST_COLORS];
    private final int[] mixed = new int[Ink.values().length * MOST_COLORS * (LEVELS + 1)];
    /** Changes of coverage from each pixel to its right neighbor, all zero between shapes. */
    private final float[] changes;

    private final int stride;
    private int colors = 1;
    private int top;
    private int bottom;
    private int left;
    private int right;

    Bitmap(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = width + 2;
        this.pixels = new byte[width * height];
        this.changes = new float[stride * height];
        Arrays.fill(mixed, -1);
        palette[0] = Ink.PAPER.rgb();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The colors in use, as red, green and blue of eight bits each. */
    int[] palette() {
        return Arrays.copyOf(palette, colors);
    }

    /** The color of each pixel, by its place in the palette, row by row. */
    byte[] pixels() {
        return pixels;
    }

    void fill(Shape shape) {
        top = height;
        bottom = 0;
        left = width;
        right = 0;
        Outline.trace(shape, this::edge);
        for (int y = top; y < bottom; y++) {
            float covered = 0;
            for (int x = left; x <= Math.min(right + 1, width + 1); x++) {
                int cell = y * stride + x;
                covered += changes[cell];
                changes[cell] = 0;
                int level = Math.round(Math.min(1, Math.abs(covered)) * LEVELS);
                if (level > 0 && x < width) {
                    int pixel = y * width + x;
                    pixels[pixel] = (byte) mix(pixels[pixel] & 0xff, shape.ink(), level);
                }
            }
        }
    }

    /** Adds the area to the right of an edge to every row it crosses, positive downward. */
    private void edge(double fromX, double fromY, double toX, double toY) {
        boolean down = fromY < toY;
        double y0 = Math.max(0, down ? fromY : toY);
        double y1 = Math.min(height, down ? toY : fromY);
        if (y0 >= y1) {
            return;
        }
        double slope = (toX - fromX) / (toY - fromY);
        top = Math.min(top, (int) y0);
        bottom = Math.max(bottom, (int) Math.ceil(y1));
        for (int y = (int) y0; y < y1; y++) {
            double upper = Math.max(y, y0);
            double lower = Math.min(y + 1, y1);
            double a = clamp(fromX + (upper - fromY) * slope);
            double b = clamp(fromX + (lower - fromY) * slope);
            cross(y * stride, Math.min(a, b), Math.max(a, b), (down ? 1 : -1) * (lower - upper));
        }
    }

    private double clamp(double x) {
        return Math.max(0, Math.min(width, x));
    }

    /**
     * An edge within a row: it covers a growing share of the pixels from {@code x0} to {@code x1}, and all of those
     * after.
     */
    private void cross(int row, double x0, double x1, double height) {
        int first = (int) x0;
        int last = Math.max(first + 1, (int) Math.ceil(x1));
        left = Math.min(left, first);
        right = Math.max(right, last);
        double before = 0;
        for (int x = first; x < last; x++) {
            double reached =
                    last == first + 1 ? x + 1 - (x0 + x1) / 2 : areaLeftOf(x + 1, x0, x1) - areaLeftOf(x, x0, x1);
            changes[row + x] += (float) (height * (reached - before));
            before = reached;
        }
        changes[row + last] += (float) (height * (1 - before));
    }

    /** The area between a line that rises from 0 at {@code x0} to 1 at {@code x1} and the axis, up to {@code x}. */
    private static double areaLeftOf(double x, double x0, double x1) {
        if (x <= x0) {
            return 0;
        }
        return x < x1 ? (x - x0) * (x - x0) / (2 * (x1 - x0)) : (x1 - x0) / 2 + x - x1;
    }

    private int mix(int ground, Ink ink, int level) {
        int place = (ink.ordinal() * MOST_COLORS + ground) * (LEVELS + 1) + level;
        if (mixed[place] < 0) {
            mixed[place] = color(blend(palette[ground], ink.rgb(), level));
        }
        return mixed[place];
    }

    private static int blend(int ground, int ink, int level) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ground >> shift & 0xff;
            int to = ink >> shift & 0xff;
            rgb |= (from * (LEVELS - level) + to * level + LEVELS / 2) / LEVELS << shift;
        }
        return rgb;
    }

    /** The place of a color; the nearest there is when the palette is full. */
    private int color(int rgb) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors; i++) {
            int distance = distance(palette[i], rgb);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (least == 0 || colors == MOST_COLORS) {
            return nearest;
        }
        palette[colors] = rgb;
        return colors++;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int difference = (a >> shift & 0xff) - (b >> shift & 0xff);
            sum += difference * difference;
        }
        return sum;
    }
}
