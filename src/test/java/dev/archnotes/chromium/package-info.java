/** What only a real browser shows: contrast, focus, layout, scripts, the site from a folder and on paper. */
package dev.archnotes.chromium;
