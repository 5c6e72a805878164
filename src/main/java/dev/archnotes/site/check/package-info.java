/**
 * Holds what the notes say against each other and against what follows from the specifications; one class for each
 * question.
 *
 * <p>Takes the catalogue.
 *
 * <p>Gives findings, and what the links, images and figures of the notes lead to.
 *
 * <p>Never changes what it looks at.
 */
@NullMarked
package dev.archnotes.site.check;

import org.jspecify.annotations.NullMarked;
