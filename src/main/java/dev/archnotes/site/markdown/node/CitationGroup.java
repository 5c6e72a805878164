package dev.archnotes.site.markdown.node;

import org.commonmark.node.CustomNode;

/** One pair of brackets with citations: {@code [@deepseek2024v3, section 3.2; @llama3]}. */
public final class CitationGroup extends CustomNode {

    /** What stands between the brackets. */
    public final String text;

    public CitationGroup(String text) {
        this.text = text;
    }
}
