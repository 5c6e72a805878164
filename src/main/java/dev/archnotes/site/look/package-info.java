/**
 * Colors of a site's own, derived so that they can be read.
 *
 * <p>Takes a color.
 *
 * <p>Gives a style sheet.
 *
 * <p>Never reads a file.
 */
@NullMarked
package dev.archnotes.site.look;

import org.jspecify.annotations.NullMarked;
