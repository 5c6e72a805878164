package dev.archnotes.page;

import dev.archnotes.drawing.AdoptionChart;
import dev.archnotes.drawing.TimelineChart;
import java.util.List;
import java.util.Optional;

/**
 * 2017 to 2025, drawn and told.
 *
 * @param head what it says of itself
 * @param chart the events of the main line, drawn
 * @param adoption each mechanism as a line that starts and stops
 * @param eras the eras with their events
 * @param mechanisms when each mechanism was introduced, adopted and dropped
 */
public record TimelinePage(Head head, TimelineChart chart, AdoptionChart adoption, List<Era> eras, List<Mechanism> mechanisms) implements Page {
    /**
     * An era.
     *
     * @param id its id
     * @param years its years
     * @param name its name
     * @param summary what happened
     * @param events its events
     */
    public record Era(String id, String years, String name, String summary, List<Event> events) {}

    /**
     * An event.
     *
     * @param date its date for machines
     * @param printed its date as printed
     * @param title its title
     * @param main whether it belongs to the main line
     * @param text what changed
     * @param links models and concepts
     * @param source its source
     */
    public record Event(String date, String printed, String title, boolean main, String text, List<Link> links, Optional<Link> source) {}

    /**
     * A mechanism's history.
     *
     * @param name its name
     * @param introduced where it comes from
     * @param adopted who took it up
     * @param dropped who gave it up
     * @param note a remark, or empty
     */
    public record Mechanism(String name, Step introduced, List<Step> adopted, List<Step> dropped, String note) {}

    /**
     * A step.
     *
     * @param printed its date as printed
     * @param by who
     * @param href their page or the source, or empty
     */
    public record Step(String printed, String by, String href) {
        public boolean isLink() {
            return !href.isEmpty();
        }
    }
}
