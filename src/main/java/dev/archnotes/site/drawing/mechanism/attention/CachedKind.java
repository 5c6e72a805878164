package dev.archnotes.site.drawing.mechanism.attention;

import dev.archnotes.model.attention.KeptPart;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Factor;
import java.util.ArrayList;
import java.util.List;

/**
 * What all layers of one kind keep, in 16 bits a number; a state as many bits as its own.
 *
 * @param shape how it grows
 * @param layers layers of it
 * @param tokenBytes bytes that they keep of a token; of a state, all that they keep
 * @param limit the most tokens that are kept, 0 where there is no limit
 */
record CachedKind(Shape shape, long layers, long tokenBytes, long limit) {
    private static final long NUMBER_BYTES = 2;

    /** How a cache grows. */
    enum Shape {
        /** A key and a value more for each token. */
        FULL("full", "full"),
        /** Slots that are written again. */
        RING("ring", "rings"),
        /** A latent more for each token. */
        LATENT("latent", "latent"),
        /** One state, written again. */
        STATE("state", "states");

        private final String one;
        private final String several;

        Shape(String one, String several) {
            this.one = one;
            this.several = several;
        }
    }

    /** Bytes at a number of tokens. */
    long bytes(long tokens) {
        if (shape == Shape.STATE) {
            return tokenBytes;
        }
        return Math.multiplyExact(tokenBytes, limit == 0 ? tokens : Math.min(tokens, limit));
    }

    /** {@code 52 rings}. */
    String words() {
        return layers + " " + (layers == 1 ? shape.one : shape.several);
    }

    /** The kinds of a model, the layers of equal ones together. */
    static List<CachedKind> of(Variant variant) {
        List<CachedKind> kinds = new ArrayList<>();
        for (LayerBlock block : variant.architecture().kinds()) {
            if (block.attention().hasState()) {
                long bytes = Math.multiplyExact(block.count(), block.attention().stateBytes());
                add(kinds, new CachedKind(Shape.STATE, block.count(), bytes, 0));
            }
            for (KeptPart kept : block.attention().kept()) {
                add(kinds, of(block, kept));
            }
        }
        return kinds;
    }

    private static CachedKind of(LayerBlock block, KeptPart kept) {
        long numbers = Math.multiplyExact(block.count(), kept.entryNumbers());
        long bytes = Math.multiplyExact(numbers, NUMBER_BYTES) / kept.every();
        Shape shape = kept.limit().isPresent()
                ? Shape.RING
                : block.attention().reach().hasKeysAndValues() ? Shape.FULL : Shape.LATENT;
        return new CachedKind(
                shape, block.count(), bytes, kept.limit().map(Factor::value).orElse(0L));
    }

    private static void add(List<CachedKind> kinds, CachedKind kind) {
        for (int i = 0; i < kinds.size(); i++) {
            CachedKind other = kinds.get(i);
            if (other.shape == kind.shape && other.limit == kind.limit) {
                kinds.set(
                        i,
                        new CachedKind(
                                kind.shape,
                                Math.addExact(other.layers, kind.layers),
                                Math.addExact(other.tokenBytes, kind.tokenBytes),
                                kind.limit));
                return;
            }
        }
        kinds.add(kind);
    }
}
