/**
 * What is wrong with an input, where, and what to write instead.
 *
 * <p>Takes a rule, a place, a message, a hint.
 *
 * <p>Gives findings in order, and how an author sees them.
 *
 * <p>Never ends the program, or drops a finding without saying so.
 */
@NullMarked
package dev.archnotes.model.diagnostic;

import org.jspecify.annotations.NullMarked;
