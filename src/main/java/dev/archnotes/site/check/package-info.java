/**
 * Holds what the notes say against each other and against what follows from the specifications; one class for each
 * question.
 *
 * <p>Takes everything that was read and derived.
 *
 * <p>Gives findings.
 *
 * <p>Never changes what it looks at.
 */
package dev.archnotes.site.check;
