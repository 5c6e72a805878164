/** Puts the finished site on the disk: values first, then one folder in one move. */
package dev.archnotes.output;
