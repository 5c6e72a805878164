package dev.archnotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a site, each complaint once with the first place and how many more there are. */
public final class Faults {
    private final Map<String, List<String>> places = new TreeMap<>();

    /** Notes a complaint about a place. */
    public void add(String place, String complaint) {
        places.computeIfAbsent(complaint, first -> new ArrayList<>()).add(place);
    }

    /** One line a complaint. */
    public List<String> all() {
        return places.entrySet().stream()
                .map(entry -> entry.getValue().get(0) + ": " + entry.getKey()
                        + (entry.getValue().size() == 1
                                ? ""
                                : " (and in " + (entry.getValue().size() - 1) + " more places)"))
                .toList();
    }
}
