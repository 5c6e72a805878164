/**
 * Templates of a site's own, which stand in for those of the program.
 *
 * <p>Takes a folder with some templates.
 *
 * <p>Gives the program's templates with those in their places, or what is wrong with them.
 *
 * <p>Never looks into the notes: a template is code.
 */
@NullMarked
package dev.archnotes.site.template;

import org.jspecify.annotations.NullMarked;
