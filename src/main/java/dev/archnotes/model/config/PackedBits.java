package dev.archnotes.model.config;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The bits of a packed number, as the {@code quantization_config} of compressed-tensors states them. */
public final class PackedBits {
    private PackedBits() {}

    /** The bits that all groups of a configuration agree on; empty where it states none, or several. */
    public static OptionalLong of(ConfigValue config) {
        Optional<ConfigValue> groups = config.get("quantization_config")
                .or(() -> config.get("text_config").flatMap(text -> text.get("quantization_config")))
                .flatMap(quantization -> quantization.get("config_groups"));
        OptionalLong bits = OptionalLong.empty();
        for (String name : groups.map(ConfigValue::keys).orElse(List.of())) {
            OptionalLong of = groups.flatMap(all -> all.get(name))
                    .flatMap(group -> group.get("weights"))
                    .flatMap(weights -> weights.get("num_bits"))
                    .map(ConfigValue::whole)
                    .orElse(OptionalLong.empty());
            if (bits.isPresent() && !bits.equals(of)) {
                return OptionalLong.empty();
            }
            bits = of;
        }
        return bits;
    }

    /** How many numbers share a scale after MLX ({@code mlx_lm/utils.py}); empty where another made the checkpoint. */
    public static OptionalLong groupOfMlx(ConfigValue config) {
        return config.get("quantization")
                .filter(quantization -> quantization.get("quant_method").isEmpty())
                .flatMap(quantization -> quantization.get("group_size"))
                .map(ConfigValue::whole)
                .orElse(OptionalLong.empty());
    }
}
