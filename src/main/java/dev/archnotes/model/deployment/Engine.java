package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;

/**
 * What the software that runs a model keeps in memory besides weights and cache, and how it keeps the cache. The room
 * for a step and for the software itself is counted as two visible numbers:
 *
 * <ul>
 *   <li>the workspace of a step over a piece of prompt: 512 tokens, for each a score of every word and one vector of
 *       the hidden size, four bytes a number. That is the compute buffer that llama.cpp allocates by default: 258.50
 *       MiB for Llama 3 8B, 304.75 MiB for Qwen3-8B. Other engines take larger pieces, and more.
 *   <li>the runtime: libraries, kernels and the driver's context, 512 MiB. A convention; what it is depends on engine
 *       and driver.
 * </ul>
 *
 * @param imageWeights weights of the image encoder, 0 where there is none or it is not loaded
 * @param wholeWindows whether layers with a window keep all tokens, as some engines reserve them ({@code --swa-full} of
 *     llama.cpp; engines without a cache for each kind of layer)
 * @param workspaceBytes room for a step, on each card
 * @param runtimeBytes room for the engine itself, on each card
 */
public record Engine(long imageWeights, boolean wholeWindows, long workspaceBytes, long runtimeBytes) {
    /** Tokens of a prompt that are computed at once, llama.cpp's default ({@code n_ubatch}). */
    public static final long PIECE = 512;

    /** Room for libraries, kernels and the driver's context. */
    public static final long RUNTIME_BYTES = 512L << 20;

    public Engine {
        if (imageWeights < 0 || workspaceBytes < 0 || runtimeBytes < 0) {
            throw new IllegalArgumentException("room for the engine is not negative");
        }
    }

    /** With the usual workspace and runtime, the image encoder, and layers that keep what they see. */
    public static Engine usual(Architecture architecture) {
        long images = WeightInventory.of(architecture).elements(LedgerRow.Scope.VISION);
        return new Engine(images, false, workspace(architecture), RUNTIME_BYTES);
    }

    /** The bytes of llama.cpp's compute buffer for a piece of prompt. */
    public static long workspace(Architecture architecture) {
        long numbers = Math.addExact(architecture.vocabularySize(), architecture.hiddenSize());
        return Math.multiplyExact(Math.multiplyExact(PIECE, numbers), 4L);
    }

    /** Workspace and runtime together. */
    public long overhead() {
        return Math.addExact(workspaceBytes, runtimeBytes);
    }

    /** The same with an image encoder of so many weights, 0 for none. */
    public Engine withImages(long weights) {
        return new Engine(weights, wholeWindows, workspaceBytes, runtimeBytes);
    }

    /** The same with layers that keep all tokens, or what they see. */
    public Engine withWholeWindows(boolean whole) {
        return new Engine(imageWeights, whole, workspaceBytes, runtimeBytes);
    }

    /** The same with one stated number for workspace and runtime together. */
    public Engine withOverhead(long bytes) {
        return new Engine(imageWeights, wholeWindows, bytes, 0);
    }
}
