/**
 * What configurations of all model types have in common.
 *
 * <p>Takes the parsed values of a {@code config.json}.
 *
 * <p>Gives sizes, positions, layers and number formats, or findings at the keys that stand in their way.
 *
 * <p>Never knows a model type, and never guesses: a key is understood, known to be harmless, or reported.
 */
@NullMarked
package dev.archnotes.model.config;

import org.jspecify.annotations.NullMarked;
