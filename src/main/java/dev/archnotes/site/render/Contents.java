package dev.archnotes.site.render;

import dev.archnotes.site.markdown.HeadingText;
import dev.archnotes.site.markdown.node.Heading;
import java.util.ArrayList;
import java.util.List;

/**
 * The contents of a page, two levels deep.
 *
 * @param entries the second-level headings
 */
public record Contents(List<Entry> entries) {
    /**
     * A heading.
     *
     * @param id its id
     * @param text its text
     * @param children the headings below it
     */
    public record Entry(String id, String text, List<Entry> children) {}

    /** The contents of a note, followed by sections that its page adds. */
    static Contents of(List<Heading> headings, List<Entry> added) {
        List<Entry> entries = new ArrayList<>();
        for (Heading heading : headings) {
            if (heading.level() == 2) {
                entries.add(new Entry(heading.id(), HeadingText.bound(heading.text()), new ArrayList<>()));
            } else if (heading.level() == 3 && !entries.isEmpty()) {
                entries.get(entries.size() - 1)
                        .children()
                        .add(new Entry(heading.id(), HeadingText.bound(heading.text()), List.of()));
            }
        }
        entries.addAll(added);
        return new Contents(List.copyOf(entries));
    }
}
