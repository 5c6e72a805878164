/**
 * What the search in the browser reads.
 *
 * <p>Takes pages, facts, and the words by which both are asked for.
 *
 * <p>Gives an index of words and the facts of all models, in pieces of which a query loads a few.
 *
 * <p>Never searches.
 */
@NullMarked
package dev.archnotes.site.files.search;

import org.jspecify.annotations.NullMarked;
