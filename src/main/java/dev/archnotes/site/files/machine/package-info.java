/**
 * What crawlers, feed readers and language models read: sitemap, robots.txt, feed, llms.txt.
 *
 * <p>Takes the catalogue and the pages.
 *
 * <p>Gives files as values, through the templates.
 *
 * <p>Never decides what is a page.
 */
@NullMarked
package dev.archnotes.site.files.machine;

import org.jspecify.annotations.NullMarked;
