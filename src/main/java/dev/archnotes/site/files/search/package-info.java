/**
 * What the search in the browser reads.
 *
 * <p>Takes pages and facts.
 *
 * <p>Gives an index of words, and facts that can be asked for.
 *
 * <p>Never searches.
 */
@NullMarked
package dev.archnotes.site.files.search;

import org.jspecify.annotations.NullMarked;
