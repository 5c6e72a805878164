/**
 * How a kind says its own attributes once: key, name, meaning and value of each, read and written by whoever needs
 * them.
 *
 * <p>Takes a kind's list of attributes.
 *
 * <p>Gives the same list to every format: tables, {@code architecture.yaml}, the calculator's code, facts, dictionary.
 *
 * <p>Never knows a format, or a kind by name.
 */
@NullMarked
package dev.archnotes.model.form;

import org.jspecify.annotations.NullMarked;
