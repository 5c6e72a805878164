/**
 * What operations of a model do to numbers: the formulas behind figures that explain a mechanism.
 *
 * <p>Takes the few numbers of one operation.
 *
 * <p>Gives what the formula of the source makes of them.
 *
 * <p>Never knows a model of the catalogue: the same classes compute at build time and in the browser.
 */
@NullMarked
package dev.archnotes.model.operation;

import org.jspecify.annotations.NullMarked;
