package dev.archnotes.site.page;

import dev.archnotes.site.content.Reference;
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
    /** Of fewer entries, the last is on the second screen. */
    private static final int FEWEST_NAMES = 6;

    /** More names take a screen of their own. */
    private static final int MOST_NAMES = 24;

    /** An index that is no part of the outline. */
    public IndexPage(Head head, Listing listing, String line, List<ReadingPath> paths, List<Group> groups) {
        this(head, listing, line, paths, groups, TextPage.Surroundings.NONE);
    }

    @Override
    public Needs needs() {
        return Needs.of(Needs.Style.INDEX).and(surroundings.needs());
    }

    /**
     * The links of all entries, which a phone shows before the entries themselves; none where these are few, or too
     * many for that, or where other ways lead through them.
     */
    public List<Link> names() {
        List<Link> names = groups.stream()
                .flatMap(group -> group.entries().stream())
                .map(Entry::link)
                .toList();
        return paths.isEmpty() && names.size() >= FEWEST_NAMES && names.size() <= MOST_NAMES ? names : List.of();
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

    /**
     * All notes of the site as one document, to be printed or handed out.
     *
     * @param head what it says of itself
     * @param listing how it shows elsewhere
     * @param parts its chapters under their headings
     * @param references what they cite, in the order of first citation
     */
    public record Book(Head head, Listing listing, List<Part> parts, List<Reference> references) implements Page {
        public Book {
            parts = List.copyOf(parts);
            references = List.copyOf(references);
        }

        @Override
        public Needs needs() {
            return chapters().stream()
                    .map(chapter -> chapter.note().needs())
                    .reduce(Needs.of(Needs.Style.BOOK), Needs::and)
                    .withoutScripts();
        }

        /** All chapters in their order. */
        public List<Chapter> chapters() {
            return parts.stream().flatMap(part -> part.chapters().stream()).toList();
        }
    }

    /**
     * Chapters that belong together.
     *
     * @param heading what they have in common, or empty
     * @param chapters the chapters in order
     */
    public record Part(String heading, List<Chapter> chapters) {
        public Part {
            chapters = List.copyOf(chapters);
        }
    }

    /**
     * A note within the document of all notes.
     *
     * @param number its place among all chapters, from 1
     * @param id its id, with which the ids in it begin
     * @param path where the note has a page of its own
     * @param note the note as that page shows it
     */
    public record Chapter(int number, String id, PagePath path, NoteView note) {
        /** The id of something in the chapter that has an id on the note's own page. */
        public String id(String own) {
            return id + ":" + own;
        }

        /** Its title. */
        public String title() {
            return note.note().title();
        }

        /** Its sections. */
        public List<Contents.Entry> sections() {
            return Contents.of(note.note().document().headings(), List.of()).entries();
        }
    }
}
