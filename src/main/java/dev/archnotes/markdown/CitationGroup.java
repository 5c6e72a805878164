package dev.archnotes.markdown;

import org.commonmark.node.CustomNode;

/** One pair of brackets with citations: {@code [@deepseek2024v3, section 3.2; @llama3]}. */
final class CitationGroup extends CustomNode {

    /** What stands between the brackets. */
    final String text;

    CitationGroup(String text) {
        this.text = text;
    }
}
