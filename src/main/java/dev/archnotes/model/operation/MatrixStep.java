package dev.archnotes.model.operation;

/**
 * A gradient of the form ((p, q), (q, p)) and the first step that an optimizer makes of it, without rate and sign. Such
 * a matrix has the directions (1, 1) and (1, −1), which it stretches by p + q and p − q.
 *
 * @param same the number on the diagonal, p
 * @param other the number beside it, q
 */
public record MatrixStep(double same, double other) {
    private static final double A = 3.4445;
    private static final double B = -4.7750;
    private static final double C = 2.0315;

    /** How far the direction (1, 1) moves, turned around where it is negative. */
    public double along() {
        return same + other;
    }

    /** How far the direction (1, −1) moves. */
    public double across() {
        return same - other;
    }

    private static MatrixStep ofDirections(double along, double across) {
        return new MatrixStep((along + across) / 2, (along - across) / 2);
    }

    /**
     * Adam's first step: its averages are the gradient and its square, so the sign of each entry is left
     * (arXiv:1412.6980, algorithm 1).
     */
    public MatrixStep adam() {
        return new MatrixStep(Math.signum(same), Math.signum(other));
    }

    /** Muon's step as it is meant: the same directions with strength one each (arXiv:2502.16982, section 2.1). */
    public MatrixStep muon() {
        return ofDirections(Math.signum(along()), Math.signum(across()));
    }

    /** Muon's step as it is computed: rounds of Newton–Schulz from the matrix over its Frobenius norm (same place). */
    public MatrixStep newtonSchulz(int rounds) {
        double norm = Math.sqrt(2 * same * same + 2 * other * other);
        if (norm == 0) {
            return this;
        }
        double along = along() / norm;
        double across = across() / norm;
        for (int i = 0; i < rounds; i++) {
            along = next(along);
            across = next(across);
        }
        return ofDirections(along, across);
    }

    private static double next(double strength) {
        double square = strength * strength;
        return strength * (A + B * square + C * square * square);
    }
}
