/**
 * The typed specification of a language model: what its released checkpoint says, in the field's standard terms.
 *
 * <p>Takes layers, norms and sizes, as records that refuse what cannot be.
 *
 * <p>Gives the layers in order, the kinds of them, and what the checkpoint stores.
 *
 * <p>Never reads a file, formats a number, or knows a model by name.
 */
@NullMarked
package dev.archnotes.model.spec;

import org.jspecify.annotations.NullMarked;
