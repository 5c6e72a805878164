/**
 * The kit that all drawings share: canvas, marks, paths, phrases, text sizes.
 *
 * <p>Takes lines, boxes and words with their places.
 *
 * <p>Gives pictures as geometry, each with a title, a description and a table of its content.
 *
 * <p>Never prints SVG: {@code templates/svg} does; colors and fonts are the stylesheet's.
 */
@NullMarked
package dev.archnotes.site.drawing;

import org.jspecify.annotations.NullMarked;
