package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The architectural history: eras, events, and when each mechanism was introduced, adopted and dropped.
 *
 * @param eras in order
 * @param events in order of date
 * @param histories the histories of mechanisms, in the author's order
 */
public record Timeline(List<Era> eras, List<Event> events, List<History> histories) {
    /** A timeline without anything in it. */
    public static final Timeline EMPTY = new Timeline(List.of(), List.of(), List.of());

    public Timeline {
        eras = List.copyOf(eras);
        events = List.copyOf(events);
        histories = List.copyOf(histories);
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

    /** What kind of thing an event was. */
    public enum EventKind {
        PAPER,
        MODEL,
        RELEASE,
        SYSTEM;

        /** Whether a model came out. */
        public boolean isModel() {
            return this == MODEL || this == RELEASE;
        }
    }

    /**
     * An event.
     *
     * @param date {@code YYYY-MM-DD}, or {@code YYYY-MM} where the day is not established
     * @param era the era's id
     * @param level 1 for the main line, 2 for further detail
     * @param kind what happened
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
            EventKind kind,
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

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return eras.isEmpty() && histories.isEmpty();
    }

    /** The years that it covers: {@code 2017 to 2025}. */
    public String years() {
        IntSummaryStatistics years = Stream.concat(
                        eras.stream().flatMap(era -> Stream.of(era.from(), era.to())),
                        histories.stream()
                                .flatMap(history -> history.steps().stream())
                                .map(step -> Integer.valueOf(step.date().substring(0, 4))))
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return years.getMin() == years.getMax()
                ? Integer.toString(years.getMin())
                : years.getMin() + " to " + years.getMax();
    }

    /** The history of an id. */
    public Optional<History> history(String id) {
        return histories.stream().filter(history -> history.id().equals(id)).findFirst();
    }

    /**
     * A mechanism's history.
     *
     * @param id its id
     * @param name its name
     * @param shortName its name where there is little room
     * @param part the part of a model that it concerns
     * @param explained where a concept note explains it
     * @param feature the key of the mechanism or group by which specifications are checked, or empty
     * @param descends the older mechanisms that it was made from
     * @param course who introduced it, took it up and gave it up again
     * @param note a remark, or empty
     * @param places where its concept and feature stand, each by its text
     */
    public record History(
            String id,
            String name,
            String shortName,
            ModelPart part,
            Explained explained,
            String feature,
            List<Descent> descends,
            Course course,
            String note,
            Map<String, Location> places) {
        public History {
            descends = List.copyOf(descends);
            places = Map.copyOf(places);
        }

        /** The slug of the concept note that explains it. */
        public String concept() {
            return explained.concept();
        }

        /** The heading there; empty for the whole note. */
        public String anchor() {
            return explained.anchor();
        }

        /** Where it comes from. */
        public Step introduced() {
            return course.introduced();
        }

        /** Who took it up. */
        public List<Step> adopted() {
            return course.adopted();
        }

        /** Who gave it up again. */
        public List<Step> dropped() {
            return course.dropped();
        }

        /** All steps, the introduction first. */
        public List<Step> steps() {
            return course.steps();
        }
    }

    /**
     * Where a mechanism is explained.
     *
     * @param concept the slug of a concept note
     * @param anchor the heading there; empty for the whole note
     */
    public record Explained(String concept, String anchor) {
        /** Parses {@code concept} or {@code concept#heading}. */
        public static Explained parse(String text) {
            int hash = text.indexOf('#');
            return hash < 0
                    ? new Explained(text, "")
                    : new Explained(text.substring(0, hash), text.substring(hash + 1));
        }
    }

    /**
     * What became of a mechanism.
     *
     * @param introduced where it comes from
     * @param adopted who took it up
     * @param dropped who gave it up again
     */
    public record Course(Step introduced, List<Step> adopted, List<Step> dropped) {
        public Course {
            adopted = List.copyOf(adopted);
            dropped = List.copyOf(dropped);
        }

        /** All steps, the introduction first. */
        public List<Step> steps() {
            return Stream.of(Stream.of(introduced), adopted.stream(), dropped.stream())
                    .flatMap(step -> step)
                    .toList();
        }
    }

    /** A part of a model, as drawings color it. */
    public enum ModelPart {
        ATTENTION,
        FEED_FORWARD,
        NORMALIZATION,
        POSITIONS,
        EMBEDDING
    }

    /**
     * A step of a mechanism's history.
     *
     * @param date {@code YYYY-MM-DD}, or {@code YYYY-MM}
     * @param by who: the name of a model or of authors, the same one everywhere
     * @param remark what is particular about it, or empty
     * @param model the slug of a model note, or empty
     * @param variants ids of the only variants of that model that take the step; empty where all do
     * @param claim how it is known
     * @param origin the earlier step of the same mechanism that it follows, where a source says so
     * @param place where it stands
     * @param places where its model and variants stand, each by its text
     */
    public record Step(
            String date,
            String by,
            String remark,
            String model,
            List<String> variants,
            Claim claim,
            Optional<Origin> origin,
            Location place,
            Map<String, Location> places) {
        public Step {
            variants = List.copyOf(variants);
            places = Map.copyOf(places);
        }
    }

    /**
     * From whom a mechanism was taken.
     *
     * @param by who took the earlier step
     * @param claim how it is known
     * @param place where the earlier step is named
     */
    public record Origin(String by, Claim claim, Location place) {}

    /**
     * A mechanism's descent from another.
     *
     * @param from the id of the older one
     * @param claim how it is known
     * @param place where the older one is named
     */
    public record Descent(String from, Claim claim, Location place) {}
}
