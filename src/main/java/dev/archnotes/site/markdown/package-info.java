/**
 * The Markdown of notes.
 *
 * <p>Takes the text of a file.
 *
 * <p>Gives a document that tells everything others need to know of it, and its HTML when asked.
 *
 * <p>Never resolves a link, a fact or a citation: whoever asks for the HTML does.
 */
@NullMarked
package dev.archnotes.site.markdown;

import org.jspecify.annotations.NullMarked;
