/** Holds what the notes say against each other and against what follows from the specifications; one class for each question. */
package dev.archnotes.check;
