package dev.archnotes.site.plan;

import dev.archnotes.site.drawing.PartColor;
import java.util.Optional;

/** The part color of each concept. */
final class ConceptParts {
    private ConceptParts() {}

    static Optional<PartColor> color(String slug) {
        if (slug.contains("attention")) {
            return Optional.of(PartColor.ATTENTION);
        }
        switch (slug) {
            case "mixture-of-experts":
                return Optional.of(PartColor.FEED_FORWARD);
            case "normalization":
                return Optional.of(PartColor.NORMALIZATION);
            case "positional-embeddings":
                return Optional.of(PartColor.POSITIONS);
            default:
                return Optional.empty();
        }
    }
}
