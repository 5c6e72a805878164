/**
 * Pictures of models, computed and not yet printed: where every line, box and word stands, which fact each printed number
 * is, and the same content as a table or an outline for readers who do not see the picture.
 *
 * <p>Plain immutable values without input or output; the same specification gives the same picture. The templates under
 * {@code templates/svg} print them; colors, line widths and fonts are the stylesheet's, by class.
 */
package dev.archnotes.drawing;
