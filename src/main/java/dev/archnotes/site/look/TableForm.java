package dev.archnotes.site.look;

/**
 * How a table is laid out in a narrow window, as classes for its styles. A style sheet could ask for the number of
 * columns itself, but a browser answers that for every cell of a page, again and again while the page comes.
 */
public final class TableForm {
    private static final int MANY = 5;
    private static final int MOST_BELOW_A_NAME = 8;

    private TableForm() {}

    /**
     * The classes of a table of a kind, whose rows are called by words.
     *
     * @param kind a class of its own
     * @param columns how many there are, the names of the rows among them
     * @return the kind, with {@code many-columns} where these need a smaller type, and with {@code names-above} where
     *     the name of each row is a line above its values
     */
    public static String of(String kind, int columns) {
        return (kind + " " + of(columns, false)).strip();
    }

    /**
     * The classes of a table without a kind; none where it has few columns.
     *
     * @param numbered whether its rows are called by numbers, which stay beside their values
     */
    public static String of(int columns, boolean numbered) {
        if (columns < MANY) {
            return "";
        }
        return numbered || columns > MOST_BELOW_A_NAME ? "many-columns" : "many-columns names-above";
    }
}
