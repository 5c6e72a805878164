package dev.archnotes.site.page;

import java.util.List;
import java.util.Optional;

/**
 * The index of all models or all concepts, of a folder, or of the notes with a tag.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param line the sentence under its title
 * @param paths ways through its entries for different readers
 * @param groups its entries under their headings; a heading may be empty
 * @param surroundings the pages around it
 */
public record IndexPage(
        Head head,
        Listing listing,
        String line,
        List<ReadingPath> paths,
        List<Group> groups,
        TextPage.Surroundings surroundings)
        implements Page {
    /** An index that is no part of the outline. */
    public IndexPage(Head head, Listing listing, String line, List<ReadingPath> paths, List<Group> groups) {
        this(head, listing, line, paths, groups, TextPage.Surroundings.NONE);
    }

    @Override
    public Needs needs() {
        return Needs.of(Needs.Style.INDEX).and(surroundings.needs());
    }

    /**
     * Entries under a heading.
     *
     * @param heading the heading, or empty
     * @param entries the entries
     */
    public record Group(String heading, List<Entry> entries) {}

    /**
     * An entry of an index page.
     *
     * @param link its title and page
     * @param line one sentence about it
     * @param byline maker and date, or empty
     * @param pick the id of the model that it adds to a comparison, if it is one
     * @param chips short words beneath it
     */
    public record Entry(Link link, String line, String byline, Optional<String> pick, List<Chip> chips) {
        public Entry {
            chips = List.copyOf(chips);
        }

        public boolean hasByline() {
            return !byline.isEmpty();
        }
    }

    /**
     * A way through the concepts, as pages show it.
     *
     * @param name where it leads
     * @param reader for whom it is
     * @param minutes how long its text takes to read
     * @param stops its pages and sections, in order
     */
    public record ReadingPath(String name, String reader, int minutes, List<Link> stops) {
        public ReadingPath {
            stops = List.copyOf(stops);
        }

        /** {@code about an hour}, {@code about 20 minutes}. */
        public String time() {
            if (minutes >= 50 && minutes <= 70) {
                return "about an hour";
            }
            int rounded = Math.max(5, (minutes + 2) / 5 * 5);
            return "about " + rounded + " minutes";
        }
    }
}
