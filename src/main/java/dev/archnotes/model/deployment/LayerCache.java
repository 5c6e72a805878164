package dev.archnotes.model.deployment;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.CacheRead;
import dev.archnotes.model.attention.KeptPart;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.tensor.Factor;
import java.util.List;

/**
 * The cache of one layer under a load. What is kept of the tokens of a common prefix is kept once: of a window the
 * newest tokens are kept, those that belong to one sequence alone before any of the prefix.
 *
 * @param cacheBytes what is cached of the tokens of all sequences
 * @param stateBytes their recurrent states, which no two sequences share
 */
record LayerCache(long cacheBytes, long stateBytes) {
    /** The attribute of {@link dev.archnotes.model.attention.SoftmaxAttention} by which cards divide a cache. */
    private static final String KV_HEADS = "kv_heads";

    /** All of it. */
    static LayerCache of(Attention attention, CacheFormat format, Load load, boolean wholeWindows) {
        return of(attention, format, load, wholeWindows, 1);
    }

    /** The part of it on one of so many cards that divide heads, the one with most of them. */
    static LayerCache of(Attention attention, CacheFormat format, Load load, boolean wholeWindows, long cards) {
        long shared = 0;
        long each = 0;
        for (KeptPart part : attention.kept()) {
            long numbers = sum(part.numbers(), cards);
            boolean whole = wholeWindows && (attention.reach() == Reach.WINDOW || attention.reach() == Reach.CHUNK);
            long all = entries(part, load.context(), whole);
            long own = entries(part, load.context() - load.prefix(), whole);
            shared = Math.addExact(shared, Math.multiplyExact(numbers, all - own));
            each = Math.addExact(each, Math.multiplyExact(numbers, own));
        }
        long cache = Math.addExact(format.bytes(shared), Math.multiplyExact(format.bytes(each), load.sequences()));
        long state = (attention.stateBytes() + cards - 1) / cards;
        return new LayerCache(cache, Math.multiplyExact(state, load.sequences()));
    }

    /** What a step reads of it, each byte once: less than all where tokens are chosen, more where a cache is shared. */
    static long bytesRead(Attention attention, CacheFormat format, Load load, long cards) {
        long bytes = Math.multiplyExact((attention.stateBytes() + cards - 1) / cards, load.sequences());
        for (CacheRead read : attention.reads()) {
            // what an indexer reads is on each card
            boolean divided = read.numbers() == attention.readNumbersPerToken();
            long numbers = divided ? sum(attention.readNumbers(), cards) : read.numbers();
            long all = read.entries(load.context());
            long own = read.entries(load.context() - load.prefix());
            bytes = Math.addExact(bytes, format.bytes(Math.multiplyExact(numbers, all - own)));
            bytes = Math.addExact(
                    bytes, Math.multiplyExact(format.bytes(Math.multiplyExact(numbers, own)), load.sequences()));
        }
        return bytes;
    }

    private static long entries(KeptPart part, long tokens, boolean whole) {
        return whole ? tokens / part.every() : part.entries(tokens);
    }

    /** A sum of products, of which each card has a part where they count KV heads. */
    private static long sum(List<List<Factor>> products, long cards) {
        long sum = 0;
        for (List<Factor> factors : products) {
            long product = 1;
            for (Factor factor : factors) {
                long value = factor.key().equals(KV_HEADS) ? (factor.value() + cards - 1) / cards : factor.value();
                product = Math.multiplyExact(product, value);
            }
            sum = Math.addExact(sum, product);
        }
        return sum;
    }
}
