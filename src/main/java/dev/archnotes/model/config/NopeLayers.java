package dev.archnotes.model.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads which layers have rotary positions: {@code no_rope_layers} holds a 1 for a layer with them and a 0 for one
 * without. Where it is missing or empty, every {@code no_rope_layer_interval}-th layer (4 by default) has none, in
 * SmolLM3 and Llama 4 alike.
 */
final class NopeLayers {
    private NopeLayers() {}

    static List<Boolean> rotary(ConfigObject config, int layers) {
        List<Long> flags = config.integers("no_rope_layers");
        long interval = config.positiveOr("no_rope_layer_interval", 4);
        if (!flags.isEmpty() && flags.size() < layers) {
            config.impossible("no_rope_layers", flags.size() + " entries for " + layers + " layers", "");
            flags = List.of();
        }
        List<Boolean> rotary = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            rotary.add(flags.isEmpty() ? (layer + 1) % interval != 0 : flags.get(layer) != 0);
        }
        return rotary;
    }
}
