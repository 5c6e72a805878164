/** The files of a site that are not pages: assets, figures, feed, sitemap, and what programs read. */
package dev.archnotes.site;
