package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;

/**
 * A heading of a note.
 *
 * <pre>
 * ## Why a latent? {#latent}
 * </pre>
 *
 * @param level 2 for {@code ##}; the title of a note is the only heading of level 1
 * @param id what a link to it ends in: {@code latent}; unique within the note
 * @param formerId the id that the heading had in the first edition of the site; mostly the same
 * @param text the words without markup: {@code Why a latent?}
 */
public record Heading(int level, String id, String formerId, String text, Location location) {}
