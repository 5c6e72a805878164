package dev.archnotes.site.drawing;

/**
 * A logarithmic axis.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}
 */
public record LogScale(double low, double high, double from, double to) {
    public LogScale {
        if (!(low > 0) || !(high > low)) {
            // printed so because a browser's script would carry a table of powers of ten to print a plain double
            throw new IllegalArgumentException(
                    "a logarithmic scale from " + Coordinates.print(low) + " to " + Coordinates.print(high));
        }
    }

    /** The place of a value; values outside stand at the nearer end. */
    public double at(double value) {
        double inside = Math.max(low, Math.min(high, value));
        return from + (to - from) * (Math.log(inside) - Math.log(low)) / (Math.log(high) - Math.log(low));
    }
}
