package dev.archnotes.model.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * One network that every token passes.
 *
 * @param intermediateSize the inner width
 * @param activation the non-linearity; a gated one adds a third matrix
 * @param biased whether the matrices carry biases
 */
public record DenseFeedForward(long intermediateSize, Activation activation, boolean biased) implements FeedForward {
    public DenseFeedForward {
        if (intermediateSize <= 0) {
            throw new IllegalArgumentException("the intermediate size must be positive");
        }
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        return tensors("", Part.DENSE_FEED_FORWARD, 1, 1, hiddenSize);
    }

    /** The same tensors as those of {@code copies} experts. */
    List<WeightTensor> tensors(String prefix, Part part, long copies, long activeCopies, long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        if (activation.isGated()) {
            tensors.add(WeightTensor.ofExperts(
                    prefix + "gate_proj.weight", part, copies, activeCopies, intermediateSize, hiddenSize));
        }
        tensors.add(WeightTensor.ofExperts(
                prefix + "up_proj.weight", part, copies, activeCopies, intermediateSize, hiddenSize));
        tensors.add(WeightTensor.ofExperts(
                prefix + "down_proj.weight", part, copies, activeCopies, hiddenSize, intermediateSize));
        if (biased) {
            if (activation.isGated()) {
                tensors.add(WeightTensor.ofExperts(
                        prefix + "gate_proj.bias", part, copies, activeCopies, intermediateSize));
            }
            tensors.add(WeightTensor.ofExperts(prefix + "up_proj.bias", part, copies, activeCopies, intermediateSize));
            tensors.add(WeightTensor.ofExperts(prefix + "down_proj.bias", part, copies, activeCopies, hiddenSize));
        }
        return List.copyOf(tensors);
    }
}
