/**
 * A build, from the notes folder to the site.
 *
 * <p>Takes a folder, and the caches of formulas and cards.
 *
 * <p>Gives the files of a site, or what is wrong with the notes.
 *
 * <p>Never does a step's work itself.
 */
@NullMarked
package dev.archnotes.site.build;

import org.jspecify.annotations.NullMarked;
