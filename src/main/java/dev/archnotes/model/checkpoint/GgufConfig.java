package dev.archnotes.model.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The configuration that the metadata of a GGUF file amounts to, for the architectures whose metadata states all that a
 * configuration does: keys as {@code gguf-py/gguf/constants.py} of {@code ggml-org/llama.cpp} names them. What they
 * leave out, such as whether the tables are one, shows in the tensors.
 */
public final class GgufConfig {
    private static final String ARCHITECTURE = "general.architecture";

    /** What the architectures are called in a configuration. */
    private static final Map<String, String> TYPES = Map.of(
            "llama", "llama",
            "qwen2", "qwen2",
            "qwen2moe", "qwen2_moe",
            "qwen3", "qwen3",
            "qwen3moe", "qwen3_moe",
            "olmo2", "olmo2",
            "gpt-oss", "gpt_oss",
            "deepseek2", "deepseek_v3");

    private final Map<String, String> metadata;
    private final String prefix;
    private final Map<String, StoredTensor> tensors = new HashMap<>();
    /** Each value as JSON. */
    private final Map<String, String> config = new LinkedHashMap<>();

    private final List<String> faults = new ArrayList<>();

    private GgufConfig(Map<String, String> metadata, String architecture, List<StoredTensor> tensors) {
        this.metadata = metadata;
        this.prefix = architecture + ".";
        for (StoredTensor tensor : tensors) {
            this.tensors.put(tensor.name(), tensor);
        }
    }

    /**
     * A configuration, or why there is none.
     *
     * @param text the configuration in JSON; empty where the metadata does not suffice
     * @param refusal why not, in a sentence; empty where there is one
     */
    public record Made(Optional<String> text, String refusal) {}

    /**
     * The configuration of a checkpoint in GGUF.
     *
     * @param metadata what its files state
     * @param tensors those of all its files
     */
    public static Made of(Map<String, String> metadata, List<StoredTensor> tensors) {
        String architecture = metadata.getOrDefault(ARCHITECTURE, "");
        if (architecture.isEmpty()) {
            return new Made(Optional.empty(), "its metadata names no architecture");
        }
        if (!TYPES.containsKey(architecture)) {
            return new Made(
                    Optional.empty(),
                    "the metadata of the architecture \"" + architecture
                            + "\" does not state all that a configuration does; it does for "
                            + String.join(", ", new TreeSet<>(TYPES.keySet())));
        }
        GgufConfig made = new GgufConfig(metadata, architecture, tensors);
        made.make(architecture);
        return made.faults.isEmpty()
                ? new Made(Optional.of(made.json()), "")
                : new Made(Optional.empty(), "its metadata does not suffice: " + made.faults.get(0));
    }

    private String json() {
        StringBuilder text = new StringBuilder("{");
        for (Map.Entry<String, String> entry : config.entrySet()) {
            text.append(text.length() == 1 ? "\n" : ",\n")
                    .append("  \"")
                    .append(entry.getKey())
                    .append("\": ")
                    .append(entry.getValue());
        }
        return text.append("\n}\n").toString();
    }

    private void put(String key, long value) {
        config.put(key, Long.toString(value));
    }

    private void put(String key, boolean value) {
        config.put(key, value ? "true" : "false");
    }

    private void word(String key, String value) {
        config.put(key, '"' + value + '"');
    }

    private void make(String architecture) {
        boolean experts = metadata.containsKey(prefix + "expert_count") && number("expert_count") > 0;
        String type =
                architecture.equals("llama") && experts ? "mixtral" : TYPES.getOrDefault(architecture, architecture);
        word("model_type", type);
        word("torch_dtype", "bfloat16");
        size("hidden_size", "embedding_length");
        size("num_hidden_layers", "block_count");
        size("num_attention_heads", "attention.head_count");
        size("max_position_embeddings", "context_length");
        put("num_key_value_heads", numberOr("attention.head_count_kv", number("attention.head_count")));
        decimal("rms_norm_eps", "attention.layer_norm_rms_epsilon");
        config.put("rope_theta", decimalOr("rope.freq_base", "10000"));
        scaling();
        StoredTensor table = tensors.get("token_embd.weight");
        if (table == null || table.shape().size() != 2) {
            faults.add("there is no table token_embd.weight");
        } else {
            put("vocab_size", table.shape().get(0));
        }
        put("tie_word_embeddings", !tensors.containsKey("output.weight"));
        if (architecture.equals("deepseek2")) {
            latent();
            return;
        }
        if (!architecture.equals("gpt-oss")) {
            size("intermediate_size", "feed_forward_length");
        }
        long width = number("embedding_length") / Math.max(1, number("attention.head_count"));
        long head = numberOr("attention.key_length", width);
        if (numberOr("attention.value_length", head) != head || numberOr("rope.dimension_count", head) != head) {
            faults.add("keys, values and rotated dimensions of a head differ");
        }
        if (type.equals("qwen2") || type.equals("qwen2_moe") || type.equals("olmo2")) {
            if (head != width) {
                faults.add("heads of " + head + " numbers where this architecture has " + width);
            }
        } else {
            put("head_dim", head);
        }
        biases(type);
        if (experts) {
            experts(type);
        }
    }

    /** Biases show in the tensors; where a type has them by itself, they must be there. */
    private void biases(String type) {
        boolean inputs = tensors.containsKey("blk.0.attn_q.bias");
        boolean output = tensors.containsKey("blk.0.attn_output.bias");
        boolean own = type.startsWith("qwen2") || type.equals("gpt_oss");
        if (own ? !inputs : inputs != output || inputs && type.equals("mixtral")) {
            faults.add("the biases of attention are not those of this architecture");
        } else if (type.equals("gpt_oss") || !own && !type.equals("mixtral")) {
            put("attention_bias", inputs);
        }
    }

    private void experts(String type) {
        boolean local = type.equals("mixtral") || type.equals("gpt_oss");
        size(local ? "num_local_experts" : "num_experts", "expert_count");
        size("num_experts_per_tok", "expert_used_count");
        if (type.equals("gpt_oss")) {
            size("intermediate_size", "expert_feed_forward_length");
            size("sliding_window", "attention.sliding_window");
        } else if (type.equals("mixtral")) {
            config.put("sliding_window", "null");
        } else {
            size("moe_intermediate_size", "expert_feed_forward_length");
            put("decoder_sparse_step", 1);
            config.put("mlp_only_layers", "[]");
        }
        if (type.equals("qwen2_moe")) {
            size("shared_expert_intermediate_size", "expert_shared_feed_forward_length");
        }
    }

    /** DeepSeek V2 and V3, and what is built like them. */
    private void latent() {
        long rotated = number("rope.dimension_count");
        long keys = numberOr("attention.key_length_mla", numberOr("attention.key_length", 0));
        // gating by softmax is 1, by sigmoid 2
        boolean sigmoid = numberOr("expert_gating_func", 1) == 2;
        word("model_type", sigmoid ? "deepseek_v3" : "deepseek_v2");
        word("scoring_func", sigmoid ? "sigmoid" : "softmax");
        word("topk_method", sigmoid ? "noaux_tc" : "greedy");
        put("num_key_value_heads", number("attention.head_count"));
        size("intermediate_size", "feed_forward_length");
        long ranks = numberOr("attention.q_lora_rank", 0);
        config.put("q_lora_rank", ranks == 0 ? "null" : Long.toString(ranks));
        size("kv_lora_rank", "attention.kv_lora_rank");
        put("qk_rope_head_dim", rotated);
        put("qk_nope_head_dim", keys - rotated);
        put("v_head_dim", numberOr("attention.value_length_mla", numberOr("attention.value_length", 0)));
        size("first_k_dense_replace", "leading_dense_block_count");
        size("n_routed_experts", "expert_count");
        size("num_experts_per_tok", "expert_used_count");
        size("n_shared_experts", "expert_shared_count");
        size("moe_intermediate_size", "expert_feed_forward_length");
        put("n_group", numberOr("expert_group_count", 1));
        put("topk_group", numberOr("expert_group_used_count", 1));
        put(
                "norm_topk_prob",
                metadata.getOrDefault(prefix + "expert_weights_norm", "false").equals("true"));
        config.put("routed_scaling_factor", decimalOr("expert_weights_scale", "1"));
        put("moe_layer_freq", 1);
        long module = numberOr("nextn_predict_layers", 0);
        put("num_nextn_predict_layers", module);
        put("num_hidden_layers", number("block_count") - module);
        put("attention_bias", false);
    }

    private void scaling() {
        String type = metadata.getOrDefault(prefix + "rope.scaling.type", "none");
        if (type.equals("yarn") || type.equals("linear")) {
            String factor = decimalOr("rope.scaling.factor", "1");
            String original = metadata.containsKey(prefix + "rope.scaling.original_context_length")
                    ? ", \"original_max_position_embeddings\": " + number("rope.scaling.original_context_length")
                    : "";
            config.put("rope_scaling", "{\"rope_type\": \"" + type + "\", \"factor\": " + factor + original + "}");
        }
    }

    private void size(String name, String key) {
        put(name, number(key));
    }

    private void decimal(String name, String key) {
        config.put(name, decimalOr(key, ""));
    }

    /** A whole number that must be there. */
    private long number(String key) {
        return numberOr(key, -1);
    }

    private long numberOr(String key, long absent) {
        String value = metadata.get(prefix + key);
        if (value == null && absent >= 0) {
            return absent;
        }
        boolean digits = value != null && !value.isEmpty() && value.length() <= 18 && isOf("0123456789", value);
        if (!digits) {
            faults.add(
                    value == null
                            ? "the key " + prefix + key + " is missing"
                            : value.startsWith("[")
                                    ? prefix + key + " is stated layer by layer"
                                    : prefix + key + " is \"" + value + "\"");
            return 1;
        }
        return Long.parseLong(value);
    }

    /** A number as JSON has it, which is how Java prints those that are finite. */
    private String decimalOr(String key, String absent) {
        String value = metadata.getOrDefault(prefix + key, absent);
        if (value.isEmpty() || value.length() > 30 || !isOf("0123456789.E+-", value)) {
            faults.add(
                    value.isEmpty()
                            ? "the key " + prefix + key + " is missing"
                            : prefix + key + " is \"" + value + "\"");
            return "1";
        }
        return value;
    }

    private static boolean isOf(String characters, String value) {
        for (char c : value.toCharArray()) {
            if (characters.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
