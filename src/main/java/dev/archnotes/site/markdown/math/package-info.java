/**
 * Formulas.
 *
 * <p>Takes TeX.
 *
 * <p>Gives MathML, kept between builds, or the place where the TeX is wrong.
 *
 * <p>Never touches the page around a formula.
 */
@NullMarked
package dev.archnotes.site.markdown.math;

import org.jspecify.annotations.NullMarked;
