/**
 * The tree of a note's Markdown: how its lines become nodes, and what is put right in it before anybody reads it.
 *
 * <p>Takes the text of a note, and the tree that the parser makes of it.
 *
 * <p>Gives nodes of the dialect, places in the file, and findings.
 *
 * <p>Never knows what a link or a figure leads to, and prints nothing.
 */
@NullMarked
package dev.archnotes.site.markdown.tree;

import org.jspecify.annotations.NullMarked;
