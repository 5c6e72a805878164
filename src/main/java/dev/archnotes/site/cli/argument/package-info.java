/**
 * What people type behind a command.
 *
 * <p>Takes words.
 *
 * <p>Gives numbers and names.
 *
 * <p>Never reads a file.
 */
@NullMarked
package dev.archnotes.site.cli.argument;

import org.jspecify.annotations.NullMarked;
