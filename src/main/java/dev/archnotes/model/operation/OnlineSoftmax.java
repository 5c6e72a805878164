package dev.archnotes.model.operation;

import java.util.List;

/**
 * What one query keeps while scores arrive in tiles (arXiv:1805.02867, section 3; with the weighted sum of values
 * arXiv:2205.14135, section 3.1), here with powers of two, as kernels compute it.
 *
 * @param largest the largest score so far
 * @param sum the sum of two to the power of each score less the largest
 * @param weighted the same sum with each power times its value
 */
public record OnlineSoftmax(double largest, double sum, double weighted) {
    /** Before the first tile; the largest score stands for minus infinity. */
    public static OnlineSoftmax beginning() {
        return new OnlineSoftmax(-1000, 0, 0);
    }

    /** The same sums under a largest score that may have grown. */
    public OnlineSoftmax rescaled(double largestNow) {
        double factor = Math.pow(2, largest - largestNow);
        return new OnlineSoftmax(largestNow, sum * factor, weighted * factor);
    }

    /** The largest score when a tile has been seen. */
    public double largestWith(List<Double> scores) {
        double most = largest;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        return most;
    }

    /** The sums after a tile of scores and their values. */
    public OnlineSoftmax after(List<Double> scores, List<Double> values) {
        OnlineSoftmax base = rescaled(largestWith(scores));
        double newSum = base.sum;
        double newWeighted = base.weighted;
        for (int i = 0; i < scores.size(); i++) {
            double power = Math.pow(2, scores.get(i) - base.largest);
            newSum += power;
            newWeighted += power * values.get(i);
        }
        return new OnlineSoftmax(base.largest, newSum, newWeighted);
    }

    /** The weighted mean of all values so far. */
    public double output() {
        return weighted / sum;
    }
}
