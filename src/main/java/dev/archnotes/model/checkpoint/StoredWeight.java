package dev.archnotes.model.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * One weight of a model as a checkpoint stores it: a tensor by itself, or packed numbers with the scales, zero points
 * and the like that they need.
 *
 * @param name the weight's name, as it would be called unpacked
 * @param shape the sizes of its axes, unpacked; empty where the header does not tell
 * @param elements how many numbers it has, unpacked; {@link #UNKNOWN} where only its name is known
 * @param layout how it is stored, in words
 * @param tensors what of the checkpoint it is made of, the numbers themselves first
 * @param fault what of it does not fit together, if anything
 */
public record StoredWeight(
        String name,
        Optional<List<Long>> shape,
        long elements,
        String layout,
        List<StoredTensor> tensors,
        Optional<String> fault) {
    /** As many elements as nobody knows. */
    public static final long UNKNOWN = -1;

    public StoredWeight {
        tensors = List.copyOf(tensors);
    }

    /** A tensor that is a weight by itself. */
    static StoredWeight plain(StoredTensor tensor) {
        return new StoredWeight(
                tensor.name(),
                Optional.of(tensor.shape()),
                tensor.elements(),
                tensor.format().name(),
                List.of(tensor),
                Optional.empty());
    }

    /** The bytes of all that it is made of. */
    public long bytes() {
        long sum = 0;
        for (int i = 0; i < tensors.size(); i++) {
            sum = Math.addExact(sum, tensors.get(i).bytes());
        }
        return sum;
    }

    /** The bytes of what it needs besides its own numbers. */
    public long scaleBytes() {
        return bytes() - tensors.get(0).bytes();
    }
}
