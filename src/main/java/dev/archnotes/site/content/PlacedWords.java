package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;
import java.util.Map;

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
}
