package dev.archnotes.model.operation;

/** The size that RMSNorm divides by: arXiv:1910.07467, equation 4. */
public final class RootMeanSquare {
    private RootMeanSquare() {}

    /** The root of the mean of the squares. */
    public static double of(double... vector) {
        double sum = 0;
        for (double number : vector) {
            sum += number * number;
        }
        return Math.sqrt(sum / vector.length);
    }

    /** A vector divided by its root mean square, with gains of one and nothing added below the root. */
    public static double[] normalized(double... vector) {
        double size = of(vector);
        double[] normalized = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            normalized[i] = vector[i] / size;
        }
        return normalized;
    }
}
