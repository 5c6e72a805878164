package dev.archnotes.site.page;

import java.util.Optional;

/**
 * A labelled fact on a page.
 *
 * @param path its path in the data, which is also its anchor
 * @param label its label
 * @param description what it means
 * @param cell its value
 * @param working its working, if it is computed
 * @param note a word beside it, empty where there is none
 */
public record FactView(
        String path, String label, String description, Cell cell, Optional<Working> working, String note) {
    /** Whether it counts something that the model does not have. */
    public boolean isZero() {
        return cell.isNumber() && cell.exact().equals("0");
    }

    /** The same fact told in words. */
    public FactView saying(String words) {
        return new FactView(path, label, description, Cell.words(words).disputedAt(cell.disputed()), working, note);
    }

    public boolean hasNote() {
        return !note.isEmpty();
    }
}
