package dev.archnotes.model.verify;

import java.util.List;
import java.util.Optional;

/**
 * One thing in which a checkpoint is not what its configuration describes.
 *
 * @param kind what kind of difference it is
 * @param name the tensor
 * @param expected the shape that the ledger gives it; empty where the ledger has no such tensor
 * @param found the shape in the checkpoint; empty where the checkpoint has no such tensor, or does not tell
 * @param detail what is to be said besides; may be empty
 */
public record Difference(
        Kind kind, String name, Optional<List<Long>> expected, Optional<List<Long>> found, String detail) {
    /** The kinds of differences, in the order in which they are told. */
    public enum Kind {
        /** The ledger has a tensor that the checkpoint has not. */
        MISSING("missing"),
        /** The checkpoint has a tensor that the ledger has not. */
        EXTRA("extra"),
        /** The last two axes are the other way round. */
        TRANSPOSED("transposed"),
        /** The shapes differ. */
        SHAPE("shape"),
        /** The tensor is stored in a way that is not known, or its parts do not fit each other. */
        LAYOUT("layout"),
        /** A part of the model whose tensors are compared by their number of elements alone. */
        ELEMENTS("elements");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind in one word. */
        public String word() {
            return word;
        }
    }
}
