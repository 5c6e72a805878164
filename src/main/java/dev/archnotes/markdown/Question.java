package dev.archnotes.markdown;

import org.commonmark.node.CustomBlock;

/** A block quote that begins with {@code [!QUESTION] The question?}: a {@link Summary}, then the answer's blocks. */
final class Question extends CustomBlock {

    /** The question itself, one line. */
    static final class Summary extends CustomBlock {}
}
