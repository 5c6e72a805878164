/**
 * What a note says besides its prose, as values with places.
 *
 * <p>Takes pieces of a parsed note.
 *
 * <p>Gives links, facts, citations, blocks, headings, formulas.
 *
 * <p>Never parses or prints.
 */
@NullMarked
package dev.archnotes.site.markdown.node;

import org.jspecify.annotations.NullMarked;
