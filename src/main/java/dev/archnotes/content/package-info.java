/** The notes folder as typed, immutable content: notes, families, citations, the timeline, and the library of them all. */
package dev.archnotes.content;
