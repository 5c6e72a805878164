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
        return Needs.of(Needs.Script.CHARTS)
                .and(Needs.of(Needs.Style.TIMELINE))
                .and(Needs.of(Needs.Style.HISTORY))
                .and(Needs.of(Needs.Face.BOLD))
                .and(Needs.of(Needs.Script.TIMELINE).when(!eras.isEmpty()));
    }

    /**
     * An era.
     *
     * @param id its id
     * @param years its years
     * @param name its name
     * @param summary what happened
     * @param each its years, those without an event left out
     */
    public record Era(String id, String years, String name, String summary, List<Year> each) {}

    /**
     * The events of a year, which are folded.
     *
     * @param year the year
     * @param next the next year, to which a keyboard may go on; empty behind the last
     * @param count how many they are, in words
     * @param names the titles of those of the main line
     * @param events the events
     */
    public record Year(int year, String next, String count, String names, List<Event> events) {
        /** Its anchor. */
        public String id() {
            return anchor(Integer.toString(year));
        }

        /** The anchor of a year. */
        public static String anchor(String year) {
            return "year-" + year;
        }
    }

    /**
     * An event.
     *
     * @param id its anchor
     * @param date its date for machines
     * @param printed its date as printed
     * @param title its title
     * @param main whether it belongs to the main line
     * @param text what changed
     * @param chips models and concepts, those of one part in its color
     * @param source its source
     */
    public record Event(
            String id,
            String date,
            String printed,
            String title,
            boolean main,
            String text,
            List<Chip> chips,
            Optional<Link> source) {}

    /**
     * A remark on a mechanism.
     *
     * @param mechanism the mechanism, linked to its concept
     * @param text the remark
     */
    public record Remark(Link mechanism, String text) {}
}
