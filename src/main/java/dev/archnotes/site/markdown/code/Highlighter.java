package dev.archnotes.site.markdown.code;

import java.util.List;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;

/**
 * Marks the tokens of code: {@code <span class="tok-keyword">def</span> <span class="tok-function">attend</span>}. The
 * classes are those of {@link CodeToken}.
 */
public final class Highlighter {

    private Highlighter() {}

    /**
     * The HTML of code, line for line as it was written.
     *
     * @param language the word behind the fence, such as {@code kotlin} or {@code js}; code in a language that is not
     *     known stays plain
     */
    public static String highlight(String language, String code) {
        String syntax = Syntax.of(language);
        if (syntax.equals(SyntaxConstants.SYNTAX_STYLE_NONE)) {
            return HtmlText.escape(code.stripTrailing());
        }
        StringBuilder html = new StringBuilder(code.length() * 2);
        for (List<CodeToken> line : SyntaxTokens.of(syntax, code.lines().toList())) {
            write(mend(syntax, line), html);
            html.append('\n');
        }
        return html.toString().stripTrailing();
    }

    private static List<CodeToken> mend(String syntax, List<CodeToken> line) {
        switch (syntax) {
            case SyntaxConstants.SYNTAX_STYLE_PYTHON:
                return PythonTokens.mend(line);
            case SyntaxConstants.SYNTAX_STYLE_YAML:
                return YamlTokens.mend(line);
            default:
                return line;
        }
    }

    /** Neighbors of one style share a span. */
    private static void write(List<CodeToken> line, StringBuilder html) {
        String open = CodeToken.PLAIN;
        for (CodeToken token : line) {
            if (token.text().isEmpty()) {
                continue;
            }
            if (!token.style().equals(open)) {
                html.append(open.isEmpty() ? "" : "</span>");
                html.append(token.style().isEmpty() ? "" : "<span class=\"" + token.style() + "\">");
                open = token.style();
            }
            html.append(HtmlText.escape(token.text()));
        }
        html.append(open.isEmpty() ? "" : "</span>");
    }
}
