package dev.archnotes.drawing;

/** Writes SVG path data. */
final class PathData {
    private final StringBuilder data = new StringBuilder();

    PathData move(double x, double y) {
        return step('M', x, y);
    }

    PathData line(double x, double y) {
        return step('L', x, y);
    }

    PathData horizontal(double x) {
        data.append('H').append(Coordinates.print(x));
        return this;
    }

    PathData vertical(double y) {
        data.append('V').append(Coordinates.print(y));
        return this;
    }

    /** A rounded corner through ({@code cornerX}, {@code cornerY}) to a point. */
    PathData corner(double cornerX, double cornerY, double x, double y) {
        data.append('Q').append(Coordinates.print(cornerX)).append(' ').append(Coordinates.print(cornerY)).append(' ')
                .append(Coordinates.print(x)).append(' ').append(Coordinates.print(y));
        return this;
    }

    PathData close() {
        data.append('z');
        return this;
    }

    /** A closed rectangle. */
    PathData rectangle(double x, double y, double width, double height) {
        move(x, y);
        data.append('h').append(Coordinates.print(width)).append('v').append(Coordinates.print(height))
                .append('h').append(Coordinates.print(-width)).append('z');
        return this;
    }

    private PathData step(char command, double x, double y) {
        data.append(command).append(Coordinates.print(x)).append(' ').append(Coordinates.print(y));
        return this;
    }

    boolean isEmpty() {
        return data.length() == 0;
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
