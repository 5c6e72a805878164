/**
 * Hugging Face configurations.
 *
 * <p>Takes the parsed values of a {@code config.json}.
 *
 * <p>Gives an architecture, or findings at the keys that stand in its way.
 *
 * <p>Never guesses: a key is understood, known to be harmless, or reported.
 */
@NullMarked
package dev.archnotes.model.config;

import org.jspecify.annotations.NullMarked;
