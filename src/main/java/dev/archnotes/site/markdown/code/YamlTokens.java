package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the YAML lexer does not know: which words are keys, and that a hash or a dash within a word is a part of it. */
final class YamlTokens {

    private static final Set<String> BEFORE_KEY = Set.of("{", "[", ",");

    private YamlTokens() {}

    /** The tokens of one line, put right. */
    static List<CodeToken> mend(List<CodeToken> line) {
        List<CodeToken> mended = new ArrayList<>(line);
        for (int i = 0; i < line.size(); i++) {
            CodeToken token = line.get(i);
            if (token.text().equals(":")) {
                mended.set(i, token.in(CodeToken.PLAIN));
                for (int key = isBlank(line, i + 1) ? i - 1 : -1; key >= 0 && !endsBeforeKey(line, key); key--) {
                    mended.set(key, line.get(key).in(isBlank(line, key) ? CodeToken.PLAIN : CodeToken.PROPERTY));
                }
            } else if (token.style().equals(CodeToken.COMMENT) && !isBlank(line, i - 1)
                    || token.text().equals("-") && !isBlank(line, i + 1)) {
                mended.set(i, token.in(CodeToken.PLAIN));
            }
        }
        return mended;
    }

    private static boolean endsBeforeKey(List<CodeToken> line, int index) {
        String text = line.get(index).text();
        return BEFORE_KEY.contains(text) || text.equals("-") && isBlank(line, index + 1);
    }

    /** Whether a token is space; the ends of the line count as such. */
    private static boolean isBlank(List<CodeToken> line, int index) {
        return index < 0 || index >= line.size() || line.get(index).text().isBlank();
    }
}
