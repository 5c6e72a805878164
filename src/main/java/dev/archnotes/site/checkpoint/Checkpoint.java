package dev.archnotes.site.checkpoint;

import dev.archnotes.model.checkpoint.StoredTensor;
import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.PackedBits;
import dev.archnotes.model.verify.Verifier.Container;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A checkpoint as its files tell.
 *
 * @param container what it is stored in
 * @param name the folder or file
 * @param files how many files were read
 * @param tensors the tensors of all files
 * @param named the file of each tensor of which only the name is known, because that file is not there
 * @param statedBytes the bytes of all tensors, as an index states them
 * @param metadata what else a file states
 */
public record Checkpoint(
        Container container,
        String name,
        int files,
        List<StoredTensor> tensors,
        Map<String, String> named,
        OptionalLong statedBytes,
        Map<String, String> metadata) {
    public Checkpoint {
        tensors = List.copyOf(tensors);
        named = Map.copyOf(named);
        metadata = Map.copyOf(metadata);
    }

    /** Whether shapes are known, and not names alone. */
    public boolean hasShapes() {
        return !tensors.isEmpty();
    }

    /**
     * Its weights; with some files missing, those of the others.
     *
     * @param config the whole configuration, which states what the shapes of some layouts do not tell
     */
    public List<StoredWeight> weights(Optional<ConfigValue> config) {
        OptionalLong bits = config.map(PackedBits::of).orElse(OptionalLong.empty());
        OptionalLong group = config.map(PackedBits::groupOfMlx).orElse(OptionalLong.empty());
        return hasShapes() ? WeightUnpacking.weights(tensors, bits, group) : WeightUnpacking.named(named);
    }

    /** The bytes of all tensors. */
    public long bytes() {
        long sum = 0;
        for (StoredTensor tensor : tensors) {
            sum = Math.addExact(sum, tensor.bytes());
        }
        return sum;
    }
}
