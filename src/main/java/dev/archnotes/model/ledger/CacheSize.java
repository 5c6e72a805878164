package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;

/** The KV cache of one sequence, layer by layer, at any context: the values of the workings in {@link CacheWorking}. */
public final class CacheSize {
    private final Architecture architecture;

    private CacheSize(Architecture architecture) {
        this.architecture = architecture;
    }

    public static CacheSize of(Architecture architecture) {
        return new CacheSize(architecture);
    }

    /**
     * Bytes at a context, each layer keeping what it sees; recurrent state stays in 32 bits.
     *
     * @param context tokens
     * @param bits bits of one cached number
     */
    public long bytesAt(long context, long bits) {
        return CacheWorking.at(architecture, context, bits, false).value();
    }

    /** Whether a layer keeps a recurrent state: "every token kept" then says nothing of that layer. */
    public boolean hasState() {
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().isRecurrent()) {
                return true;
            }
        }
        return false;
    }

    /** Bytes at a context if every softmax layer kept every token. */
    public long naiveBytesAt(long context, long bits) {
        return CacheWorking.at(architecture, context, bits, true).value();
    }
}
