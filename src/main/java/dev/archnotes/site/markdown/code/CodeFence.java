package dev.archnotes.site.markdown.code;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the opening of a fence, in the spellings that are in use: {@code python title="train.py" {1,3-5}},
 * {@code {.python .numberLines}}, {@code py linenums="1" hl_lines="2 4"}.
 *
 * @param language the word for the language; empty where there is none
 * @param title what stands above the code, such as the name of its file; empty where there is none
 * @param marked the lines to be marked, counted from one
 * @param firstNumber the number of the first line where lines are numbered, otherwise zero
 */
public record CodeFence(String language, String title, BitSet marked, int firstNumber) {
    /** More lines than this are no code to be read. */
    private static final int MOST_LINES = 10_000;

    private static final Pattern LANGUAGE = Pattern.compile("\\{?\\s*[.=]?(?<word>[^\\s{},:=]++)(?!\\s*=)");
    private static final Pattern TITLE =
            Pattern.compile("(?<![\\w-])(?:title|filename)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s,{}]+))");
    private static final Pattern MARKED = Pattern.compile(
            "\\{(?<braces>[\\d\\s,-]+)}|(?<![\\w-])(?:hl_lines|highlight)\\s*=\\s*(?:\"(?<quoted>[\\d\\s,-]*)\"|"
                    + "\\[(?<list>[\\d\\s,\"'-]*)]|(?<bare>[\\d,-]+))");
    private static final Pattern NUMBERS = Pattern.compile("(?<![\\w-])(?:linenums|linenostart|startFrom)"
            + "\\s*=\\s*[\"']?(\\d{1,6})[\"']?|:line-numbers(?:=(\\d{1,6}))?|"
            + "\\.(?:numberLines|number-lines|line-numbers)|(?<![\\w-])(?:showLineNumbers|"
            + "linenos\\s*=\\s*[\"']?(?!false)\\w+)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?");

    public CodeFence {
        marked = (BitSet) marked.clone();
    }

    /** Reads it; what is none of these spellings has no effect. */
    public static CodeFence parse(String info) {
        String text = info.strip();
        Matcher language = LANGUAGE.matcher(text);
        String word = language.lookingAt() && !MARKED.matcher(text).lookingAt() ? language.group("word") : "";
        Matcher title = TITLE.matcher(text);
        String name = title.find() ? either(title.group(1), title.group(2), title.group(3)) : "";
        BitSet marked = new BitSet();
        Matcher lines = MARKED.matcher(text);
        while (lines.find()) {
            mark(
                    either(lines.group("braces"), lines.group("quoted"), lines.group("list"), lines.group("bare")),
                    marked);
        }
        int first = 0;
        Matcher numbers = NUMBERS.matcher(text);
        while (numbers.find()) {
            String start = either(numbers.group(1), numbers.group(2));
            first = start.isEmpty() ? Math.max(1, first) : Integer.parseInt(start);
        }
        return new CodeFence(word, name.strip(), marked, first);
    }

    @Override
    public BitSet marked() {
        return (BitSet) marked.clone();
    }

    /** Whether it asks for nothing but a language. */
    public boolean isPlain() {
        return title.isEmpty() && marked.isEmpty() && firstNumber == 0 && !isDiff();
    }

    /** Whether each line says by its first sign whether it came or went. */
    public boolean isDiff() {
        return language.equalsIgnoreCase("diff") || language.equalsIgnoreCase("patch");
    }

    private static void mark(String ranges, BitSet marked) {
        Matcher range = RANGE.matcher(ranges);
        while (range.find()) {
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from > 0 && from <= to && from <= MOST_LINES) {
                marked.set(from, Math.min(to, MOST_LINES) + 1);
            }
        }
    }

    private static String either(@Nullable String... groups) {
        for (@Nullable String group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
