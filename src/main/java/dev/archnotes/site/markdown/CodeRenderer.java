package dev.archnotes.site.markdown;

import dev.archnotes.site.markdown.code.CodeFence;
import dev.archnotes.site.markdown.code.Highlighter;
import dev.archnotes.site.markdown.node.BlockRef;
import java.util.BitSet;
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
            renderCode(CodeFence.parse(DocumentReader.info(code)), code.getLiteral());
        } else {
            renderCode(CodeFence.parse(""), ((IndentedCodeBlock) node).getLiteral());
        }
        html.line();
    }

    private void renderCode(CodeFence fence, String code) {
        boolean wide = code.lines().anyMatch(line -> line.codePointCount(0, line.length()) > NARROW);
        String language = fence.language().isEmpty() ? PLAIN : fence.language();
        html.raw("<figure class=\"" + (wide ? "code wide" : "code") + "\" data-copy>");
        html.line();
        html.raw("<figcaption>");
        if (!fence.title().isEmpty()) {
            html.raw("<span class=\"code-title\">");
            html.text(fence.title());
            html.raw("</span> ");
        }
        html.raw("<span class=\"code-language\">");
        html.text(language);
        html.raw("</span></figcaption>");
        html.line();
        html.raw("<pre tabindex=\"0\">");
        html.tag("code", Map.of("class", "language-" + language));
        html.raw(lines(fence, Highlighter.highlight(language, code)) + "</code></pre>");
        html.line();
        html.raw("</figure>");
    }

    /** The same code with each line in an element of its own where the fence says something of lines. */
    private static String lines(CodeFence fence, String code) {
        if (fence.marked().isEmpty() && fence.firstNumber() == 0 && !fence.isDiff()) {
            return code;
        }
        StringBuilder html = new StringBuilder();
        BitSet marked = fence.marked();
        int number = 1;
        for (String line : code.split("\n", -1)) {
            String tag = marked.get(number) ? "mark" : fence.isDiff() ? change(line) : "span";
            html.append(number > 1 ? "\n" : "").append('<').append(tag).append(" class=\"code-line\"");
            if (fence.firstNumber() > 0) {
                html.append(" data-line=\"")
                        .append(fence.firstNumber() + number - 1)
                        .append('"');
            }
            html.append('>').append(line).append("</").append(tag).append('>');
            number++;
        }
        return html.toString();
    }

    /** The names of the two files above the changes are no changes. */
    private static String change(String line) {
        boolean name = line.startsWith("+++ ") || line.startsWith("--- ");
        return name ? "span" : line.startsWith("+") ? "ins" : line.startsWith("-") ? "del" : "span";
    }
}
