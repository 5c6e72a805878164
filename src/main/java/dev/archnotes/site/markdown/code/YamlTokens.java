package dev.archnotes.site.markdown.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts YAML into tokens: keys, scalars, comments, and the lines of a text that {@code |} or {@code >} begins. */
final class YamlTokens {

    private static final String END = "(?=[\\s,\\]}]|$)";
    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+)"
            + "|(?<comment>(?<!\\S)#.*)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+')"
            + "|(?<number>[-+]?\\d[\\d_]*+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?" + END + ")"
            + "|(?<word>(?:true|false|null|~)" + END + ")"
            + "|(?<mark>-(?=\\s|$)|[|>][+-]?$)"
            + "|(?<anchor>[&*!][\\w-]+)"
            + "|(?<plain>[\\[\\]{},:]|[^\\s,\\[\\]{}]+)");
    private static final Pattern KEY =
            Pattern.compile("(?:\"[^\"]*+\"|'[^']*+'|[^\\s#\"'\\[\\]{},&*!|>%@`-][^:#,\\[\\]{}]*+)(?=\\s*:(?:\\s|$))");
    private static final Set<String> BEFORE_KEY = Set.of("", "-", "{", "[", ",");
    private static final Pattern BLOCK_TEXT = Pattern.compile("(?:.*[:\\s-]\\s)?[|>][+-]?\\d?\\s*");

    private YamlTokens() {}

    static List<List<CodeToken>> of(List<String> lines) {
        List<List<CodeToken>> result = new ArrayList<>();
        int textIndent = -1; // of the line that began a text, while within it
        for (String line : lines) {
            int indent = line.length() - line.stripLeading().length();
            if (textIndent >= 0 && (line.isBlank() || indent > textIndent)) {
                result.add(List.of(new CodeToken(line, CodeToken.STRING)));
                continue;
            }
            textIndent = BLOCK_TEXT.matcher(line).matches() ? indent : -1;
            result.add(tokens(line));
        }
        return result;
    }

    private static List<CodeToken> tokens(String line) {
        List<CodeToken> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(line);
        Matcher key = KEY.matcher(line);
        String previous = "";
        int at = 0;
        while (at < line.length()) {
            boolean isKey = BEFORE_KEY.contains(previous)
                    && key.region(at, line.length()).lookingAt();
            boolean found = isKey || token.find(at);
            String text = isKey ? key.group() : found ? token.group() : line.substring(at);
            tokens.add(new CodeToken(text, isKey ? CodeToken.PROPERTY : found ? style(token) : CodeToken.PLAIN));
            previous = text.isBlank() ? previous : text;
            at += text.length();
        }
        return tokens;
    }

    private static String style(Matcher token) {
        if (token.group("comment") != null) {
            return CodeToken.COMMENT;
        }
        if (token.group("string") != null) {
            return CodeToken.STRING;
        }
        if (token.group("number") != null) {
            return CodeToken.NUMBER;
        }
        if (token.group("word") != null) {
            return CodeToken.CONSTANT;
        }
        if (token.group("anchor") != null) {
            return CodeToken.VARIABLE;
        }
        return token.group("mark") != null ? CodeToken.OPERATOR : CodeToken.PLAIN;
    }
}
