package dev.archnotes.site.drawing.strip;

import dev.archnotes.model.ledger.AttentionMix;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PositionEncoding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One property of every layer, bottom layer first.
 *
 * @param words the word for each layer's value: {@code sliding}, {@code global}, …
 */
record LayerRow(List<String> words) {
    LayerRow {
        words = List.copyOf(words);
    }

    static LayerRow attention(Architecture model) {
        boolean windows = AttentionMix.of(model).hasWindows();
        List<String> words = new ArrayList<>();
        for (LayerBlock run : model.sequence()) {
            addTimes(words, run.count(), run.attention().reach().word(windows));
        }
        return new LayerRow(words);
    }

    static LayerRow feedForward(Architecture model) {
        List<String> words = new ArrayList<>();
        for (LayerBlock run : model.sequence()) {
            addTimes(words, run.count(), run.feedForward().sparse().isPresent() ? "with experts" : "dense");
        }
        return new LayerRow(words);
    }

    static LayerRow positions(Architecture model) {
        List<String> words = new ArrayList<>();
        for (LayerBlock run : model.sequence()) {
            PositionEncoding positions = run.attention().positions();
            boolean state = run.attention().isRecurrent();
            addTimes(words, run.count(), state ? "order by state" : positions.label());
        }
        return new LayerRow(words);
    }

    private static void addTimes(List<String> words, long count, String word) {
        for (long i = 0; i < count; i++) {
            words.add(word);
        }
    }

    /** Layers by word, in the order of first appearance. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String word : words) {
            counts.merge(word, 1L, Long::sum);
        }
        return counts;
    }

    /** Whether a word returns after another: then the counts alone do not tell the order. */
    boolean alternates() {
        return stretches().size() > counts().size();
    }

    private record Stretch(int length, String word) {}

    /** {@code 5 sliding : 1 global, ×10, then 2 sliding}. */
    String pattern() {
        List<Stretch> stretches = stretches();
        for (int period = 2; period * 2 <= stretches.size(); period++) {
            int repeats = 1;
            while ((repeats + 1) * period <= stretches.size()
                    && stretches
                            .subList(repeats * period, (repeats + 1) * period)
                            .equals(stretches.subList(0, period))) {
                repeats++;
            }
            if (repeats > 1 && stretches.size() - repeats * period < period) {
                String rest = say(stretches.subList(repeats * period, stretches.size()), ", then ");
                return say(stretches.subList(0, period), " : ") + ", ×" + repeats
                        + (rest.isEmpty() ? "" : ", then " + rest);
            }
        }
        return say(stretches, ", then ");
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (String word : words) {
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
