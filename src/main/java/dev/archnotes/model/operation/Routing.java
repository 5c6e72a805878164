package dev.archnotes.model.operation;

/**
 * The choice of experts by their scores (arXiv:1701.06538, section 2.1), and a bias that acts on the choice alone
 * (arXiv:2408.15664, section 3).
 *
 * @param scores the score of each expert for each token
 * @param biases what is added to the score of an expert when it is chosen, and only then
 * @param perToken experts that act on one token
 */
public record Routing(int[][] scores, int[] biases, int perToken) {
    /** Whether an expert is among the best of a token; of equals the first. */
    public boolean chooses(int token, int expert) {
        int ahead = 0;
        for (int other = 0; other < biases.length; other++) {
            int lead = key(token, other) - key(token, expert);
            if (lead > 0 || lead == 0 && other < expert) {
                ahead++;
            }
        }
        return ahead < perToken;
    }

    private int key(int token, int expert) {
        return scores[token][expert] + biases[expert];
    }

    /** The tokens that an expert works for. */
    public int load(int expert) {
        int load = 0;
        for (int token = 0; token < scores.length; token++) {
            load += chooses(token, expert) ? 1 : 0;
        }
        return load;
    }

    /** The sum of the scores of a token's experts, by which each of them is divided; biases do not enter. */
    public int denominator(int token) {
        int sum = 0;
        for (int expert = 0; expert < biases.length; expert++) {
            sum += chooses(token, expert) ? scores[token][expert] : 0;
        }
        return sum;
    }

    /** What one step of balancing adds to each expert: 1 below the mean load, −1 above it. */
    public int[] nudges() {
        int[] nudges = new int[biases.length];
        for (int expert = 0; expert < nudges.length; expert++) {
            nudges[expert] = Integer.signum(scores.length * perToken - load(expert) * nudges.length);
        }
        return nudges;
    }

    /** The same scores with another bias. */
    public Routing biased(int[] added) {
        return new Routing(scores, added, perToken);
    }

    /** Without a bias, but with scores that have been moved. */
    public Routing moved(int[] added) {
        int[][] moved = new int[scores.length][added.length];
        for (int token = 0; token < scores.length; token++) {
            for (int expert = 0; expert < added.length; expert++) {
                moved[token][expert] = scores[token][expert] + added[expert];
            }
        }
        return new Routing(moved, new int[added.length], perToken);
    }
}
