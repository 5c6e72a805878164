package dev.archnotes.site.browser;

/** Writes JSON value by value, small enough for a browser. */
final class JsonWriter {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    JsonWriter open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    JsonWriter close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    /** A key; its value comes next. */
    JsonWriter key(String key) {
        value(key);
        text.append(':');
        first = true;
        return this;
    }

    JsonWriter value(long number) {
        separate();
        text.append(number);
        return this;
    }

    JsonWriter value(String words) {
        separate();
        text.append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                text.append(c);
            }
        }
        text.append('"');
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
