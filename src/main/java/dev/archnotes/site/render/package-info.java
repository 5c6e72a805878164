/**
 * Prints pages.
 *
 * <p>Takes pages as values.
 *
 * <p>Gives bytes of HTML, through the templates.
 *
 * <p>Never plans: what a page shows is decided before.
 */
@NullMarked
package dev.archnotes.site.render;

import org.jspecify.annotations.NullMarked;
