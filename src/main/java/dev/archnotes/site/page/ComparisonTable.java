package dev.archnotes.site.page;

import java.util.List;

/**
 * Models against facts.
 *
 * @param id an id that is unique on the page
 * @param caption the sentence above it
 * @param columns the facts
 * @param rows the models
 */
public record ComparisonTable(String id, String caption, List<Column> columns, List<Row> rows) {
    /** More names than these do not fit beside each other in the column of the text. */
    private static final int MOST_SIDE_BY_SIDE = 8;

    /**
     * Whether the models stand side by side, each fact on a line of its own. Few models with many facts are read that
     * way: a line sets its values beside each other, and the table fits a page where one column for each fact would
     * not.
     */
    public boolean sideBySide() {
        return rows.size() <= MOST_SIDE_BY_SIDE && rows.size() <= columns.size();
    }

    /**
     * A fact.
     *
     * @param path its path in the data
     * @param label its label
     * @param group the heading it stands under in a chooser
     * @param numeric whether its cells are numbers
     * @param shown whether it is shown before anybody chooses
     */
    public record Column(String path, String label, String group, boolean numeric, boolean shown) {}

    /**
     * A model.
     *
     * @param id the variant's id
     * @param name its name
     * @param href its page
     * @param maker its makers
     * @param sparse whether it has experts
     * @param attention its kinds of attention, joined by {@code |}
     * @param size its total parameters
     * @param cache its cache at 32k, or at the longest context it has, in bytes
     * @param context its configured context in tokens
     * @param license its license
     * @param released the day of release, ISO 8601
     * @param cells one for each column
     */
    public record Row(
            String id,
            String name,
            String href,
            String maker,
            boolean sparse,
            String attention,
            long size,
            long cache,
            long context,
            String license,
            String released,
            List<Cell> cells) {}
}
