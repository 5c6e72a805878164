package dev.archnotes.site.json;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes plain values as JSON: maps in their order, iterables, strings, numbers, booleans and null. The files of the
 * site are written so, because a library that binds any object takes longer to load than these files take to write.
 */
public final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private int depth;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    /** On one line, without any space. */
    public static String compact(Object value) {
        return new JsonText(false).value(value).text.toString();
    }

    /** With two spaces a level and {@code \n} at the ends of lines, on every system. */
    public static String indented(Object value) {
        return new JsonText(true).value(value).text.append('\n').toString();
    }

    private JsonText value(Object value) {
        if (value instanceof Map<?, ?> map) {
            open('{');
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<?, ?> entry = entries.next();
                line();
                string(entry.getKey().toString());
                text.append(indented ? ": " : ":");
                value(entry.getValue());
                separate(entries.hasNext());
            }
            close('}', map.isEmpty());
        } else if (value instanceof Iterable<?> list) {
            open('[');
            Iterator<?> elements = list.iterator();
            boolean empty = !elements.hasNext();
            while (elements.hasNext()) {
                line();
                value(elements.next());
                separate(elements.hasNext());
            }
            close(']', empty);
        } else if (value instanceof CharSequence words) {
            string(words);
        } else if (value instanceof BigDecimal number) {
            // 32 and not 3.2E+1
            text.append(number.toPlainString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("JSON has no form for " + value.getClass());
        }
        return this;
    }

    private void open(char bracket) {
        text.append(bracket);
        depth++;
    }

    private void close(char bracket, boolean empty) {
        depth--;
        if (!empty) {
            line();
        } else if (indented) {
            text.append(' ');
        }
        text.append(bracket);
    }

    private void separate(boolean more) {
        if (more) {
            text.append(',');
        }
    }

    private void line() {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(CharSequence words) {
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '"':
                case '\\':
                    text.append('\\').append(c);
                    break;
                case '\n':
                    text.append("\\n");
                    break;
                case '\r':
                    text.append("\\r");
                    break;
                case '\t':
                    text.append("\\t");
                    break;
                default:
                    if (c < ' ') {
                        text.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        text.append(c);
                    }
                    break;
            }
        }
        text.append('"');
    }
}
