package dev.archnotes.site.render;

import dev.archnotes.site.content.Language;
import dev.archnotes.site.label.Label;
import java.nio.charset.StandardCharsets;

/**
 * The numbers of the figures and tables of a page, in the order in which they stand on it: {@code <a class="object"
 * href="#fig:heads">Figure</a>} reads "Figure 3".
 */
final class ObjectNumbers {
    /** How the link in a caption begins, behind its {@code <a}. */
    static final byte[] LINK = " class=\"object\" href=\"#".getBytes(StandardCharsets.US_ASCII);

    private static final String TABLE = "Table";

    private final Language language;
    private int figures;
    private int tables;

    ObjectNumbers(Language language) {
        this.language = language;
    }

    /**
     * The name of the next figure or table.
     *
     * @param words what stands in the link: {@code Figure} or {@code Table}
     */
    byte[] next(String words) {
        boolean table = words.equals(TABLE);
        String name = (table ? Label.TABLE : Label.FIGURE).in(language) + "\u00A0" + (table ? ++tables : ++figures);
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
