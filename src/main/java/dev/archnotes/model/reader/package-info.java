/**
 * The readers of configurations, one or a few related model types a class.
 *
 * <p>Takes the parsed values of a {@code config.json}.
 *
 * <p>Gives a model, or findings at the keys that stand in its way.
 *
 * <p>Never guesses: a key is understood, known to be harmless, or reported.
 */
@NullMarked
package dev.archnotes.model.reader;

import org.jspecify.annotations.NullMarked;
