package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.spec.LayerBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of layer and its counterpart in another model.
 *
 * @param first its place among the kinds of the first model, or {@link #NONE}
 * @param second its place among the kinds of the second, or {@link #NONE}
 */
record LayerMatch(int first, int second) {
    static final int NONE = -1;

    /**
     * The kinds of two models side by side, bottom first. Both keep their order; kinds that have most in common meet,
     * and none is left alone that could have a counterpart. Of equally good alignments the one is taken that pairs
     * earlier, then the one that leaves a kind of the first model alone earlier.
     */
    static List<LayerMatch> of(List<LayerBlock> first, List<LayerBlock> second) {
        int[][] likeness = likenesses(first, second);
        int[][] best = bestOfRests(likeness, first.size(), second.size());
        List<LayerMatch> matches = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            boolean bothLeft = i < first.size() && j < second.size();
            if (bothLeft && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                matches.add(new LayerMatch(i++, j++));
            } else if (j == second.size() || i < first.size() && best[i][j] == best[i + 1][j]) {
                matches.add(new LayerMatch(i++, NONE));
            } else {
                matches.add(new LayerMatch(NONE, j++));
            }
        }
        return List.copyOf(matches);
    }

    private static int[][] likenesses(List<LayerBlock> first, List<LayerBlock> second) {
        int[][] likeness = new int[first.size()][second.size()];
        for (int i = 0; i < first.size(); i++) {
            for (int j = 0; j < second.size(); j++) {
                likeness[i][j] = likeness(first.get(i), second.get(j));
            }
        }
        return likeness;
    }

    /** For each pair of places the greatest sum of likeness that the kinds from there on can reach. */
    private static int[][] bestOfRests(int[][] likeness, int first, int second) {
        int[][] best = new int[first + 1][second + 1];
        for (int i = first - 1; i >= 0; i--) {
            for (int j = second - 1; j >= 0; j--) {
                int alone = Math.max(best[i + 1][j], best[i][j + 1]);
                best[i][j] = Math.max(likeness[i][j] + best[i + 1][j + 1], alone);
            }
        }
        return best;
    }

    boolean isPair() {
        return first != NONE && second != NONE;
    }

    /** Dense or sparse decides first; what two kinds share beyond that, only between equals. */
    static int likeness(LayerBlock one, LayerBlock other) {
        int likeness = 100;
        likeness += one.feedForward().kind().equals(other.feedForward().kind()) ? 8 : 0;
        likeness += one.attention().kind().equals(other.attention().kind()) ? 4 : 0;
        likeness += one.attention().growsWithContext() == other.attention().growsWithContext() ? 2 : 0;
        likeness += one.attention()
                        .positions()
                        .label()
                        .equals(other.attention().positions().label())
                ? 1
                : 0;
        return likeness;
    }
}
