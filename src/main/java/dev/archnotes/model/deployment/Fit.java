package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.Deployment;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.spec.Architecture;

/**
 * What a model takes where it is run, and what fits into a memory beside it. All of it lies in one memory: nothing is
 * divided among cards, and nothing is left in the memory of the processor.
 *
 * <p>Besides weights and cache, an engine needs room of its own, which is counted as two visible numbers:
 *
 * <ul>
 *   <li>the workspace of a step over a piece of prompt: 512 tokens, for each a score of every word and one vector of
 *       the hidden size, four bytes a number. That is the compute buffer that llama.cpp allocates by default: 258.50
 *       MiB for Llama 3 8B, 304.75 MiB for Qwen3-8B. Other engines take larger pieces, and more.
 *   <li>the runtime: libraries, kernels and the driver's context, 512 MiB. A convention; what it is depends on engine
 *       and driver.
 * </ul>
 *
 * @param architecture the model's shapes
 * @param weights the format of the weights
 * @param cache the format of the cache
 * @param context tokens of each sequence
 * @param sequences sequences at once
 * @param images whether the image encoder is loaded, if there is one
 * @param workspaceBytes room for a step
 * @param runtimeBytes room for the engine itself
 */
public record Fit(
        Architecture architecture,
        WeightFormat weights,
        CacheFormat cache,
        long context,
        long sequences,
        boolean images,
        long workspaceBytes,
        long runtimeBytes) {
    /** Tokens of a prompt that are computed at once, llama.cpp's default ({@code n_ubatch}). */
    public static final long PIECE = 512;

    /** Room for libraries, kernels and the driver's context. */
    public static final long RUNTIME_BYTES = 512L << 20;

    /** The most sequences that {@link #mostSequences} looks for. */
    public static final long MOST_SEQUENCES = 1L << 20;

    public Fit {
        if (context < 1 || sequences < 1 || workspaceBytes < 0 || runtimeBytes < 0) {
            throw new IllegalArgumentException("context and sequences must be positive");
        }
    }

    /** With the usual workspace and runtime. */
    public static Fit usual(
            Architecture architecture,
            WeightFormat weights,
            CacheFormat cache,
            long context,
            long sequences,
            boolean images) {
        return new Fit(
                architecture, weights, cache, context, sequences, images, workspace(architecture), RUNTIME_BYTES);
    }

    /** The bytes of llama.cpp's compute buffer for a piece of prompt. */
    public static long workspace(Architecture architecture) {
        long numbers = Math.addExact(architecture.vocabularySize(), architecture.hiddenSize());
        return Math.multiplyExact(Math.multiplyExact(PIECE, numbers), 4L);
    }

    /** The decoder's weights. */
    public long weightBytes() {
        return placed().bytes(LedgerRow.Scope.DECODER);
    }

    /** The image encoder's weights, in 16 bits where the decoder's are reduced; 0 where it is not loaded. */
    public long imageEncoderBytes() {
        return images ? placed().bytes(LedgerRow.Scope.VISION) : 0;
    }

    /** The cache of one sequence. */
    public long cacheBytesPerSequence() {
        return cache.bytes(architecture, context);
    }

    /** The cache of all sequences. */
    public long cacheBytes() {
        return Math.multiplyExact(cacheBytesPerSequence(), sequences);
    }

    /** Everything but the cache. */
    public long fixedBytes() {
        return Math.addExact(
                Math.addExact(weightBytes(), imageEncoderBytes()), Math.addExact(workspaceBytes, runtimeBytes));
    }

    /** Everything. */
    public long totalBytes() {
        return Math.addExact(fixedBytes(), cacheBytes());
    }

    /** Whether everything fits into a memory. */
    public boolean fits(long memoryBytes) {
        return totalBytes() <= memoryBytes;
    }

    /** The most sequences at this context that fit, at most {@link #MOST_SEQUENCES}; 0 where not one does. */
    public long mostSequences(long memoryBytes) {
        long room = memoryBytes - fixedBytes();
        long each = cacheBytesPerSequence();
        if (room < 0) {
            return 0;
        }
        return each == 0 ? MOST_SEQUENCES : Math.min(MOST_SEQUENCES, room / each);
    }

    /**
     * The longest context of these sequences that fits, at most {@link Deployment#LONGEST_CONTEXT}; 0 where none does.
     */
    public long longestContext(long memoryBytes) {
        long room = memoryBytes - fixedBytes();
        if (room < 0) {
            return 0;
        }
        long each = room / sequences;
        long fits = 0;
        long tooLong = Deployment.LONGEST_CONTEXT + 1;
        while (tooLong - fits > 1) {
            long middle = fits + (tooLong - fits) / 2;
            if (cache.bytes(architecture, middle) <= each) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits;
    }

    /** The decoder's bits for each of its weights, times 10,000. */
    public long tenThousandthsOfBitsPerWeight() {
        return placed().tenThousandthsOfBitsPerWeight();
    }

    /** Bytes of weights and cache that one step of decoding reads at the full context, each once. */
    public long bytesRead() {
        return Math.addExact(placed().bytesRead(sequences), cacheBytes());
    }

    /**
     * Tokens that all sequences together get in a thousand seconds at most, where every byte is read once a step at the
     * full bandwidth and nothing else takes time. A bound that no engine reaches.
     */
    public long mostTokensInThousandSeconds(long megabytesPerSecond) {
        double bytesPerSecond = megabytesPerSecond * 1e6;
        return (long) (bytesPerSecond / bytesRead() * sequences * 1000);
    }

    private PlacedWeights placed() {
        return PlacedWeights.of(architecture, weights);
    }
}
