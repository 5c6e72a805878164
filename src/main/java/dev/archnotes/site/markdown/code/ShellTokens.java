package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The shell lexer takes the {@code md} of {@code *.md} for a command; here only what stands where a command can stand
 * remains one.
 */
final class ShellTokens {

    private static final Set<String> BEFORE_COMMAND = Set.of("", "|", ";", "&", "(", "`", "$", "{", "!", "=");

    private ShellTokens() {}

    /** The tokens of one line, put right. */
    static List<CodeToken> mend(List<CodeToken> line) {
        List<CodeToken> mended = new ArrayList<>(line.size());
        CodeToken previous = new CodeToken("", CodeToken.PLAIN);
        for (CodeToken token : line) {
            boolean command = previous.style().equals(CodeToken.KEYWORD)
                    || BEFORE_COMMAND.contains(previous.text().strip());
            mended.add(token.style().equals(CodeToken.FUNCTION) && !command ? token.in(CodeToken.PLAIN) : token);
            previous = token.text().isBlank() ? previous : token;
        }
        return mended;
    }
}
