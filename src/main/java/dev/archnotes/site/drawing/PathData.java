package dev.archnotes.site.drawing;

/**
 * Writes SVG path data. All steps but the first are relative: equal shapes in a row are then equal text, which a
 * compressed page holds once. Distances are taken between printed places, so that rounding does not add up.
 */
public final class PathData {
    private final StringBuilder data = new StringBuilder();
    private long x;
    private long y;
    private long startX;
    private long startY;

    public PathData move(double x, double y) {
        data.append(isEmpty() ? 'M' : 'm');
        go(x, y);
        startX = this.x;
        startY = this.y;
        return this;
    }

    public PathData line(double x, double y) {
        data.append('l');
        go(x, y);
        return this;
    }

    public PathData horizontal(double x) {
        data.append('h');
        number(Coordinates.hundredths(x) - this.x);
        this.x = Coordinates.hundredths(x);
        return this;
    }

    public PathData vertical(double y) {
        data.append('v');
        number(Coordinates.hundredths(y) - this.y);
        this.y = Coordinates.hundredths(y);
        return this;
    }

    /** A rounded corner through ({@code cornerX}, {@code cornerY}) to a point. */
    public PathData corner(double cornerX, double cornerY, double x, double y) {
        data.append('q');
        number(Coordinates.hundredths(cornerX) - this.x);
        number(Coordinates.hundredths(cornerY) - this.y);
        go(x, y);
        return this;
    }

    public PathData close() {
        data.append('z');
        x = startX;
        y = startY;
        return this;
    }

    /** A closed rectangle. */
    public PathData rectangle(double x, double y, double width, double height) {
        move(x, y);
        data.append('h');
        number(Coordinates.hundredths(width));
        data.append('v');
        number(Coordinates.hundredths(height));
        data.append('h');
        number(-Coordinates.hundredths(width));
        return close();
    }

    private void go(double x, double y) {
        long toX = Coordinates.hundredths(x);
        long toY = Coordinates.hundredths(y);
        number(toX - this.x);
        number(toY - this.y);
        this.x = toX;
        this.y = toY;
    }

    /**
     * A number as path data may hold it: no zero before the point, a space only where the sign does not part it from
     * the last.
     */
    private void number(long hundredths) {
        char last = data.charAt(data.length() - 1);
        if (hundredths < 0) {
            data.append('-');
        } else if (last != 'M' && last < 'a') {
            data.append(' ');
        }
        long size = Math.abs(hundredths);
        if (size == 0 || size >= 100) {
            data.append(size / 100);
        }
        Coordinates.printDecimals(size % 100, data);
    }

    boolean isEmpty() {
        return data.length() == 0;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
