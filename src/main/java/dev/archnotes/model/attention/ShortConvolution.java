package dev.archnotes.model.attention;

import dev.archnotes.model.tensor.Factor;
import java.util.List;

/**
 * What a causal convolution over few tokens adds to the state of a layer: the inputs of the tokens before the present
 * one, in 16 bits as the makers' servers keep them ({@code mamba_utils.py} of {@code vllm-project/vllm}), beside a
 * state in 32 bits.
 */
final class ShortConvolution {
    private static final long INPUT_BYTES = 2;
    private static final long STATE_BYTES = 4;

    private ShortConvolution() {}

    /**
     * The bytes of a state whose numbers are the product of the factors, and of the inputs that a convolution over
     * {@code width} tokens of {@code channels} channels looks back on.
     */
    static List<List<Factor>> withState(long channels, long width, Factor first, Factor second, Factor third) {
        return with(channels, width, List.of(first, second, third, bytesOfState()));
    }

    /** The same for a state of two factors. */
    static List<List<Factor>> withState(long channels, long width, Factor first, Factor second) {
        return with(channels, width, List.of(first, second, bytesOfState()));
    }

    private static List<List<Factor>> with(long channels, long width, List<Factor> state) {
        if (width == 1) {
            return List.of(state);
        }
        return List.of(
                state,
                List.of(
                        new Factor("convolved channels", channels, ""),
                        new Factor("tokens looked back on", width - 1, ""),
                        new Factor("bytes of a 16-bit number", INPUT_BYTES, "")));
    }

    private static Factor bytesOfState() {
        return new Factor("bytes of a 32-bit number", STATE_BYTES, "");
    }
}
