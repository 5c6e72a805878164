package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.SyntaxConstants;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenMakerFactory;
import org.fife.ui.rsyntaxtextarea.TokenTypes;

/** Cuts code into tokens by the lexers of RSyntaxTextArea, which need no screen. */
final class SyntaxTokens {

    /** The time of some lexers grows with the square of a line; nobody reads a longer one than this. */
    private static final int LONGEST_LINE = 10_000;

    /** Lexers that call the classes of the library functions. */
    private static final Set<String> FUNCTIONS_ARE_TYPES =
            Set.of(SyntaxConstants.SYNTAX_STYLE_JAVA, SyntaxConstants.SYNTAX_STYLE_GROOVY);

    private SyntaxTokens() {}

    /**
     * The tokens of each line; a string or comment that a line leaves open goes on in the next.
     *
     * @param syntax the name of the lexer, such as {@code text/python}
     */
    static List<List<CodeToken>> of(String syntax, List<String> lines) {
        TokenMaker lexer = TokenMakerFactory.getDefaultInstance().getTokenMaker(syntax);
        List<List<CodeToken>> result = new ArrayList<>();
        int open = TokenTypes.NULL;
        for (String line : lines) {
            if (line.length() > LONGEST_LINE) {
                result.add(List.of(new CodeToken(line, CodeToken.PLAIN)));
                continue;
            }
            List<CodeToken> tokens = new ArrayList<>();
            Token last = null;
            char[] characters = line.toCharArray();
            Token first = lexer.getTokenList(new Segment(characters, 0, characters.length), open, 0);
            for (Token token = first; token != null; token = token.getNextToken()) {
                if (token.isPaintable()) {
                    tokens.add(new CodeToken(token.getLexeme(), style(token.getType(), syntax)));
                }
                last = token;
            }
            open = last == null ? TokenTypes.NULL : last.getType();
            // the lexer of JavaScript drops a character of some texts between backquotes
            boolean whole = tokens.stream()
                    .map(CodeToken::text)
                    .collect(Collectors.joining())
                    .equals(line);
            result.add(whole ? tokens : List.of(new CodeToken(line, CodeToken.PLAIN)));
        }
        return result;
    }

    private static String style(int type, String syntax) {
        return switch (type) {
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2, TokenTypes.MARKUP_TAG_NAME -> CodeToken.KEYWORD;
            case TokenTypes.LITERAL_BOOLEAN, TokenTypes.MARKUP_ENTITY_REFERENCE -> CodeToken.CONSTANT;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR,
                    TokenTypes.MARKUP_TAG_ATTRIBUTE_VALUE,
                    TokenTypes.MARKUP_CDATA -> CodeToken.STRING;
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP,
                    TokenTypes.MARKUP_COMMENT -> CodeToken.COMMENT;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.ERROR_NUMBER_FORMAT -> CodeToken.NUMBER;
            case TokenTypes.FUNCTION -> FUNCTIONS_ARE_TYPES.contains(syntax) ? CodeToken.TYPE : CodeToken.FUNCTION;
            case TokenTypes.DATA_TYPE -> CodeToken.TYPE;
            case TokenTypes.OPERATOR -> CodeToken.OPERATOR;
            case TokenTypes.VARIABLE ->
                syntax.equals(SyntaxConstants.SYNTAX_STYLE_JSON) ? CodeToken.PROPERTY : CodeToken.VARIABLE;
            case TokenTypes.MARKUP_TAG_ATTRIBUTE -> CodeToken.PROPERTY;
            case TokenTypes.ANNOTATION,
                    TokenTypes.PREPROCESSOR,
                    TokenTypes.MARKUP_DTD,
                    TokenTypes.MARKUP_PROCESSING_INSTRUCTION -> CodeToken.ANNOTATION;
            default -> CodeToken.PLAIN;
        };
    }
}
