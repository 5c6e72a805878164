/**
 * The typed specification of a language model: what its released checkpoint says, in the field's standard terms.
 *
 * <p>Takes sizes and kinds, as records that refuse what cannot be.
 *
 * <p>Gives weight tensors, what is kept of a token, what is read and multiplied.
 *
 * <p>Never reads a file, formats a number, or knows a model by name.
 */
@NullMarked
package dev.archnotes.model.spec;

import org.jspecify.annotations.NullMarked;
