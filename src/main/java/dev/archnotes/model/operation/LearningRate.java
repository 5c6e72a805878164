package dev.archnotes.model.operation;

/**
 * How the rate of learning rises and falls over a run: linearly up to the peak, then by a schedule.
 *
 * @param schedule what happens after the warm-up
 * @param peak the highest rate
 * @param floor the rate at the last step
 * @param warm the step at which the peak is reached
 * @param stable the step from which {@link Schedule#STABLE} falls
 * @param last the last step
 */
public record LearningRate(Schedule schedule, double peak, double floor, int warm, int stable, int last) {
    /** What happens after the warm-up. */
    public enum Schedule {
        /** Half a wave of the cosine: arXiv:1608.03983, equation 5. */
        COSINE,
        /** The peak is held, then falls in a straight line: arXiv:2404.06395, section 4. */
        STABLE
    }

    /** The rate at a step. */
    public double at(double step) {
        if (step < warm) {
            return peak * step / warm;
        }
        if (schedule == Schedule.COSINE) {
            return floor + (peak - floor) * (1 + Math.cos(Math.PI * (step - warm) / (last - warm))) / 2;
        }
        return step < stable ? peak : peak - (peak - floor) * (step - stable) / (last - stable);
    }
}
