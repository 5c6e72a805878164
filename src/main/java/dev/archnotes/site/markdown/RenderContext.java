package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.List;

/**
 * What the Markdown cannot know of itself: addresses, bibliography, computed values, drawings. Everything but
 * {@link #link} gives finished HTML that is put into the page as it is.
 */
public interface RenderContext {

    /** The address a link leads to, empty where it leads nowhere; plain text that is escaped where it is written. */
    String link(LinkRef link);

    /** Words of the page around the text, in its language. */
    default String words(String english) {
        return english;
    }

    /** The terms that are marked in the text. */
    TermMarks marks();

    /** Words that stand for a marked term, with the way to its entry. */
    String term(String term, String words);

    /**
     * The citations of one pair of brackets, empty where one of them is none: {@code (<a href="…">DeepSeek-AI 2024,
     * section 3.2</a>)}.
     */
    String citation(List<CitationRef> group);

    /** A figure that the generator has checked, with its working. */
    String fact(FactRef fact);

    /** A table, curve or drawing. */
    String block(BlockRef block);

    /** The link of a figure or table to itself, with the word for it: {@code Figure} or {@code Table}. */
    String object(String id, String word);

    /** The MathML of a formula, as {@link MathRenderer} gives it; empty where it cannot be read. */
    String math(String tex, boolean display);

    /**
     * The {@code <img>} with its size, or the drawing itself, empty where the site does not have it; {@code <figure>}
     * and caption are put around it.
     */
    String image(ImageRef image);
}
