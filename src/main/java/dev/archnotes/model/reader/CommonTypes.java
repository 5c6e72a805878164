package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.List;

/**
 * The model types that most released models have. The calculator in the browser reads these: a script with the readers
 * of all types would weigh more than a page may load for it.
 */
public final class CommonTypes implements ModelTypes {
    private static final List<String> NAMES = List.of(
            "deepseek_v2",
            "deepseek_v3",
            "deepseek_v32",
            "ernie4_5",
            "exaone4",
            "gemma",
            "gemma2",
            "gemma3",
            "gemma3_text",
            "git",
            "glm4",
            "glm4_moe",
            "glm_moe_dsa",
            "gpt2",
            "gpt_oss",
            "granite",
            "hunyuan_v1_dense",
            "kimi_k2",
            "llama",
            "llama4",
            "llama4_text",
            "mimo",
            "minimax_m2",
            "ministral3",
            "mistral",
            "mistral3",
            "mixtral",
            "olmo2",
            "olmo3",
            "phi3",
            "qwen2",
            "qwen2_moe",
            "qwen3",
            "qwen3_5",
            "qwen3_5_moe",
            "qwen3_5_moe_text",
            "qwen3_5_text",
            "qwen3_moe",
            "qwen3_next",
            "qwen3_vl",
            "qwen3_vl_moe",
            "qwen3_vl_moe_text",
            "qwen3_vl_text",
            "seed_oss",
            "smollm3",
            "stablelm",
            "starcoder2");

    /** These types. */
    public static final ModelTypes ALL = new CommonTypes();

    private CommonTypes() {}

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public String elsewhere() {
        return "the command line reads more types";
    }

    @Override
    public Architecture architecture(String type, ConfigObject config) {
        return own(type, config);
    }

    /**
     * The architecture that a configuration of one of these types describes. Not a map of method references: from those
     * the script for the browser would come out in another order with every build.
     */
    private static Architecture own(String type, ConfigObject config) {
        switch (type) {
            case "gpt2":
                return Gpt2Configs.read(config);
            case "llama":
                return DenseConfigs.llama(config);
            case "mistral":
                return DenseConfigs.mistral(config, storage(config));
            case "ministral3":
                return DenseConfigs.ministral3(config, storage(config));
            case "phi3":
                return DenseConfigs.phi3(config);
            case "olmo3":
                return DenseConfigs.olmo3(config);
            case "exaone4":
                return DenseConfigs.exaone4(config);
            case "granite":
                return DenseConfigs.granite(config);
            case "seed_oss":
                return DenseConfigs.seedOss(config);
            case "ernie4_5":
                return DenseConfigs.ernie45(config);
            case "hunyuan_v1_dense":
                return DenseConfigs.hunyuanDense(config);
            case "glm4":
                return DenseConfigs.glm4(config);
            case "starcoder2":
                return DenseConfigs.starcoder2(config);
            case "stablelm":
                return DenseConfigs.stablelm(config);
            case "mimo":
                return DenseConfigs.mimo(config);
            case "gemma":
                return GemmaConfigs.first(config);
            case "gemma2":
                return GemmaConfigs.second(config);
            case "qwen2_moe":
                return MixtureConfigs.qwen2Moe(config);
            case "minimax_m2":
                return MixtureConfigs.minimaxM2(config);
            case "mistral3":
                return VisionLanguageConfigs.mistral3(config);
            case "qwen2":
                return DenseConfigs.qwen2(config);
            case "qwen3":
                return DenseConfigs.qwen3(config);
            case "qwen3_moe":
                return MixtureConfigs.qwen3Moe(config);
            case "qwen3_vl":
                return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_text");
            case "qwen3_vl_moe":
                return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_moe_text");
            case "qwen3_vl_text":
                return DenseConfigs.qwen3Vl(config);
            case "qwen3_vl_moe_text":
                return MixtureConfigs.qwen3VlMoe(config);
            case "qwen3_next":
                return Qwen3NextConfigs.read(config);
            case "qwen3_5":
                return QwenVisionConfigs.qwen3(config, "qwen3_5_text", 0);
            case "qwen3_5_moe":
                return QwenVisionConfigs.qwen3(config, "qwen3_5_moe_text", 0);
            case "qwen3_5_text":
                return Qwen3NextConfigs.text(config, false);
            case "qwen3_5_moe_text":
                return Qwen3NextConfigs.text(config, true);
            case "gemma3":
                return GemmaConfigs.withVision(config);
            case "gemma3_text":
                return GemmaConfigs.text(config);
            case "olmo2":
                return DenseConfigs.olmo2(config);
            case "llama4":
                return Llama4Configs.withVision(config);
            case "llama4_text":
                return Llama4Configs.text(config);
            case "smollm3":
                return DenseConfigs.smollm3(config);
            case "deepseek_v2":
                return DeepSeekConfigs.v2(config);
            case "deepseek_v3":
                return DeepSeekConfigs.v3(config);
            case "deepseek_v32":
                return SparseConfigs.deepseekV32(config);
            case "glm_moe_dsa":
                return SparseConfigs.glm5(config);
            case "kimi_k2":
                return DeepSeekConfigs.kimiK2(config);
            case "gpt_oss":
                return MixtureConfigs.gptOss(config);
            case "glm4_moe":
                return MixtureConfigs.glm4Moe(config, false);
            case "mixtral":
                return MixtureConfigs.mixtral(config);
            case "git":
                return GrokConfigs.read(config);
            default:
                throw new IllegalStateException("no reader for " + type);
        }
    }

    private static Storage storage(ConfigObject config) {
        return StorageConfig.read(config, Storage.BFLOAT16);
    }
}
