/**
 * How a site looks: colors of its own, derived so that they can be read, and the forms of tables.
 *
 * <p>Takes a color, the columns of a table.
 *
 * <p>Gives a style sheet, classes.
 *
 * <p>Never reads a file.
 */
@NullMarked
package dev.archnotes.site.look;

import org.jspecify.annotations.NullMarked;
