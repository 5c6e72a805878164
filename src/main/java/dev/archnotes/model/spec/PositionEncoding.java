package dev.archnotes.model.spec;

import java.util.Optional;

/** How one kind of layer learns where a token stands. */
public sealed interface PositionEncoding {
    /** The standard name, for example {@code RoPE}. */
    String label();

    /** A trained table added to the token embedding; the table itself belongs to the model, not to a layer. */
    record Learned() implements PositionEncoding {
        @Override
        public String label() {
            return "learned";
        }
    }

    /**
     * Rotary position embedding (arXiv:2104.09864, section 3.2).
     *
     * @param base the base of the geometric series of wavelengths
     * @param rotaryDim the number of dimensions of a head that are rotated
     * @param scaling the rescaling for long contexts, if any
     */
    record Rope(long base, long rotaryDim, Optional<RopeScaling> scaling) implements PositionEncoding {
        @Override
        public String label() {
            return "RoPE";
        }
    }

    /** No position encoding: the causal mask alone orders the tokens (arXiv:2305.19466). */
    record None() implements PositionEncoding {
        @Override
        public String label() {
            return "NoPE";
        }
    }
}
