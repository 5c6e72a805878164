/**
 * Puts the finished site on the disk.
 *
 * <p>Takes files as values.
 *
 * <p>Gives one folder, in one move.
 *
 * <p>Never touches a folder that is not a site of ours.
 */
@NullMarked
package dev.archnotes.site.write;

import org.jspecify.annotations.NullMarked;
