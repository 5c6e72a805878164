package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Words of an author, with the place of each.
 *
 * @param list the words in order
 * @param places where each of them stands
 */
public record PlacedWords(List<String> list, Map<String, Location> places) {
    /** No words. */
    public static final PlacedWords NONE = new PlacedWords(List.of(), Map.of());

    public PlacedWords {
        list = List.copyOf(list);
        places = Map.copyOf(places);
    }

    /** Where one of the words stands. */
    public Location place(String word) {
        return Objects.requireNonNull(places.get(word), word);
    }
}
