package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a mechanism changes, said once for all pages that compare models.
 *
 * @param id the mechanism's id: {@code sliding-window}
 * @param name its name as a heading or link
 * @param concept the slug of the concept note that treats it
 * @param anchor the heading of that note; empty for its beginning
 * @param changes one sentence: what gets smaller, larger or possible
 * @param against the sentence to use where the other model has another mechanism in its place, by that one's id
 * @param place where the id stands
 * @param conceptPlace where the concept is named
 */
public record Explanation(
        String id,
        String name,
        String concept,
        String anchor,
        String changes,
        Map<String, String> against,
        Location place,
        Location conceptPlace) {
    public Explanation {
        against = Collections.unmodifiableMap(new TreeMap<>(against));
    }

    /** The sentence for a comparison with a model that has {@code other} instead, if there is one of its own. */
    public Optional<String> against(String other) {
        return Optional.ofNullable(against.get(other));
    }
}
