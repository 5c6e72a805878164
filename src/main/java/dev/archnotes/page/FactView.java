package dev.archnotes.page;

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
public record FactView(String path, String label, String description, Cell cell, Optional<Working> working, String note) {
    public boolean hasNote() {
        return !note.isEmpty();
    }
}
