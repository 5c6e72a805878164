/** Prints planned pages: notes to HTML with their links, facts and citations resolved, pages through their templates. */
package dev.archnotes.render;
