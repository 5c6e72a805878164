/**
 * The words that a site itself says around the notes, in the language of the site.
 *
 * <p>Takes a language.
 *
 * <p>Gives words.
 *
 * <p>Never translates what an author wrote, or what pages about models say.
 */
@NullMarked
package dev.archnotes.site.label;

import org.jspecify.annotations.NullMarked;
