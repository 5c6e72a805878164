package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a checked fact points at: one fact, or two of which the first is divided by the second.
 *
 * @param parts one part or two
 */
record FactTarget(List<Part> parts) {

    /**
     * A fact of a variant: {@code deepseek-v3-671b/kv_cache.bytes_per_token}.
     *
     * @param model the variant's id
     * @param path the fact's path
     * @param modelPlace where the id is written
     * @param pathPlace where the path is written
     */
    record Part(String model, String path, Location modelPlace, Location pathPlace) {}

    /** Parses {@code A/path} or {@code A/path:B/path}; empty where it is neither. */
    static Optional<FactTarget> parse(String target, Location place) {
        List<Part> parts = new ArrayList<>();
        int start = 0;
        for (String text : target.split(":", -1)) {
            int slash = text.indexOf('/');
            if (slash <= 0 || slash == text.length() - 1 || parts.size() == 2) {
                return Optional.empty();
            }
            Location modelPlace = place.right(start);
            parts.add(new Part(
                    text.substring(0, slash), text.substring(slash + 1), modelPlace, modelPlace.right(slash + 1)));
            start += text.length() + 1;
        }
        return Optional.of(new FactTarget(List.copyOf(parts)));
    }
}
