package dev.archnotes.content;

import dev.archnotes.diagnostic.Location;
import java.util.List;
import java.util.Map;

/**
 * The architectural history: eras, events, and when each mechanism was introduced, adopted and dropped.
 *
 * @param eras in order
 * @param events in order of date
 * @param mechanisms in the author's order
 */
public record Timeline(List<Era> eras, List<Event> events, List<Mechanism> mechanisms) {
    /** A timeline without anything in it. */
    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of());

    public Timeline {
        eras = List.copyOf(eras);
        events = List.copyOf(events);
        mechanisms = List.copyOf(mechanisms);
    }

    /**
     * A span of years.
     *
     * @param id its id
     * @param name its name
     * @param from first year
     * @param to last year
     * @param summary what happened
     */
    public record Era(String id, String name, int from, int to, String summary) {}

    /**
     * An event.
     *
     * @param date {@code YYYY-MM-DD}, or {@code YYYY-MM} where the day is not established
     * @param era the era's id
     * @param level 1 for the main line, 2 for further detail
     * @param kind paper, model, release or system
     * @param title its title
     * @param text what changed
     * @param concepts slugs of concept notes
     * @param models slugs of model notes
     * @param cite a key of the bibliography, or empty
     * @param source an address, where there is no bibliography entry
     * @param place where it stands
     * @param places where its era, concepts, models and key of the bibliography stand, each by its text
     */
    public record Event(
            String date,
            String era,
            int level,
            String kind,
            String title,
            String text,
            List<String> concepts,
            List<String> models,
            String cite,
            String source,
            Location place,
            Map<String, Location> places) {
        public Event {
            places = Map.copyOf(places);
            concepts = List.copyOf(concepts);
            models = List.copyOf(models);
        }
    }

    /**
     * A mechanism's history.
     *
     * @param id its id
     * @param name its name
     * @param introduced where it comes from
     * @param adopted who took it up
     * @param dropped who gave it up again
     * @param note a remark, or empty
     */
    public record Mechanism(String id, String name, Step introduced, List<Step> adopted, List<Step> dropped, String note) {
        public Mechanism {
            adopted = List.copyOf(adopted);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * A step of a mechanism's history.
     *
     * @param date {@code YYYY-MM-DD}, or {@code YYYY-MM}
     * @param by who
     * @param model the slug of a model note, or empty
     * @param cite a key of the bibliography
     * @param place where it stands
     * @param places where its model and key of the bibliography stand, each by its text
     */
    public record Step(String date, String by, String model, String cite, Location place, Map<String, Location> places) {
        public Step {
            places = Map.copyOf(places);
        }
    }
}
