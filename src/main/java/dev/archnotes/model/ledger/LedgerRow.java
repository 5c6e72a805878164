package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

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

    /** Whether the released checkpoint stores the tensor in fewer than 16 bits where nothing is said of it. */
    private boolean isReduced(Architecture architecture) {
        boolean kept = scope == Scope.VISION
                ? architecture.checkpoint().wholeVision()
                : architecture.checkpoint().keeps(tensor.part());
        return !kept && architecture.storage().quantizes(tensor);
    }

    /**
     * The tensor in a format, in some of its layers.
     *
     * @param storage the format
     * @param reduced whether the tensor is packed in it, rather than stored in 16 or 32 bits beside what is
     * @param layers how many layers
     */
    public record Stored(Storage storage, boolean reduced, long layers) {
        /** The bytes of one copy of a tensor in one layer, its scales included. */
        public long bytes(WeightTensor tensor) {
            return reduced ? storage.packedBytes(tensor) : storage.bytes(tensor);
        }
    }

    /** The formats in which the released checkpoint stores the tensor. */
    public List<Stored> stored(Architecture architecture) {
        List<Stored> stored = new ArrayList<>();
        long rest = layers;
        for (StoredApart apart : architecture.checkpoint().apart()) {
            if (isMeant(apart)) {
                stored.add(new Stored(
                        apart.storage(),
                        !apart.storage().isPlain(),
                        apart.layers().size()));
                rest -= apart.layers().size();
            }
        }
        if (rest > 0) {
            stored.add(usual(architecture, rest));
        }
        return stored;
    }

    /** The format in the layer of a place from the bottom. */
    public Stored storedAt(Architecture architecture, long layer) {
        for (StoredApart apart : architecture.checkpoint().apart()) {
            if (isMeant(apart) && contains(apart.layers(), layer)) {
                return new Stored(apart.storage(), !apart.storage().isPlain(), 1);
            }
        }
        return usual(architecture, 1);
    }

    private boolean isMeant(StoredApart apart) {
        return apart.tensor().equals(tensor.name()) && apart.section().equals(section);
    }

    /** By a loop: a list that compares whatever it holds brings the equality of every record into a script. */
    private static boolean contains(List<Long> layers, long layer) {
        for (long one : layers) {
            if (one == layer) {
                return true;
            }
        }
        return false;
    }

    private Stored usual(Architecture architecture, long count) {
        Storage storage = architecture.storage();
        boolean kept = storage.quantizes(tensor) && !isReduced(architecture);
        return new Stored(kept ? Storage.BFLOAT16 : storage, !kept && storage.quantizes(tensor), count);
    }

    /** The bytes of one copy of the tensor in all of its layers as released, scales included. */
    public long storedBytes(Architecture architecture) {
        long bytes = 0;
        for (Stored one : stored(architecture)) {
            bytes = Math.addExact(bytes, Math.multiplyExact(one.bytes(tensor), one.layers()));
        }
        return bytes;
    }

    /** The block scales stored beside one copy of the tensor in all of its layers. */
    public long storedScales(Architecture architecture) {
        long scales = 0;
        for (Stored one : stored(architecture)) {
            long each = one.reduced() ? one.storage().scales(tensor) : 0;
            scales = Math.addExact(scales, Math.multiplyExact(each, one.layers()));
        }
        return scales;
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
