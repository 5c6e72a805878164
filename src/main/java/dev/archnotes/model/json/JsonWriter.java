package dev.archnotes.model.json;

/** Writes JSON value by value, small enough for a browser. */
public final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    private final boolean indented;
    private int depth;
    private boolean first = true;
    private boolean afterKey;

    /** Writes on one line, without any space. */
    public JsonWriter() {
        this(false);
    }

    /**
     * Writes on one line, or with two spaces a level.
     *
     * @param indented whether each value stands on a line of its own
     */
    JsonWriter(boolean indented) {
        this.indented = indented;
    }

    /** Begins an object or a list. */
    public JsonWriter open(char bracket) {
        begin();
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    /** Ends an object or a list. */
    public JsonWriter close(char bracket) {
        depth--;
        if (!first) {
            line();
        } else if (indented) {
            text.append(' ');
        }
        text.append(bracket);
        first = false;
        return this;
    }

    /** A key; its value comes next. */
    public JsonWriter key(String key) {
        begin();
        string(key);
        text.append(indented ? ": " : ":");
        afterKey = true;
        return this;
    }

    /** A whole number. */
    public JsonWriter value(long number) {
        begin();
        text.append(number);
        return this;
    }

    /** A text. */
    public JsonWriter value(String words) {
        begin();
        string(words);
        return this;
    }

    /** What is written as it is: {@code true}, {@code null}, a number with a fraction. */
    public JsonWriter literal(String value) {
        begin();
        text.append(value);
        return this;
    }

    private void begin() {
        if (!afterKey && depth > 0) {
            if (!first) {
                text.append(',');
            }
            line();
        }
        first = false;
        afterKey = false;
    }

    private void line() {
        if (indented) {
            text.append('\n').append("  ".repeat(depth));
        }
    }

    private void string(String words) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                text.append(words.substring(written, i));
                escaped(c);
                written = i + 1;
            }
        }
        text.append(written == 0 ? words : words.substring(written)).append('"');
    }

    private void escaped(char c) {
        text.append('\\');
        switch (c) {
            case '"':
            case '\\':
                text.append(c);
                break;
            case '\n':
                text.append('n');
                break;
            case '\r':
                text.append('r');
                break;
            case '\t':
                text.append('t');
                break;
            default:
                text.append("u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                break;
        }
    }

    /** What was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
