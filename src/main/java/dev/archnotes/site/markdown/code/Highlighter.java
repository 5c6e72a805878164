package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks the tokens of code: {@code <span class="tok-keyword">def</span> <span class="tok-function">attend</span>}. The
 * classes are those of {@link CodeToken}.
 */
public final class Highlighter {

    private static final String PROMPT = "$ ";

    private Highlighter() {}

    /** The HTML of code, line for line as it was written. */
    public static String highlight(CodeLanguage language, String code) {
        if (language == CodeLanguage.TEXT) {
            return HtmlText.escape(code.stripTrailing());
        }
        List<String> lines = code.lines().toList();
        StringBuilder html = new StringBuilder(code.length() * 2);
        for (List<CodeToken> line : tokens(language, lines)) {
            write(line, html);
            html.append('\n');
        }
        return html.toString().stripTrailing();
    }

    private static List<List<CodeToken>> tokens(CodeLanguage language, List<String> lines) {
        return switch (language) {
            case YAML -> YamlTokens.of(lines);
            case CONSOLE -> lines.stream().map(Highlighter::consoleLine).toList();
            case PYTHON ->
                SyntaxTokens.of(language, lines).stream()
                        .map(PythonTokens::mend)
                        .toList();
            case BASH ->
                SyntaxTokens.of(language, lines).stream().map(ShellTokens::mend).toList();
            default -> SyntaxTokens.of(language, lines);
        };
    }

    /** What is typed behind a prompt is shell; what comes back is plain. */
    private static List<CodeToken> consoleLine(String line) {
        if (!line.startsWith(PROMPT)) {
            return List.of(new CodeToken(line, CodeToken.PLAIN));
        }
        List<CodeToken> tokens = new ArrayList<>();
        tokens.add(new CodeToken(PROMPT, CodeToken.OPERATOR));
        String command = line.substring(PROMPT.length());
        tokens.addAll(tokens(CodeLanguage.BASH, List.of(command)).get(0));
        return tokens;
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
