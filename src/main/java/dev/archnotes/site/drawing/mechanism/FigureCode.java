package dev.archnotes.site.drawing.mechanism;

/**
 * The numbers of a figure as one line of text, fields between semicolons, which a page carries to the browser. Names
 * come from notes: a semicolon or a percent sign in one is written as a percent sign and a letter.
 */
public final class FigureCode {
    private FigureCode() {}

    /** Writes fields one after the other. */
    public static final class Writer {
        private final StringBuilder text = new StringBuilder();

        /** A number. */
        public Writer number(long number) {
            return field(Long.toString(number));
        }

        /** A name. */
        public Writer name(String name) {
            return field(name.replace("%", "%p").replace(";", "%s"));
        }

        private Writer field(String field) {
            text.append(field).append(';');
            return this;
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** Reads the fields in the order in which they were written. */
    public static final class Reader {
        private final String text;
        private int next;

        public Reader(String text) {
            this.text = text;
        }

        /** The next field, a number. */
        public long number() {
            return Long.parseLong(field());
        }

        /** The next field, a name. */
        public String name() {
            return field().replace("%s", ";").replace("%p", "%");
        }

        private String field() {
            int end = text.indexOf(';', next);
            if (end < 0) {
                throw new IllegalArgumentException("a field is missing at the end of " + text);
            }
            String field = text.substring(next, end);
            next = end + 1;
            return field;
        }
    }
}
