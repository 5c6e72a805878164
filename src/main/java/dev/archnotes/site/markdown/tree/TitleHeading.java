package dev.archnotes.site.markdown.tree;

import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The heading of the first level with which a text begins: the title of its page, not a part of it. */
public final class TitleHeading {
    /** An id, and components of other generators. */
    private static final Pattern NO_WORDS = Pattern.compile("\\{#[^{}]*}$|</?[A-Z][^<>]*>");

    private TitleHeading() {}

    /**
     * Takes the title out of a text.
     *
     * @param given the title that the page has already; only a heading that says the same is taken out then
     * @return the words of the heading, where there is one that is taken
     */
    public static Optional<String> take(Node tree, String given) {
        for (Node part = tree.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof Heading heading) {
                String words =
                        NO_WORDS.matcher(PlainText.of(heading)).replaceAll("").strip();
                boolean title = heading.getLevel() == 1
                        && !words.isEmpty()
                        && (given.isEmpty() || given.strip().equalsIgnoreCase(words));
                if (title) {
                    heading.unlink();
                }
                return title ? Optional.of(words) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
