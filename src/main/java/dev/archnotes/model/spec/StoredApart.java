package dev.archnotes.model.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor that a checkpoint stores in another format than most of its matrices, in all layers of a kind or in some.
 *
 * @param storage the format
 * @param section the section of the ledger that it stands in
 * @param tensor the tensor's name in its layer
 * @param layers the layers, counted from the bottom and from 0, or the only place there is; in ascending order
 */
public record StoredApart(Storage storage, String section, String tensor, List<Long> layers) {
    /** Begins the sections of the ledger with layers of the decoder; the names of their parts follow. */
    public static final String LAYERS = "layers: ";
    /** Begins that with the layer of a prediction module. */
    public static final String PREDICTION = "prediction module: ";
    /** The section of the output table. */
    public static final String HEAD = "output head";

    private static final char BETWEEN = '!';
    private static final char BEHIND = '*';

    public StoredApart {
        layers = List.copyOf(layers);
    }

    /** How several are written in one word: {@code nvfp4!0-3.7!layers: full, moe!experts.up_proj.weight*…}. */
    public static String written(List<StoredApart> all) {
        StringBuilder text = new StringBuilder();
        for (StoredApart one : all) {
            text.append(one.storage.word()).append(BETWEEN);
            for (int i = 0; i < one.layers.size(); i++) {
                long first = one.layers.get(i);
                long last = first;
                while (i + 1 < one.layers.size() && one.layers.get(i + 1) == last + 1) {
                    last++;
                    i++;
                }
                text.append(first).append('-').append(last).append('.');
            }
            text.append(BETWEEN)
                    .append(one.section)
                    .append(BETWEEN)
                    .append(one.tensor)
                    .append(BEHIND);
        }
        return text.toString();
    }

    /**
     * Those that were written in one word.
     *
     * @throws IllegalArgumentException where the word is none of that kind
     */
    public static List<StoredApart> read(String text) {
        List<StoredApart> all = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int storage = end(text, BETWEEN, at);
            int layers = end(text, BETWEEN, storage + 1);
            int section = end(text, BETWEEN, layers + 1);
            int tensor = end(text, BEHIND, section + 1);
            all.add(new StoredApart(
                    Storage.ofWord(text.substring(at, storage)).orElseThrow(StoredApart::broken),
                    text.substring(layers + 1, section),
                    text.substring(section + 1, tensor),
                    numbers(text.substring(storage + 1, layers))));
            at = tensor + 1;
        }
        return all;
    }

    private static int end(String text, char of, int from) {
        int end = text.indexOf(of, from);
        if (end < 0) {
            throw broken();
        }
        return end;
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("no tensors stored apart");
    }

    private static List<Long> numbers(String ranges) {
        List<Long> numbers = new ArrayList<>();
        int at = 0;
        while (at < ranges.length()) {
            int middle = end(ranges, '-', at);
            int behind = end(ranges, '.', middle + 1);
            long first = Long.parseLong(ranges.substring(at, middle));
            long last = Long.parseLong(ranges.substring(middle + 1, behind));
            if (last >= Architecture.MOST_LAYERS) {
                throw broken();
            }
            for (long layer = first; layer <= last; layer++) {
                numbers.add(layer);
            }
            at = behind + 1;
        }
        return numbers;
    }
}
