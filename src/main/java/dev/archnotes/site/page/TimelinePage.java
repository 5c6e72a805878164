package dev.archnotes.site.page;

import dev.archnotes.site.drawing.history.TimelineChart;
import java.util.List;
import java.util.Optional;

/**
 * The history, drawn and told.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param chart the events of the main line, drawn; empty where the timeline names none
 * @param eras the eras with their events
 * @param tree which model took which mechanism from whom; empty where the timeline names no mechanisms
 * @param remarks what else is to say about a mechanism
 */
public record TimelinePage(
        Head head,
        Listing listing,
        Optional<TimelineChart> chart,
        List<Era> eras,
        Optional<FamilyTreeView> tree,
        List<Remark> remarks)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS).and(Needs.of(Needs.Style.OVERVIEW)).and(Needs.of(Needs.Face.BOLD));
    }

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
    public record Event(
            String date,
            String printed,
            String title,
            boolean main,
            String text,
            List<Link> links,
            Optional<Link> source) {}

    /**
     * A remark on a mechanism.
     *
     * @param mechanism the mechanism, linked to its concept
     * @param text the remark
     */
    public record Remark(Link mechanism, String text) {}
}
