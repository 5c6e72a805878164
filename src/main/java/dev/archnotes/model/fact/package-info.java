/**
 * The sheet of facts of a variant, and the dictionary that says what each fact is.
 *
 * <p>Takes a variant with its ledger.
 *
 * <p>Gives every figure under the path that the published data use, with its working or its source.
 *
 * <p>Never knows how a fact is shown.
 */
@NullMarked
package dev.archnotes.model.fact;

import org.jspecify.annotations.NullMarked;
