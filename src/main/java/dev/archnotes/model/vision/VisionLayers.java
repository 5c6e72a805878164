package dev.archnotes.model.vision;

import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/** Collects the tensors of an image encoder; a tensor of every layer is listed once, with the layers as copies. */
final class VisionLayers {
    private final long layers;
    private final List<WeightTensor> tensors = new ArrayList<>();

    VisionLayers(long layers) {
        this.layers = layers;
    }

    VisionLayers once(String name, Part part, long... shape) {
        tensors.add(WeightTensor.of(name, part, shape));
        return this;
    }

    VisionLayers each(String name, Part part, long... shape) {
        tensors.add(WeightTensor.ofExperts("layers." + name, part, layers, layers, shape));
        return this;
    }

    List<WeightTensor> list() {
        return List.copyOf(tensors);
    }
}
