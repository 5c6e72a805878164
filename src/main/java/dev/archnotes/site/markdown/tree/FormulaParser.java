package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.Formula;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code $…$}. Prices stay text: the opening dollar sign is followed by no space, the closing one has no space
 * before it and no digit behind it, no words stand between two numbers, and a backtick ends the search, because code
 * binds tighter than math.
 */
public final class FormulaParser implements InlineContentParser {

    /** Two prices with words between them, the second with its sign behind it: {@code $5 to 10$}. */
    private static final Pattern MONEY =
            Pattern.compile("(?=.*(?:\\p{L}{2}|,\\s))\\d[^\\\\^_={}+*<>|]*\\d", Pattern.DOTALL);

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean secondOfTwo = scanner.peekPreviousCodePoint() == '$';
        scanner.next();
        if (secondOfTwo || scanner.peek() == '$' || isSpace(scanner.peek())) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        Position end = findDollar(scanner);
        if (end == null || isSpace(scanner.peekPreviousCodePoint())) {
            return ParsedInline.none();
        }
        SourceLines tex = scanner.getSource(start, end);
        scanner.next();
        char after = scanner.peek();
        if (after == '$'
                || Character.isDigit(after)
                || MONEY.matcher(tex.getContent()).matches()) {
            return ParsedInline.none();
        }
        return ParsedInline.of(new Formula(tex.getContent(), tex.getSourceSpans()), scanner.position());
    }

    /** The next dollar sign that is not escaped; null where none comes before a backtick or the end. */
    private static @Nullable Position findDollar(Scanner scanner) {
        while (scanner.hasNext()) {
            char c = scanner.peek();
            if (c == '$') {
                return scanner.position();
            }
            if (c == '`') {
                return null;
            }
            scanner.next();
            if (c == '\\' && scanner.hasNext()) {
                scanner.next();
            }
        }
        return null;
    }

    private static boolean isSpace(int c) {
        return c == Scanner.END || Character.isWhitespace(c);
    }

    /** Asks for a parser at every dollar sign. */
    public static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }
}
