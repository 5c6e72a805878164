package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.code.Highlighter;
import dev.archnotes.site.markdown.node.BlockRef;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders code with its language and its tokens marked, and the generator's blocks by the context's answer. */
final class CodeRenderer extends PartRenderer {

    /** Longer lines do not fit beside the margin. */
    private static final int NARROW = 70;
    /** What code is called that names no language. */
    private static final String PLAIN = "text";

    private final Refs refs;
    private final RenderContext answers;

    CodeRenderer(HtmlNodeRendererContext output, Refs refs, RenderContext answers) {
        super(output);
        this.refs = refs;
        this.answers = answers;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        BlockRef block = refs.find(node, BlockRef.class);
        html.line();
        if (block != null) {
            html.raw(answers.block(block));
        } else if (node instanceof FencedCodeBlock code) {
            renderCode(DocumentReader.infoWord(code), code.getLiteral());
        } else {
            renderCode("", ((IndentedCodeBlock) node).getLiteral());
        }
        html.line();
    }

    private void renderCode(String word, String code) {
        boolean wide = code.lines().anyMatch(line -> line.codePointCount(0, line.length()) > NARROW);
        String language = word.isEmpty() ? PLAIN : word;
        html.raw("<figure class=\"" + (wide ? "code wide" : "code") + "\" data-copy>");
        html.line();
        html.raw("<figcaption><span class=\"code-language\">");
        html.text(language);
        html.raw("</span></figcaption>");
        html.line();
        html.raw("<pre tabindex=\"0\">");
        html.tag("code", Map.of("class", "language-" + language));
        html.raw(Highlighter.highlight(language, code) + "</code></pre>");
        html.line();
        html.raw("</figure>");
    }
}
