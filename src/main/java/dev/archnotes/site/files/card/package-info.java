/**
 * Pictures of pages for where a link to them is shared.
 *
 * <p>Takes what a card says.
 *
 * <p>Gives a PNG, laid out and filled without the machine's fonts.
 *
 * <p>Never draws what its page does not say.
 */
@NullMarked
package dev.archnotes.site.files.card;

import org.jspecify.annotations.NullMarked;
