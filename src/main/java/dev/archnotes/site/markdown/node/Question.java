package dev.archnotes.site.markdown.node;

import org.commonmark.node.CustomBlock;

/** A block quote that begins with {@code [!QUESTION] The question?}: a {@link Summary}, then the answer's blocks. */
public final class Question extends CustomBlock {

    /** The question itself, one line. */
    public static final class Summary extends CustomBlock {}
}
