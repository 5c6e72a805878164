package dev.archnotes.site.markdown.node;

import org.commonmark.node.CustomBlock;

/** A comment that begins a line: {@code <!-- of the author -->}; its children are what stands behind it. */
public final class Comment extends CustomBlock {
    public boolean closed;
}
