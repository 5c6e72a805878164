package dev.archnotes.site.markdown.node;

import java.util.List;
import org.commonmark.node.CustomNode;
import org.commonmark.node.SourceSpan;

/** A formula within a line: {@code $\sqrt{d_k}$}. */
public final class Formula extends CustomNode {

    public final String tex;
    public final List<SourceSpan> texSpans;

    public Formula(String tex, List<SourceSpan> texSpans) {
        this.tex = tex;
        this.texSpans = texSpans;
    }
}
