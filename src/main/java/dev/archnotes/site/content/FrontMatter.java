package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a note says of itself above its text.
 *
 * @param slug the last part of its page's address
 * @param title the page's heading
 * @param key the one sentence that one remembers
 * @param description one or two sentences for a list of search results
 * @param users which models a concept note lists as users; of any other note none
 * @param part what a concept note explains of the decoder block, where it says so
 * @param frame what a general note is to the frame of the site
 * @param filing where the note is filed among the others
 * @param slugPlace where the slug stands
 */
public record FrontMatter(
        String slug,
        String title,
        String key,
        String description,
        Users users,
        Optional<ExplainedPart> part,
        Frame frame,
        Filing filing,
        Location slugPlace) {

    /** The front matter of a note that has none that could be read. */
    public static FrontMatter missing(NoteId note) {
        return new FrontMatter(
                "", "", "", "", Users.NONE, Optional.empty(), Frame.NONE, Filing.NONE, Location.startOf(note.path()));
    }

    /** The same with another slug. */
    FrontMatter withSlug(String other) {
        return new FrontMatter(other, title, key, description, users, part, frame, filing, slugPlace);
    }

    /**
     * Where a note is filed among the others.
     *
     * @param weight its place among its neighbors: the lower, the earlier; those without one come last
     * @param draft whether it is not to be published yet
     * @param tags what it is about, in the words of the author
     * @param aliases addresses that its page had before, from the top of the site
     * @param updated the day of its last change of substance: {@code 2025-09-11}; empty where the author does not say
     * @param others the keys that nothing here reads, with their places
     */
    public record Filing(
            Optional<Double> weight,
            boolean draft,
            List<String> tags,
            PlacedWords aliases,
            Optional<String> updated,
            Map<String, Location> others) {
        /** A note like any other. */
        public static final Filing NONE =
                new Filing(Optional.empty(), false, List.of(), PlacedWords.NONE, Optional.empty(), Map.of());

        public Filing {
            tags = List.copyOf(tags);
            others = Map.copyOf(others);
        }
    }

    /**
     * What a general note is to the frame of the site.
     *
     * @param place where every page links to it, where that is so
     * @param charts charts of its sections on the first page, by the ids of their headings
     */
    public record Frame(Optional<NotePlace> place, Map<String, TrendSubject> charts) {
        /** A note like others. */
        public static final Frame NONE = new Frame(Optional.empty(), Map.of());

        public Frame {
            charts = Map.copyOf(charts);
        }
    }

    /**
     * The table of users of a concept.
     *
     * @param features the mechanisms whose users it lists
     * @param columns the facts that it shows of them
     * @param featurePlaces where each feature stands
     * @param columnPlaces where each column stands
     */
    public record Users(
            List<String> features,
            List<String> columns,
            Map<String, Location> featurePlaces,
            Map<String, Location> columnPlaces) {
        /** No table. */
        public static final Users NONE = new Users(List.of(), List.of(), Map.of(), Map.of());

        public Users {
            features = List.copyOf(features);
            columns = List.copyOf(columns);
            featurePlaces = Map.copyOf(featurePlaces);
            columnPlaces = Map.copyOf(columnPlaces);
        }
    }
}
