/** What the search in the browser reads: every section of the site as an index of words, and facts that can be asked for. */
package dev.archnotes.search;
