/**
 * Pictures of pages for where a link to them is shared: laid out, filled and encoded without the machine's fonts, graphics
 * or compression, so that they are the same bytes everywhere.
 */
package dev.archnotes.card;
