/**
 * Code in notes.
 *
 * <p>Takes the text of a fence and the name of its language.
 *
 * <p>Gives HTML with the classes of its tokens.
 *
 * <p>Never refuses a language.
 */
@NullMarked
package dev.archnotes.site.markdown.code;

import org.jspecify.annotations.NullMarked;
