package dev.archnotes.site.specification;

import java.util.Set;

/** Lines of block YAML, indented by level; text that YAML would take for something else is quoted. */
public final class YamlText {
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "~", "");

    private final StringBuilder text = new StringBuilder();

    YamlText line(int level, String line) {
        text.append("  ".repeat(level)).append(line).append('\n');
        return this;
    }

    YamlText entry(int level, String key, String value) {
        return line(level, key + ": " + value);
    }

    YamlText entry(int level, String key, long value) {
        return entry(level, key, Long.toString(value));
    }

    YamlText entryIf(boolean wanted, int level, String key, String value) {
        return wanted ? entry(level, key, value) : this;
    }

    /** A text as a scalar, in quotes where it needs them. */
    public static String quoted(String value) {
        boolean plain = !WORDS.contains(value) && !value.isEmpty() && isLetter(value.charAt(0));
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = isLetter(c) || c >= '0' && c <= '9' || " .-_()+/".indexOf(c) >= 0;
        }
        if (plain && !value.endsWith(" ")) {
            return value;
        }
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** {@code 8} for 8.0, {@code 2.5} for 2.5. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
