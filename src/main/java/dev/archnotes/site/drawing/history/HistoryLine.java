package dev.archnotes.site.drawing.history;

import dev.archnotes.model.number.Dates;
import dev.archnotes.site.drawing.PartColor;
import java.util.List;
import java.util.Optional;

/**
 * The line of a mechanism in a family tree, from its introduction on.
 *
 * @param id its id
 * @param name its name, short
 * @param part the part of a model that it concerns
 * @param href where it leads, or empty
 * @param steps its introduction, and after it the models that took it up or gave it up, each in order of time
 * @param descents the older mechanisms that it was made from
 */
public record HistoryLine(String id, String name, PartColor part, String href, List<Step> steps, List<Tie> descents) {
    public HistoryLine {
        steps = List.copyOf(steps);
        descents = List.copyOf(descents);
    }

    /** What happens in a step. */
    public enum Kind {
        INTRODUCED,
        ADOPTED,
        DROPPED
    }

    /**
     * A step.
     *
     * @param kind what happens
     * @param date {@code 2024-12-26} or {@code 2024-12}
     * @param by who
     * @param href the page of who takes it, or empty
     * @param described whether it is one of the models that the site describes
     * @param certainty how it is known
     * @param tooltip all of it in words
     * @param origin the earlier step that it follows, by who took that
     */
    public record Step(
            Kind kind,
            String date,
            String by,
            String href,
            boolean described,
            Certainty certainty,
            String tooltip,
            Optional<Tie> origin) {}

    /**
     * What something comes from.
     *
     * @param from the name of who took the earlier step, or the id of the older mechanism
     * @param certainty how it is known
     * @param tooltip all of it in words
     */
    public record Tie(String from, Certainty certainty, String tooltip) {}

    Step introduction() {
        return steps.get(0);
    }

    /**
     * The last step after which nobody uses it any more: models gave it up, and for more than a year before none took
     * it up.
     */
    Optional<Step> end() {
        Optional<Step> dropped = last(Kind.DROPPED);
        Optional<Step> adopted = last(Kind.ADOPTED);
        boolean ended = dropped.isPresent()
                && adopted.isPresent()
                && Dates.year(dropped.get().date()) > Dates.year(adopted.get().date()) + 1;
        return ended ? dropped : Optional.empty();
    }

    private Optional<Step> last(Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).reduce((before, after) -> after);
    }
}
