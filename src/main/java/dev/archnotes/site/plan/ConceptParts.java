package dev.archnotes.site.plan;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.drawing.PartColor;
import java.util.Optional;

/** The part color of each concept. */
final class ConceptParts {
    private ConceptParts() {}

    /** The color of a concept; none where it concerns the whole model, as what is kept and what fits into memory. */
    static Optional<PartColor> color(Note concept) {
        return concept.part().flatMap(ConceptParts::color);
    }

    private static Optional<PartColor> color(ExplainedPart part) {
        switch (part) {
            case HEADS, SHARED_HEADS, LATENT, WINDOW, STATE:
                return Optional.of(PartColor.ATTENTION);
            case FEED_FORWARD:
                return Optional.of(PartColor.FEED_FORWARD);
            case NORMALIZATION:
                return Optional.of(PartColor.NORMALIZATION);
            case POSITIONS:
                return Optional.of(PartColor.POSITIONS);
            default:
                return Optional.empty();
        }
    }
}
