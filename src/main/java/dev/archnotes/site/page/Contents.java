package dev.archnotes.site.page;

import dev.archnotes.site.markdown.node.Heading;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of contents of a page, two levels deep.
 *
 * @param entries the sections, in order
 */
public record Contents(List<Entry> entries) {
    /** The section that lists what a note cites. */
    public static final Entry REFERENCES = new Entry("references", "References");

    public Contents {
        entries = List.copyOf(entries);
    }

    /**
     * A section.
     *
     * @param id its id
     * @param text its heading
     * @param children the sections in it
     */
    public record Entry(String id, String text, List<Entry> children) {
        public Entry {
            children = List.copyOf(children);
        }

        /** A section without sections in it. */
        public Entry(String id, String text) {
            this(id, text, List.of());
        }
    }

    /** The contents of a note, followed by sections that its page adds. */
    static Contents of(List<Heading> headings, List<Entry> added) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (headings.get(i).level() == 2) {
                entries.add(entry(headings.get(i), children(headings.subList(i + 1, headings.size()))));
            }
        }
        entries.addAll(added);
        return new Contents(entries);
    }

    /** The third-level headings up to the next one of the second level. */
    private static List<Entry> children(List<Heading> following) {
        return following.stream()
                .takeWhile(heading -> heading.level() != 2)
                .filter(heading -> heading.level() == 3)
                .map(heading -> entry(heading, List.of()))
                .toList();
    }

    private static Entry entry(Heading heading, List<Entry> children) {
        return new Entry(heading.id(), heading.text(), children);
    }
}
