package dev.archnotes.model.config;

import java.util.List;
import java.util.Optional;

/**
 * A JSON file that lies beside a configuration, or that is taken for one, known by its keys.
 *
 * @param message what it is
 * @param hint which file to take instead
 */
public record NeighborFile(String message, String hint) {
    private static final String BESIDE = "take the config.json beside it";
    private static final int VOCABULARY = 1_000;
    private static final List<String> SIZES =
            List.of("hidden_size", "num_hidden_layers", "n_layer", "n_embd", "text_config");
    private static final List<String> GENERATION = List.of(
            "_from_model_config",
            "bos_token_id",
            "eos_token_id",
            "pad_token_id",
            "do_sample",
            "temperature",
            "top_p",
            "max_length",
            "max_new_tokens");

    /** What an object without a model type is; empty where its keys do not tell. */
    public static Optional<NeighborFile> of(ConfigValue top) {
        if (hasAny(top, SIZES)) {
            return Optional.empty();
        }
        if (has(top, "weight_map")) {
            return neighbor("an index of weight files, which names tensors without their shapes", BESIDE);
        }
        if (has(top, "peft_type") || has(top, "base_model_name_or_path")) {
            return neighbor(
                    "adapter_config.json, the settings of an adapter such as LoRA",
                    "take the config.json of the model that it adapts" + baseModel(top));
        }
        if (has(top, "_class_name") || has(top, "_diffusers_version")) {
            return neighbor(
                    "a configuration of diffusers, which describes an image model or a part of one",
                    "language models have a config.json with a model_type");
        }
        if (has(top, "dim") && has(top, "n_layers")) {
            return neighbor(
                    "params.json, in which Mistral and Meta describe a model by names of their own",
                    "take the config.json of the same model on the hub");
        }
        if (has(top, "quantization")) {
            return neighbor("hf_quant_config.json, the quantization of a checkpoint", BESIDE);
        }
        if (has(top, "image_processor_type") || has(top, "feature_extractor_type") || has(top, "image_mean")) {
            return neighbor("preprocessor_config.json, the settings of an image processor", BESIDE);
        }
        if (has(top, "tokenizer_class") || has(top, "added_tokens_decoder") || has(top, "chat_template")) {
            return neighbor("tokenizer_config.json, the settings of a tokenizer", BESIDE);
        }
        if (has(top, "added_tokens") && has(top, "model")) {
            return neighbor("tokenizer.json, a tokenizer", BESIDE);
        }
        if (has(top, "eos_token") || has(top, "unk_token")) {
            return neighbor("special_tokens_map.json, the special tokens of a tokenizer", BESIDE);
        }
        if (has(top, "processor_class")) {
            return neighbor("processor_config.json, the settings of a processor", BESIDE);
        }
        if (has(top, "__version__") || has(top, "similarity_fn_name")) {
            return neighbor("config_sentence_transformers.json, the versions that made an embedding model", BESIDE);
        }
        if (hasAny(top, GENERATION)) {
            return neighbor("generation_config.json, the settings of text generation", BESIDE);
        }
        return top.keys().size() > VOCABULARY ? neighbor("a vocabulary", BESIDE) : Optional.empty();
    }

    private static Optional<NeighborFile> neighbor(String what, String hint) {
        return Optional.of(new NeighborFile("this is " + what + ", and no configuration of a model", hint));
    }

    private static boolean has(ConfigValue top, String key) {
        return top.get(key).isPresent();
    }

    private static boolean hasAny(ConfigValue top, List<String> keys) {
        for (String key : keys) {
            if (has(top, key)) {
                return true;
            }
        }
        return false;
    }

    /** The model that an adapter names, where it is named as on the hub. */
    private static String baseModel(ConfigValue top) {
        Optional<ConfigValue> base = top.get("base_model_name_or_path");
        if (base.isEmpty() || base.get().kind() != ConfigValue.Kind.TEXT) {
            return "";
        }
        String name = base.get().text();
        boolean plain = !name.isEmpty() && name.length() <= 100;
        for (char c : name.toCharArray()) {
            plain &= c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/-_.".indexOf(c) >= 0;
        }
        return plain ? ", " + name : "";
    }
}
