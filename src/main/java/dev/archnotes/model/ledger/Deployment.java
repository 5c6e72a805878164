package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;

/**
 * A architecture as somebody runs it: what it occupies, and what it computes and reads for one step of decoding.
 * Activations and what the software itself needs are not counted.
 *
 * @param architecture its shapes
 * @param context tokens of each sequence
 * @param batch sequences at once
 * @param cacheBits bits of a cached number
 * @param precision bits of a weight
 */
public record Deployment(
        Architecture architecture, long context, long batch, long cacheBits, WeightPrecision precision) {
    /** The longest context that {@link #longestContext} looks for. */
    public static final long LONGEST_CONTEXT = 1L << 30;

    public Deployment {
        if (context < 1 || batch < 1 || cacheBits < 1) {
            throw new IllegalArgumentException("context, batch and bits must be positive");
        }
    }

    /** Bytes of the weights: the whole released checkpoint, or the decoder at the chosen precision. */
    public long weightBytes() {
        WeightInventory ledger = WeightInventory.of(architecture);
        if (precision != WeightPrecision.RELEASED) {
            return bytes(Math.multiplyExact(ledger.elements(LedgerRow.Scope.DECODER), precision.bits()));
        }
        StoredExtras extras = StoredExtras.of(architecture, ledger);
        long copied = Math.multiplyExact(
                extras.tableCopies(), Math.multiplyExact(architecture.vocabularySize(), architecture.hiddenSize()));
        long sum = Math.multiplyExact(
                Math.addExact(copied, extras.maskElements()), architecture.storage() == Storage.FLOAT32 ? 4L : 2L);
        for (LedgerRow row : ledger.rows()) {
            sum = Math.addExact(sum, Math.multiplyExact(row.storedBytes(architecture), row.tensors()));
        }
        return sum;
    }

    /** Bytes of the cache of one sequence. */
    public long cacheBytesPerSequence() {
        return CacheSize.of(architecture).bytesAt(context, cacheBits);
    }

    /** Bytes of the cache of all sequences. */
    public long cacheBytes() {
        return Math.multiplyExact(cacheBytesPerSequence(), batch);
    }

    /** Weights and cache. */
    public long totalBytes() {
        return Math.addExact(weightBytes(), cacheBytes());
    }

    /** Operations of the weights for one token, two for each weight that multiplies. */
    public long weightFlopsPerToken() {
        long active = 0;
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (!row.isLookedUp(architecture)) {
                active = Math.addExact(active, row.activeElements());
            }
        }
        return Math.multiplyExact(2L, active);
    }

    /** Operations of attention for one token that sees the whole context. */
    public long attentionFlopsPerToken() {
        return TokenCost.of(architecture).decodeAttentionFlops(context);
    }

    public long flopsPerToken() {
        return Math.addExact(weightFlopsPerToken(), attentionFlopsPerToken());
    }

    /** Bytes of weights read in one step, with the experts that a batch is expected to touch. */
    public long weightBytesRead() {
        long always = 0;
        double routed = 0;
        for (LedgerRow row : WeightInventory.of(architecture).rows(LedgerRow.Scope.DECODER)) {
            if (row.isLookedUp(architecture)) {
                continue;
            }
            WeightTensor tensor = row.tensor();
            long bits = Math.multiplyExact(bits(row), row.layers());
            if (tensor.part() == Part.ROUTED_EXPERTS && tensor.copies() > 0) {
                routed += bits * BatchCost.distinctExperts(tensor.copies(), tensor.activeCopies(), batch) / 8;
            } else {
                always = Math.addExact(always, Math.multiplyExact(bits, tensor.activeCopies()));
            }
        }
        return Math.addExact(bytes(always), Math.round(routed));
    }

    /** Bytes of cache read in one step: all of it, but for layers that choose what they read or share a cache. */
    private long cacheBytesRead() {
        if (CacheWorking.isSparse(architecture)) {
            return Math.multiplyExact(
                    CacheWorking.read(architecture, context, cacheBits).value(), batch);
        }
        long again = CacheWorking.readAgain(architecture, context, cacheBits)
                .map(Expression::value)
                .orElse(0L);
        return Math.addExact(cacheBytes(), Math.multiplyExact(again, batch));
    }

    /** Bytes of weights and cache read in one step. */
    public long bytesRead() {
        return Math.addExact(weightBytesRead(), cacheBytesRead());
    }

    /** The most sequences at this context that fit beside the weights; 0 where not one does. */
    public long largestBatch(long memoryBytes) {
        long room = memoryBytes - weightBytes();
        long each = cacheBytesPerSequence();
        return room <= 0 || each == 0 ? 0 : room / each;
    }

    /**
     * The longest context at this batch that fits beside the weights, at most {@link #LONGEST_CONTEXT}; 0 where none
     * does.
     */
    public long longestContext(long memoryBytes) {
        long room = (memoryBytes - weightBytes()) / batch;
        CacheSize cache = CacheSize.of(architecture);
        long fits = 0;
        long tooLong = LONGEST_CONTEXT + 1;
        while (tooLong - fits > 1) {
            long middle = fits + (tooLong - fits) / 2;
            if (cache.bytesAt(middle, cacheBits) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits;
    }

    private long bits(LedgerRow row) {
        return precision == WeightPrecision.RELEASED
                ? Math.multiplyExact(row.storedBytes(architecture), 8L)
                : Math.multiplyExact(row.tensor().elements(), precision.bits());
    }

    private static long bytes(long bits) {
        return Math.addExact(bits, 7L) / 8;
    }
}
