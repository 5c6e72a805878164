package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;

/**
 * One kind of tensor of a model and how often it occurs.
 *
 * @param scope what it belongs to
 * @param section where it stands, for example {@code layers: local, dense}
 * @param layers how many layers hold it; 1 outside of the layers
 * @param tensor the tensor of one layer, with its copies
 */
public record LedgerRow(Scope scope, String section, long layers, WeightTensor tensor) {
    /** Which part of a checkpoint a row counts toward. */
    public enum Scope {
        /** The language decoder. */
        DECODER,
        /** The multi-token-prediction module. */
        PREDICTION_MODULE,
        /** The image part. */
        VISION
    }

    /** The elements of all copies in all layers. */
    public long elements() {
        return Math.multiplyExact(tensor.totalElements(), layers);
    }

    /** The elements that act on one token. */
    public long activeElements() {
        return Math.multiplyExact(tensor.activeElements(), layers);
    }

    /** The number of such tensors. */
    public long tensors() {
        return Math.multiplyExact(tensor.copies(), layers);
    }

    /** Whether the released checkpoint stores the tensor in fewer than 16 bits. */
    public boolean isReduced(Architecture architecture) {
        boolean kept = scope == Scope.VISION
                ? architecture.checkpoint().wholeVision()
                : architecture.checkpoint().keeps(tensor.part());
        return !kept && architecture.storage().quantizes(tensor);
    }

    /** The bytes of one copy of the tensor as released, its scales included. */
    public long storedBytes(Architecture architecture) {
        Storage storage = architecture.storage();
        return !storage.quantizes(tensor) || isReduced(architecture)
                ? storage.bytes(tensor)
                : Storage.BFLOAT16.bytes(tensor);
    }

    /** The scales stored beside one copy of the tensor. */
    public long storedScales(Architecture architecture) {
        return isReduced(architecture) ? architecture.storage().scales(tensor) : 0;
    }

    /**
     * Whether the tensor is a table of which a token takes one row and multiplies nothing; a tied table is also the
     * head.
     */
    public boolean isLookedUp(Architecture architecture) {
        return tensor.part() == Part.EMBEDDING
                && !(architecture.tiedEmbeddings() && tensor.name().equals("embed_tokens.weight"));
    }
}
