package dev.archnotes.model.json;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Plain values as JSON: maps in their order, iterables, strings, numbers, booleans and null. The files of the site are
 * written so, because a library that binds any object takes longer to load than these files take to write.
 */
public final class JsonText {
    private JsonText() {}

    /** On one line, without any space. */
    public static String compact(Object value) {
        JsonWriter out = new JsonWriter(false);
        write(value, out);
        return out.toString();
    }

    /** With two spaces a level and {@code \n} at the ends of lines, on every system. */
    public static String indented(Object value) {
        JsonWriter out = new JsonWriter(true);
        write(value, out);
        return out + "\n";
    }

    private static void write(Object value, JsonWriter out) {
        if (value instanceof Map<?, ?> map) {
            out.open('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.key(entry.getKey().toString());
                write(entry.getValue(), out);
            }
            out.close('}');
        } else if (value instanceof Iterable<?> list) {
            out.open('[');
            for (Object element : list) {
                write(element, out);
            }
            out.close(']');
        } else if (value instanceof CharSequence words) {
            out.value(words.toString());
        } else if (value instanceof BigDecimal number) {
            // 32 and not 3.2E+1
            out.literal(number.toPlainString());
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.literal(String.valueOf(value));
        } else {
            throw new IllegalArgumentException("JSON has no form for " + value.getClass());
        }
    }
}
