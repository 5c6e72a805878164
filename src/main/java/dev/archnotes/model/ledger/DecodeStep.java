package dev.archnotes.model.ledger;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.CacheRead;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of decoding at any batch and context, with the released weights and 16 bits a cached number, in as few
 * numbers as that takes: a page can count from these.
 *
 * @param weights what the weights cost
 * @param caches what the cache costs, one for each limit on the tokens that are read
 */
public record DecodeStep(BatchCost weights, List<Cache> caches) {
    private static final long BYTES = 2;

    public DecodeStep {
        caches = List.copyOf(caches);
    }

    /**
     * The cache of layers that read equally many tokens; a state of fixed size counts as one token that is always read.
     *
     * @param limit the most tokens that are read
     * @param bytes bytes that are read for each of them
     * @param flops operations for each of them
     */
    public record Cache(long limit, long bytes, long flops) {
        private long tokens(long context) {
            return Math.min(limit, context);
        }
    }

    /** The step of a model. */
    public static DecodeStep of(Architecture architecture) {
        List<Cache> caches = new ArrayList<>();
        for (LayerBlock kind : architecture.kinds()) {
            Attention attention = kind.attention();
            if (attention.hasState()) {
                add(caches, 1, attention.stateBytes(), attention.mixingMultiplyAdds(0), kind.count(), 1);
            }
            for (CacheRead read : attention.reads()) {
                add(
                        caches,
                        read.mostTokens(),
                        Math.multiplyExact(read.numbers(), BYTES),
                        read.multiplyAdds(),
                        kind.count(),
                        read.every());
            }
        }
        return new DecodeStep(BatchCost.of(architecture), caches);
    }

    /** Adds what layers read to what others read of as many tokens, of which {@code every} share an entry. */
    private static void add(List<Cache> caches, long limit, long bytes, long multiplyAdds, long layers, long every) {
        long flops = Math.multiplyExact(Math.multiplyExact(2L, multiplyAdds), layers) / every;
        Cache cache = new Cache(limit, Math.multiplyExact(bytes, layers) / every, flops);
        for (int i = 0; i < caches.size(); i++) {
            Cache other = caches.get(i);
            if (other.limit() == limit) {
                long sum = Math.addExact(other.bytes(), cache.bytes());
                caches.set(i, new Cache(limit, sum, Math.addExact(other.flops(), flops)));
                return;
            }
        }
        caches.add(cache);
    }

    /** Expected bytes of weights and cache that a step reads. */
    public long bytes(long batch, long context) {
        long each = 0;
        for (Cache cache : caches) {
            each = Math.addExact(each, Math.multiplyExact(cache.bytes(), cache.tokens(context)));
        }
        return Math.addExact(weights.weightBytes(batch), Math.multiplyExact(each, batch));
    }

    /** Operations of a step. */
    public long flops(long batch, long context) {
        long each = weights.flopsPerToken();
        for (Cache cache : caches) {
            each = Math.addExact(each, Math.multiplyExact(cache.flops(), cache.tokens(context)));
        }
        return Math.multiplyExact(each, batch);
    }

    /** Operations for each byte read. */
    public double intensity(long batch, long context) {
        return (double) flops(batch, context) / bytes(batch, context);
    }
}
