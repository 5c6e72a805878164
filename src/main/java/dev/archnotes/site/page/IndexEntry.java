package dev.archnotes.site.page;

import java.util.List;

/**
 * An entry of an index page.
 *
 * @param link its title and page
 * @param line one sentence about it
 * @param byline maker and date, or empty
 * @param chips short words beneath it
 */
public record IndexEntry(Link link, String line, String byline, List<Chip> chips) {
    public IndexEntry {
        chips = List.copyOf(chips);
    }

    public boolean hasByline() {
        return !byline.isEmpty();
    }
}
