package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.operation.StreamGrowth.Placement;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StreamGrowthTest {
    private static final int WIDTH = 20_000;

    @Test
    void sizesByHand() {
        assertThat(new StreamGrowth(Placement.AFTER_ADDITION, 3).size(50)).isEqualTo(1);
        // 1 + 8 · 1² = 9 and 1 + 3 · 4² = 49
        assertThat(new StreamGrowth(Placement.BEFORE, 1).size(8)).isEqualTo(3);
        assertThat(new StreamGrowth(Placement.BEFORE, 4).size(3)).isEqualTo(7);
        assertThat(new StreamGrowth(Placement.BEHIND, 4).size(8)).isEqualTo(3);
        assertThat(new StreamGrowth(Placement.BOTH, 4).size(15)).isEqualTo(4);
    }

    @Test
    void whatASublayerReadsAndAdds() {
        assertThat(new StreamGrowth(Placement.BEHIND, 4).read(8)).isEqualTo(3);
        assertThat(new StreamGrowth(Placement.BOTH, 4).read(8)).isEqualTo(1);
        assertThat(new StreamGrowth(Placement.AFTER_ADDITION, 1).newest(8)).isEqualTo(0.5);
        assertThat(new StreamGrowth(Placement.BEFORE, 2).newest(6)).isEqualTo(4.0 / 25);
        assertThat(new StreamGrowth(Placement.BOTH, 2).newest(3)).isEqualTo(0.25);
    }

    @Test
    void randomVectorsGrowAsTheModelSays() {
        for (Placement placement : Placement.values()) {
            Random random = new Random(7);
            double[] stream = normalized(noise(random, 1));
            for (int i = 0; i < 12; i++) {
                boolean before = placement == Placement.BEFORE || placement == Placement.BOTH;
                boolean behind = placement == Placement.BEHIND || placement == Placement.BOTH;
                double[] added = noise(random, 2 * (before ? 1 : size(stream)));
                added = behind ? normalized(added) : added;
                for (int j = 0; j < WIDTH; j++) {
                    stream[j] += added[j];
                }
                stream = placement == Placement.AFTER_ADDITION ? normalized(stream) : stream;
            }
            assertThat(size(stream))
                    .as(placement.name())
                    .isCloseTo(new StreamGrowth(placement, 2).size(12), Percentage.withPercentage(2));
        }
    }

    private static double[] noise(Random random, double size) {
        double[] noise = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            noise[i] = size * random.nextGaussian();
        }
        return noise;
    }

    private static double[] normalized(double[] vector) {
        double size = size(vector);
        double[] normalized = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            normalized[i] = vector[i] / size;
        }
        return normalized;
    }

    private static double size(double[] vector) {
        double sum = 0;
        for (double number : vector) {
            sum += number * number;
        }
        return Math.sqrt(sum / WIDTH);
    }
}
