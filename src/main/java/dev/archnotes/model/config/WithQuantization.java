package dev.archnotes.model.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A configuration that names no quantization, with the one that stands in a file beside it:
 * {@code hf_quant_config.json}, as ModelOpt writes it.
 *
 * @param config the configuration
 * @param quantization what it would hold under {@code quantization_config}
 */
public record WithQuantization(ConfigValue config, ConfigValue quantization) implements ConfigValue {
    private static final String KEY = "quantization_config";

    /** The file that holds a quantization beside a configuration. */
    public static final String FILE = "hf_quant_config.json";

    /**
     * A configuration with the quantization beside it, where it names none itself.
     *
     * @param beside the top of that file: {@code {"quantization": {"quant_algo": "NVFP4", "exclude_modules": [...]}}}
     */
    public static ConfigValue of(ConfigValue config, Optional<ConfigValue> beside) {
        boolean own = config.get(KEY).filter(WithQuantization::isObject).isPresent()
                || config.get("text_config").flatMap(text -> text.get(KEY)).isPresent();
        Optional<ConfigValue> quantization =
                beside.flatMap(top -> top.get("quantization")).filter(WithQuantization::isObject);
        return own || quantization.isEmpty() ? config : new WithQuantization(config, quantization.get());
    }

    private static boolean isObject(ConfigValue value) {
        return value.kind() == Kind.OBJECT;
    }

    @Override
    public Kind kind() {
        return config.kind();
    }

    @Override
    public boolean isTrue() {
        return config.isTrue();
    }

    @Override
    public double number() {
        return config.number();
    }

    @Override
    public OptionalLong whole() {
        return config.whole();
    }

    @Override
    public String digits() {
        return config.digits();
    }

    @Override
    public String text() {
        return config.text();
    }

    @Override
    public List<ConfigValue> items() {
        return config.items();
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>(config.keys());
        if (!keys.contains(KEY)) {
            keys.add(KEY);
        }
        return keys;
    }

    @Override
    public Optional<ConfigValue> get(String key) {
        return key.equals(KEY) ? Optional.of(quantization) : config.get(key);
    }

    @Override
    public String json() {
        return config.json();
    }
}
