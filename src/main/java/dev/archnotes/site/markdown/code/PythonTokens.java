package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the Python lexer does not know: {@code async}, the {@code f} of an f-string, the names behind {@code def} and
 * {@code class}.
 */
final class PythonTokens {

    private static final Set<String> KEYWORDS = Set.of("async", "await", "nonlocal");
    private static final Set<String> PUNCTUATION = Set.of(".", ",", ":");
    private static final Set<String> STRING_PREFIXES = Set.of("f", "r", "b", "u", "rf", "fr", "br", "rb");

    private PythonTokens() {}

    /** The tokens of one line, put right. */
    static List<CodeToken> mend(List<CodeToken> line) {
        List<CodeToken> mended = new ArrayList<>(line.size());
        boolean decorates = false;
        String previousWord = "";
        for (int i = 0; i < line.size(); i++) {
            CodeToken token = line.get(i);
            String nextStyle = i + 1 < line.size() ? line.get(i + 1).style() : CodeToken.PLAIN;
            decorates = token.style().equals(CodeToken.ANNOTATION)
                    || decorates && !token.text().startsWith("(");
            mended.add(token.in(decorates ? CodeToken.ANNOTATION : style(token, previousWord, nextStyle)));
            previousWord = token.text().isBlank() ? previousWord : token.text();
        }
        return mended;
    }

    private static String style(CodeToken token, String previousWord, String nextStyle) {
        String text = token.text();
        if (text.equals("print")) {
            return CodeToken.FUNCTION;
        }
        if (PUNCTUATION.contains(text)) {
            return CodeToken.PLAIN;
        }
        if (!token.style().isEmpty() || text.isBlank()) {
            return token.style();
        }
        if (KEYWORDS.contains(text)) {
            return CodeToken.KEYWORD;
        }
        if (text.equals("@")) {
            return CodeToken.OPERATOR;
        }
        if (nextStyle.equals(CodeToken.STRING) && STRING_PREFIXES.contains(text.toLowerCase(Locale.ROOT))) {
            return CodeToken.STRING;
        }
        return switch (previousWord) {
            case "def" -> CodeToken.FUNCTION;
            case "class" -> CodeToken.TYPE;
            default -> CodeToken.PLAIN;
        };
    }
}
