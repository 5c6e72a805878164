package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One property of every layer, bottom layer first.
 *
 * @param cells its value in each layer
 */
record LayerRow<C extends LayerCell>(List<C> cells) {
    LayerRow {
        cells = List.copyOf(cells);
    }

    static LayerRow<LayerCell.Sight> attention(Architecture architecture) {
        boolean windows = AttentionMix.of(architecture).hasWindows();
        return of(architecture, run -> new LayerCell.Sight(run.attention().reach(), windows));
    }

    static LayerRow<LayerCell.Network> feedForward(Architecture architecture) {
        return of(architecture, run -> LayerCell.Network.of(run.feedForward()));
    }

    static LayerRow<LayerCell.Order> positions(Architecture architecture) {
        return of(architecture, run -> LayerCell.Order.of(run.attention()));
    }

    private static <C extends LayerCell> LayerRow<C> of(Architecture architecture, Function<LayerBlock, C> cell) {
        List<C> cells = new ArrayList<>();
        for (LayerBlock run : architecture.sequence()) {
            cells.addAll(Collections.nCopies(Math.toIntExact(run.count()), cell.apply(run)));
        }
        return new LayerRow<>(cells);
    }

    /** Layers by value, in the order of first appearance. */
    Map<C, Long> counts() {
        Map<C, Long> counts = new LinkedHashMap<>();
        for (C cell : cells) {
            counts.merge(cell, 1L, Long::sum);
        }
        return counts;
    }

    /** Whether a word returns after another: then the counts alone do not tell the order. */
    boolean alternates() {
        return stretches().size() > counts().size();
    }

    private record Stretch(int length, String word) {}

    /** {@code 5 sliding : 1 global, ×10, then 2 sliding}; or {@code 3 full, then 1 cross : 4 full, ×7, then …}. */
    String pattern() {
        List<Stretch> all = stretches();
        List<Stretch> behind = all.subList(1, all.size());
        return repeated(all)
                .or(() -> repeated(behind).map(rest -> say(all.subList(0, 1), "") + ", then " + rest))
                .orElseGet(() -> say(all, ", then "));
    }

    private static Optional<String> repeated(List<Stretch> stretches) {
        for (int period = 2; period * 2 <= stretches.size(); period++) {
            int repeats = 1;
            while ((repeats + 1) * period <= stretches.size()
                    && stretches
                            .subList(repeats * period, (repeats + 1) * period)
                            .equals(stretches.subList(0, period))) {
                repeats++;
            }
            if (repeats > 1 && stretches.size() - repeats * period <= period) {
                String rest = say(stretches.subList(repeats * period, stretches.size()), ", then ");
                return Optional.of(say(stretches.subList(0, period), " : ") + ", ×" + repeats
                        + (rest.isEmpty() ? "" : ", then " + rest));
            }
        }
        return Optional.empty();
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (C cell : cells) {
            String word = cell.word();
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).word().equals(word)) {
                stretches.set(last, new Stretch(stretches.get(last).length() + 1, word));
            } else {
                stretches.add(new Stretch(1, word));
            }
        }
        return stretches;
    }

    private static String say(List<Stretch> stretches, String between) {
        StringBuilder text = new StringBuilder();
        for (Stretch stretch : stretches) {
            text.append(text.length() == 0 ? "" : between)
                    .append(stretch.length())
                    .append(' ')
                    .append(stretch.word());
        }
        return text.toString();
    }
}
