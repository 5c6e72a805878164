package dev.archnotes.model.vision;

import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/** Collects the tensors of an image encoder; a tensor of every layer is listed once, with the layers as copies. */
final class VisionLayers {
    private final long layers;
    private final String prefix;
    private final List<WeightTensor> tensors = new ArrayList<>();

    VisionLayers(long layers) {
        this(layers, "layers.");
    }

    /** Layers whose tensors the checkpoint names so. */
    VisionLayers(long layers, String prefix) {
        this.layers = layers;
        this.prefix = prefix;
    }

    VisionLayers once(String name, Part part, long... shape) {
        tensors.add(WeightTensor.of(name, part, shape));
        return this;
    }

    VisionLayers each(String name, Part part, long... shape) {
        tensors.add(WeightTensor.ofExperts(prefix + name, part, layers, layers, shape));
        return this;
    }

    /** A matrix or a norm's scale, and beside it a bias. */
    VisionLayers onceBiased(String name, Part part, long... shape) {
        return once(name + ".weight", part, shape).once(name + ".bias", part, shape[0]);
    }

    /** The same in every layer. */
    VisionLayers eachBiased(String name, Part part, long... shape) {
        return each(name + ".weight", part, shape).each(name + ".bias", part, shape[0]);
    }

    /** So many alike, with biases; none of them where there are 0. */
    VisionLayers copiesBiased(long copies, String name, Part part, long... shape) {
        if (copies > 0) {
            tensors.add(WeightTensor.ofExperts(name + ".weight", part, copies, copies, shape));
            tensors.add(WeightTensor.ofExperts(name + ".bias", part, copies, copies, shape[0]));
        }
        return this;
    }

    /** These, and behind them those of other layers. */
    VisionLayers and(VisionLayers others) {
        tensors.addAll(others.tensors);
        return this;
    }

    List<WeightTensor> list() {
        return List.copyOf(tensors);
    }
}
