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
     * and none is left alone that could have a counterpart.
     */
    static List<LayerMatch> of(List<LayerBlock> first, List<LayerBlock> second) {
        return best(first, second, 0, 0);
    }

    /** Models have a handful of kinds, so that trying everything is cheap. */
    private static List<LayerMatch> best(List<LayerBlock> first, List<LayerBlock> second, int i, int j) {
        List<List<LayerMatch>> choices = new ArrayList<>();
        if (i < first.size() && j < second.size()) {
            choices.add(then(new LayerMatch(i, j), best(first, second, i + 1, j + 1)));
        }
        if (i < first.size()) {
            choices.add(then(new LayerMatch(i, NONE), best(first, second, i + 1, j)));
        }
        if (j < second.size()) {
            choices.add(then(new LayerMatch(NONE, j), best(first, second, i, j + 1)));
        }
        List<LayerMatch> best = List.of();
        int most = -1;
        for (List<LayerMatch> choice : choices) {
            int likeness = 0;
            for (LayerMatch match : choice) {
                likeness += match.isPair() ? likeness(first.get(match.first()), second.get(match.second())) : 0;
            }
            if (likeness > most) {
                most = likeness;
                best = choice;
            }
        }
        return best;
    }

    private static List<LayerMatch> then(LayerMatch match, List<LayerMatch> rest) {
        List<LayerMatch> all = new ArrayList<>(List.of(match));
        all.addAll(rest);
        return all;
    }

    boolean isPair() {
        return first != NONE && second != NONE;
    }

    /** Dense or sparse decides first; what two kinds share beyond that, only between equals. */
    private static int likeness(LayerBlock one, LayerBlock other) {
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
