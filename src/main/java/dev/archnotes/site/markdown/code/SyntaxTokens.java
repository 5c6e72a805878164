package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import javax.swing.text.Segment;
import org.fife.ui.rsyntaxtextarea.Token;
import org.fife.ui.rsyntaxtextarea.TokenMaker;
import org.fife.ui.rsyntaxtextarea.TokenTypes;
import org.fife.ui.rsyntaxtextarea.modes.JavaTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.JsonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.PythonTokenMaker;
import org.fife.ui.rsyntaxtextarea.modes.UnixShellTokenMaker;

/** Cuts code into tokens by the lexers of RSyntaxTextArea, which need no screen. */
final class SyntaxTokens {

    private SyntaxTokens() {}

    /** The tokens of each line; a string or comment that a line leaves open goes on in the next. */
    static List<List<CodeToken>> of(CodeLanguage language, List<String> lines) {
        TokenMaker lexer = lexer(language);
        List<List<CodeToken>> result = new ArrayList<>();
        int open = TokenTypes.NULL;
        for (String line : lines) {
            List<CodeToken> tokens = new ArrayList<>();
            Token last = null;
            char[] characters = line.toCharArray();
            Token first = lexer.getTokenList(new Segment(characters, 0, characters.length), open, 0);
            for (Token token = first; token != null; token = token.getNextToken()) {
                if (token.isPaintable()) {
                    tokens.add(new CodeToken(token.getLexeme(), style(token.getType(), language)));
                }
                last = token;
            }
            open = last == null ? TokenTypes.NULL : last.getType();
            result.add(tokens);
        }
        return result;
    }

    private static TokenMaker lexer(CodeLanguage language) {
        return switch (language) {
            case PYTHON -> new PythonTokenMaker();
            case JSON -> new JsonTokenMaker();
            case JAVA -> new JavaTokenMaker();
            case BASH -> new UnixShellTokenMaker();
            default -> throw new IllegalArgumentException("no lexer for " + language.word());
        };
    }

    private static String style(int type, CodeLanguage language) {
        return switch (type) {
            case TokenTypes.RESERVED_WORD, TokenTypes.RESERVED_WORD_2 -> CodeToken.KEYWORD;
            case TokenTypes.LITERAL_BOOLEAN -> CodeToken.CONSTANT;
            case TokenTypes.LITERAL_STRING_DOUBLE_QUOTE,
                    TokenTypes.LITERAL_CHAR,
                    TokenTypes.LITERAL_BACKQUOTE,
                    TokenTypes.REGEX,
                    TokenTypes.ERROR_STRING_DOUBLE,
                    TokenTypes.ERROR_CHAR -> CodeToken.STRING;
            case TokenTypes.COMMENT_EOL,
                    TokenTypes.COMMENT_MULTILINE,
                    TokenTypes.COMMENT_DOCUMENTATION,
                    TokenTypes.COMMENT_KEYWORD,
                    TokenTypes.COMMENT_MARKUP -> CodeToken.COMMENT;
            case TokenTypes.LITERAL_NUMBER_DECIMAL_INT,
                    TokenTypes.LITERAL_NUMBER_FLOAT,
                    TokenTypes.LITERAL_NUMBER_HEXADECIMAL,
                    TokenTypes.ERROR_NUMBER_FORMAT -> CodeToken.NUMBER;
            case TokenTypes.FUNCTION -> language == CodeLanguage.JAVA ? CodeToken.TYPE : CodeToken.FUNCTION;
            case TokenTypes.DATA_TYPE -> CodeToken.TYPE;
            case TokenTypes.OPERATOR -> CodeToken.OPERATOR;
            case TokenTypes.VARIABLE -> language == CodeLanguage.JSON ? CodeToken.PROPERTY : CodeToken.VARIABLE;
            case TokenTypes.ANNOTATION -> CodeToken.ANNOTATION;
            default -> CodeToken.PLAIN;
        };
    }
}
