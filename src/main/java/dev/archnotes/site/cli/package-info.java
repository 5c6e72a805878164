/**
 * The commands.
 *
 * <p>Takes arguments.
 *
 * <p>Gives output, and an exit code.
 *
 * <p>Never knows how a step works.
 */
@NullMarked
package dev.archnotes.site.cli;

import org.jspecify.annotations.NullMarked;
