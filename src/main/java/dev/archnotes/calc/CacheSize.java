package dev.archnotes.calc;

import dev.archnotes.spec.Architecture;
import dev.archnotes.spec.LayerBlock;

/** The KV cache of one sequence, layer by layer. */
public final class CacheSize {
    private final Architecture model;

    private CacheSize(Architecture model) {
        this.model = model;
    }

    public static CacheSize of(Architecture model) {
        return new CacheSize(model);
    }

    /**
     * Bytes at a context, each layer keeping what it sees; recurrent state stays in 32 bits.
     *
     * @param context tokens
     * @param bits bits of one cached number
     */
    public long bytesAt(long context, long bits) {
        long numberBits = 0;
        long state = 0;
        for (LayerBlock kind : model.kinds()) {
            long kept = Math.multiplyExact(kind.attention().cachedNumbersPerToken(), kind.attention().tokensKept(context));
            numberBits = Math.addExact(numberBits, Math.multiplyExact(Math.multiplyExact(kept, kind.count()), bits));
            state = Math.addExact(state, Math.multiplyExact(kind.attention().stateBytes(), kind.count()));
        }
        return Math.addExact(Math.addExact(numberBits, 7L) / 8, state);
    }

    /** Bytes at a context if every softmax layer kept every token. */
    public long naiveBytesAt(long context, long bits) {
        long numberBits = 0;
        long state = 0;
        for (LayerBlock kind : model.kinds()) {
            long kept = Math.multiplyExact(kind.attention().cachedNumbersPerToken(), context);
            numberBits = Math.addExact(numberBits, Math.multiplyExact(Math.multiplyExact(kept, kind.count()), bits));
            state = Math.addExact(state, Math.multiplyExact(kind.attention().stateBytes(), kind.count()));
        }
        return Math.addExact(Math.addExact(numberBits, 7L) / 8, state);
    }
}
