/**
 * Puts the finished site on the disk.
 *
 * <p>Takes files as values.
 *
 * <p>Gives one folder, in one move.
 *
 * <p>Never deletes what no build wrote.
 */
@NullMarked
package dev.archnotes.site.write;

import org.jspecify.annotations.NullMarked;
