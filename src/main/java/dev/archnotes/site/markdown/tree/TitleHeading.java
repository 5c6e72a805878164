package dev.archnotes.site.markdown.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The heading of the first level with which a text begins: the title of its page, not a part of it. */
public final class TitleHeading {
    /** An id, and components of other generators. */
    private static final Pattern NO_WORDS = Pattern.compile("\\{#[^{}]*}$|</?[A-Z][^<>]*>");

    private static final Pattern ID = Pattern.compile("\\{#([^{}\\s]+)}$");

    private TitleHeading() {}

    /**
     * A title that stood in the text.
     *
     * @param words what it says
     * @param id the id that its author gave it; empty where there is none
     */
    public record Title(String words, String id) {}

    /**
     * Takes the title out of a text.
     *
     * @param given the title that the page has already; only a heading that says the same is taken out then
     * @return the heading, where there is one that is taken
     */
    public static Optional<Title> take(Node tree, String given) {
        for (Node part = tree.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Heading heading) {
                String written = PlainText.of(heading);
                String words = NO_WORDS.matcher(written).replaceAll("").strip();
                boolean title = heading.getLevel() == 1
                        && !words.isEmpty()
                        && (given.isEmpty() || given.strip().equalsIgnoreCase(words));
                if (title) {
                    heading.unlink();
                }
                Matcher id = ID.matcher(written);
                return title ? Optional.of(new Title(words, id.find() ? id.group(1) : "")) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
