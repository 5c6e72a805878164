package dev.archnotes.markdown;

import java.util.List;
import org.commonmark.node.CustomNode;
import org.commonmark.node.SourceSpan;

/** A formula within a line: {@code $\sqrt{d_k}$}. */
final class Formula extends CustomNode {

    final String tex;
    final List<SourceSpan> texSpans;

    Formula(String tex, List<SourceSpan> texSpans) {
        this.tex = tex;
        this.texSpans = texSpans;
    }
}
