/**
 * What runs in a reader's browser: the calculator's arithmetic and the reader of configurations, compiled to
 * JavaScript.
 *
 * <p>Takes values of scripts.
 *
 * <p>Gives values of scripts.
 *
 * <p>Never has a second formula for a figure: {@code model} computes.
 */
@NullMarked
package dev.archnotes.site.browser;

import org.jspecify.annotations.NullMarked;
