/**
 * Templates of a site's own, which stand in for those of the program.
 *
 * <p>Takes a folder with some templates.
 *
 * <p>Gives the program's templates with those in their places, or what is wrong with them.
 *
 * <p>A template is code: nothing here ever looks into the notes.
 */
@NullMarked
package dev.archnotes.site.template;

import org.jspecify.annotations.NullMarked;
