package dev.archnotes.model.config;

import dev.archnotes.model.spec.Storage;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the number format of a checkpoint from {@code torch_dtype} (or {@code dtype}) and {@code quantization_config}.
 */
public final class StorageConfig {
    private static final Map<String, Storage> TYPES =
            Map.of("float32", Storage.FLOAT32, "bfloat16", Storage.BFLOAT16, "float16", Storage.FLOAT16);

    private StorageConfig() {}

    /**
     * The format, where two keys name one by the newer; {@code absent} where the file names none, which is reported. Of
     * a decoder inside another configuration either may name it.
     */
    public static Storage read(ConfigObject config, Storage absent) {
        return read(config.outer().orElse(config), config, absent);
    }

    /**
     * The format of a model with a configuration inside its own: either may name it, the outer one before the inner.
     */
    public static Storage read(ConfigObject outer, ConfigObject text, Storage absent) {
        ConfigObject config = outer.has("torch_dtype") || outer.has("dtype") ? outer : text;
        ConfigObject packed = outer.has("quantization_config") ? outer : text;
        text.understood("torch_dtype", "dtype", "quantization_config", "quantization");
        outer.understood("quantization");
        String key = config.either("dtype", "torch_dtype");
        Optional<String> name = config.optionalText(key);
        Optional<ConfigObject> quantization =
                packed.object("quantization_config").or(() -> packed.object("quantization"));
        Storage plain = absent;
        if (name.isPresent()) {
            Storage named = TYPES.get(name.get().replace("torch.", ""));
            if (named == null) {
                config.notModeled(key, "the size of the checkpoint is counted in " + absent.label());
            } else {
                plain = named;
            }
        } else if (quantization.isEmpty()) {
            config.findings()
                    .warning(
                            ConfigRule.MISSING_KEY,
                            "",
                            "no \"torch_dtype\" or \"dtype\": the size of the checkpoint is counted in "
                                    + absent.label(),
                            "");
        }
        return quantization.isPresent() ? quantized(packed, quantization.get(), plain) : plain;
    }

    private static Storage quantized(ConfigObject config, ConfigObject quantization, Storage plain) {
        Optional<Storage> format = QuantizationFormats.of(quantization);
        if (format.isEmpty()) {
            config.findings()
                    .warning(
                            ConfigRule.NOT_MODELED,
                            quantization.pointer(),
                            "\"quantization_config\": " + named(quantization)
                                    + " is not modeled: the size of the checkpoint is counted in " + plain.label(),
                            "of a folder with the files the bytes are measured");
        }
        format.filter(own -> own == Storage.NF4 || own == Storage.NF4_PLAIN)
                .ifPresent(own -> config.noteNotModeled(
                        "quantization_config",
                        "with each matrix lies a text on how it was made, less than 300 bytes, which is not counted"));
        return format.orElse(plain);
    }

    /**
     * A quantization by its method and what it says of bits: {@code exl2 in 4.65 bits}. MLX, which has no key for a
     * method, writes {@code bits} and {@code group_size}, in older files under {@code quantization}.
     */
    private static String named(ConfigObject quantization) {
        String method = quantization
                .optionalText("quant_method")
                .or(() -> quantization.optionalText("quant_algo"))
                .orElse(quantization.has("group_size") ? "mlx" : "this quantization");
        ConfigObject own = quantization
                .object("quant_config")
                .flatMap(all -> all.object("weight_quant_params"))
                .orElse(quantization);
        String bits = own.digitsOr(own.either("nbits", "bits"), "");
        return method + (bits.isEmpty() ? "" : " in " + bits + " bits");
    }
}
