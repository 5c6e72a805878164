package dev.archnotes.model.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * The state of one head of linear attention with values of width one: a row of numbers that answers a key with their
 * dot product. Writes follow the additive rule (arXiv:2006.16236, section 3.4), the delta rule (arXiv:2102.11174,
 * section 4.2) and the gated delta rule (arXiv:2412.06464, section 3.1), the last two with a correction of full size.
 *
 * @param cells the state, as many numbers as a key has
 */
public record AssociativeState(List<Double> cells) {
    public AssociativeState {
        cells = List.copyOf(cells);
    }

    /** A state in which nothing is stored. */
    public static AssociativeState empty(int width) {
        List<Double> cells = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            cells.add(0.0);
        }
        return new AssociativeState(cells);
    }

    /** What it answers when it is asked for a key. */
    public double answer(List<Double> key) {
        double answer = 0;
        for (int i = 0; i < cells.size(); i++) {
            answer += cells.get(i) * key.get(i);
        }
        return answer;
    }

    /** The state with every cell multiplied. */
    public AssociativeState faded(double decay) {
        List<Double> after = new ArrayList<>();
        for (double cell : cells) {
            after.add(cell * decay);
        }
        return new AssociativeState(after);
    }

    /** The state with an amount added along a key: a value, or what is missing of it. */
    public AssociativeState plus(double amount, List<Double> key) {
        List<Double> after = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            after.add(cells.get(i) + amount * key.get(i));
        }
        return new AssociativeState(after);
    }
}
