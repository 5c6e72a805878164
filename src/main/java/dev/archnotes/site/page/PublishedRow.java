package dev.archnotes.site.page;

import java.util.Optional;

/**
 * A published figure beside the computed ones.
 *
 * @param quantity what it is of
 * @param text the figure as printed
 * @param note its conditions, or empty
 * @param source where it was read
 * @param verdict which definition reproduces it, or how far off the nearest is; empty where nothing is computed
 * @param reproduced whether one does
 * @param disputed what sources differ about, and where that is told, if they do
 */
public record PublishedRow(
        String quantity,
        String text,
        String note,
        String source,
        String verdict,
        boolean reproduced,
        Optional<Link> disputed) {}
