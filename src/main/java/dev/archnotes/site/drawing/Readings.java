package dev.archnotes.site.drawing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places along a picture at which its values can be read off, for the script that shows them.
 *
 * @param places from left to right
 * @param top where the line that marks a place begins
 * @param bottom where it ends
 * @param words what stands at each place; empty where the rows of the chart's table say it, one for each place
 */
public record Readings(List<Double> places, double top, double bottom, List<String> words) {
    /** Of a picture whose marks speak for themselves. */
    static final Readings NONE = new Readings(List.of(), 0, 0, List.of());

    public Readings {
        places = List.copyOf(places);
        words = List.copyOf(words);
        if (!words.isEmpty() && words.size() != places.size()) {
            throw new IllegalArgumentException(words.size() + " words for " + places.size() + " places");
        }
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /** The places as distances, each from the one before: {@code 46.96 52.3 52.3}. */
    public String distances() {
        StringBuilder distances = new StringBuilder();
        long last = 0;
        for (double place : places) {
            long here = Coordinates.hundredths(place);
            distances.append(distances.length() == 0 ? "" : " ").append(Coordinates.print((here - last) / 100.0));
            last = here;
        }
        return distances.toString();
    }

    /** {@code 24 330}. */
    public String extent() {
        return Coordinates.print(top) + " " + Coordinates.print(bottom);
    }

    /** The different words, with a bar between them; null where there are none. */
    public @Nullable String dictionary() {
        return words.isEmpty() ? null : String.join("|", new LinkedHashSet<>(words));
    }

    /** For each place the number of its words in the dictionary, as one digit of base 36; null where there are none. */
    public @Nullable String order() {
        if (words.isEmpty()) {
            return null;
        }
        List<String> different = new ArrayList<>(new LinkedHashSet<>(words));
        StringBuilder order = new StringBuilder();
        for (String word : words) {
            order.append(Character.forDigit(different.indexOf(word), Character.MAX_RADIX));
        }
        return order.toString();
    }
}
