package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.List;

/** The families of model types, cut so that a script of the browser with one or two of them stays light. */
public final class Families {
    private Families() {}

    /** Decoders of equal layers with gated feed-forward, most of them after Llama. */
    public static final class Dense implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "Yi",
                    "aquila",
                    "baichuan",
                    "chatglm",
                    "cwm",
                    "ernie4_5",
                    "exaone",
                    "exaone4",
                    "glm",
                    "glm4",
                    "granite",
                    "granite_swa",
                    "helium",
                    "hunyuan_v1_dense",
                    "internlm",
                    "internlm2",
                    "internlm3",
                    "llama",
                    "mimo",
                    "minicpm",
                    "ministral",
                    "ministral3",
                    "mistral",
                    "olmo",
                    "olmo2",
                    "olmo3",
                    "orion",
                    "phi3",
                    "qwen",
                    "qwen2",
                    "qwen3",
                    "seed_oss",
                    "smollm3",
                    "stablelm",
                    "starcoder2",
                    "xverse");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "llama":
                    return DenseConfigs.llama(config);
                case "mistral":
                    return DenseConfigs.mistral(config, storage(config));
                case "ministral3":
                    return DenseConfigs.ministral3(config, storage(config));
                case "ministral":
                    return WindowedConfigs.ministral(config);
                case "phi3":
                    return DenseConfigs.phi3(config);
                case "olmo":
                    return DenseConfigs.firstOlmo(config);
                case "olmo2":
                    return DenseConfigs.olmo2(config);
                case "olmo3":
                    return DenseConfigs.olmo3(config);
                case "exaone":
                    return DenseConfigs.exaone(config);
                case "exaone4":
                    return DenseConfigs.exaone4(config);
                case "granite":
                    return DenseConfigs.granite(config);
                case "granite_swa":
                    return WindowedConfigs.granite(config);
                case "seed_oss":
                    return DenseConfigs.seedOss(config);
                case "ernie4_5":
                    return DenseConfigs.ernie45(config);
                case "hunyuan_v1_dense":
                    return DenseConfigs.hunyuanDense(config);
                case "glm":
                    return DenseConfigs.glm(config);
                case "glm4":
                    return DenseConfigs.glm4(config);
                case "starcoder2":
                    return DenseConfigs.starcoder2(config);
                case "stablelm":
                    return DenseConfigs.stablelm(config);
                case "mimo":
                    return DenseConfigs.mimo(config);
                case "smollm3":
                    return DenseConfigs.smollm3(config);
                case "helium":
                    return DenseConfigs.helium(config);
                case "internlm":
                    return RemoteConfigs.internlm(config);
                case "internlm2":
                    return DenseConfigs.internlm2(config);
                case "internlm3":
                    return DenseConfigs.internlm3(config);
                case "baichuan":
                    return DenseConfigs.baichuan(config);
                case "chatglm":
                    return RemoteConfigs.chatglm(config);
                case "qwen":
                    return RemoteConfigs.qwen(config);
                case "qwen2":
                    return DenseConfigs.qwen2(config);
                case "qwen3":
                    return DenseConfigs.qwen3(config);
                case "minicpm":
                    return RemoteConfigs.minicpm(config);
                case "orion":
                    return RemoteConfigs.orion(config);
                case "Yi":
                case "aquila":
                case "xverse":
                    return RemoteConfigs.llama(config);
                case "cwm":
                    return WindowedConfigs.cwm(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Decoders whose blocks, norms or activations are others than those of Llama. */
    public static final class Block implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "RefinedWeb",
                    "RefinedWebModel",
                    "apertus",
                    "arcee",
                    "bitnet",
                    "bloom",
                    "codegen",
                    "cohere",
                    "cohere2",
                    "falcon",
                    "gpt2",
                    "gpt_bigcode",
                    "gpt_neox",
                    "gptj",
                    "hyperclovax",
                    "jais2",
                    "mpt",
                    "nanochat",
                    "nemotron",
                    "opt",
                    "phi");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "gpt2":
                    return Gpt2Configs.read(config);
                case "opt":
                    return Gpt2Configs.opt(config);
                case "gpt_bigcode":
                    return Gpt2Configs.bigCode(config);
                case "cohere":
                    return BlockConfigs.cohere(config);
                case "cohere2":
                    return BlockConfigs.cohere2(config);
                case "gpt_neox":
                    return BlockConfigs.gptNeox(config);
                case "falcon":
                case "RefinedWeb":
                case "RefinedWebModel":
                    return BlockConfigs.falcon(config);
                case "phi":
                    return BlockConfigs.phi(config);
                case "gptj":
                case "codegen":
                    return BlockConfigs.gptj(config);
                case "arcee":
                    return BlockConfigs.arcee(config);
                case "nemotron":
                    return BlockConfigs.nemotron(config);
                case "jais2":
                    return BlockConfigs.jais2(config);
                case "apertus":
                    return BlockConfigs.apertus(config);
                case "mpt":
                    return BlockConfigs.mpt(config);
                case "bloom":
                    return BlockConfigs.bloom(config);
                case "bitnet":
                    return BlockConfigs.bitnet(config);
                case "nanochat":
                    return BlockConfigs.nanochat(config);
                case "hyperclovax":
                    return BlockConfigs.hyperclovax(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Gemma in all versions, alone and behind encoders. */
    public static final class Gemma implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "gemma",
                    "gemma2",
                    "gemma3",
                    "gemma3_text",
                    "gemma3n",
                    "gemma3n_text",
                    "gemma4",
                    "gemma4_text",
                    "gemma4_unified",
                    "gemma4_unified_text",
                    "paligemma",
                    "vaultgemma");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "gemma":
                    return GemmaConfigs.first(config);
                case "gemma2":
                    return GemmaConfigs.second(config);
                case "gemma3":
                    return GemmaConfigs.withVision(config);
                case "gemma3_text":
                    return GemmaConfigs.text(config);
                case "vaultgemma":
                    return GemmaConfigs.vault(config);
                case "gemma3n":
                    return Gemma3nConfigs.withParts(config);
                case "gemma3n_text":
                    return Gemma3nConfigs.text(config);
                case "gemma4":
                    return Gemma4Configs.withParts(config, "gemma4_text", false);
                case "gemma4_text":
                    return Gemma4Configs.text(config, false);
                case "gemma4_unified":
                    return Gemma4Configs.withParts(config, "gemma4_unified_text", true);
                case "gemma4_unified_text":
                    return Gemma4Configs.text(config, true);
                case "paligemma":
                    return ClipVisionConfigs.paligemma(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Qwen but for its plain decoders: mixtures, linear layers, encoders. */
    public static final class Qwen implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "qwen2_5_omni_text",
                    "qwen2_5_vl",
                    "qwen2_5_vl_text",
                    "qwen2_moe",
                    "qwen2_vl",
                    "qwen2_vl_text",
                    "qwen3_5",
                    "qwen3_5_moe",
                    "qwen3_5_moe_text",
                    "qwen3_5_text",
                    "qwen3_moe",
                    "qwen3_next",
                    "qwen3_omni_moe_text",
                    "qwen3_vl",
                    "qwen3_vl_moe",
                    "qwen3_vl_moe_text",
                    "qwen3_vl_text");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "qwen2_moe":
                    return MixtureConfigs.qwen2Moe(config);
                case "qwen3_moe":
                    return MixtureConfigs.qwen3Moe(config);
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
                case "qwen2_vl":
                    return QwenVisionConfigs.qwen2Vl(config);
                case "qwen2_vl_text":
                case "qwen2_5_vl_text":
                case "qwen2_5_omni_text":
                    return DenseConfigs.qwen2Vl(config);
                case "qwen2_5_vl":
                    return QwenVisionConfigs.qwen25Vl(config);
                case "qwen3_vl":
                    return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_text");
                case "qwen3_vl_text":
                    return DenseConfigs.qwen3Vl(config);
                case "qwen3_vl_moe":
                    return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_moe_text");
                case "qwen3_vl_moe_text":
                    return MixtureConfigs.qwen3VlMoe(config);
                case "qwen3_omni_moe_text":
                    return MixtureConfigs.qwen3OmniMoe(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Mixtures of experts with attention of one kind. */
    public static final class Mixture implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "git",
                    "glm46v",
                    "glm4_moe",
                    "glm4v",
                    "glm4v_moe",
                    "glm4v_moe_text",
                    "glm4v_text",
                    "gpt_oss",
                    "llama4",
                    "llama4_text",
                    "minimax_m2",
                    "mixtral");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "mixtral":
                    return MixtureConfigs.mixtral(config);
                case "minimax_m2":
                    return MixtureConfigs.minimaxM2(config);
                case "gpt_oss":
                    return MixtureConfigs.gptOss(config);
                case "glm4_moe":
                    return MixtureConfigs.glm4Moe(config, false);
                case "glm4v":
                    return VisionLanguageConfigs.glm4v(config, "glm4v_text");
                case "glm4v_text":
                    return DenseConfigs.glm4v(config);
                case "glm4v_moe":
                    return VisionLanguageConfigs.glm4v(config, "glm4v_moe_text");
                case "glm4v_moe_text":
                    return MixtureConfigs.glm4Moe(config, true);
                case "glm46v":
                    return VisionLanguageConfigs.glm4v(config, "glm4v_text", "glm4v_moe_text");
                case "llama4":
                    return Llama4Configs.withVision(config);
                case "llama4_text":
                    return Llama4Configs.text(config);
                case "git":
                    return GrokConfigs.read(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Mixtures of experts in decoders of equal layers, each by a class of its own makers. */
    public static final class PlainMixture implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "afmoe",
                    "dbrx",
                    "dots1",
                    "ernie4_5_moe",
                    "flex_olmo",
                    "granitemoe",
                    "granitemoeshared",
                    "hunyuan_v1_moe",
                    "mellum",
                    "olmoe",
                    "phimoe",
                    "solar_open");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "olmoe":
                    return PlainMixtureConfigs.olmoe(config);
                case "flex_olmo":
                    return PlainMixtureConfigs.flexOlmo(config);
                case "granitemoe":
                case "granitemoeshared":
                    return PlainMixtureConfigs.granite(config);
                case "phimoe":
                    return PlainMixtureConfigs.phimoe(config);
                case "dbrx":
                    return PlainMixtureConfigs.dbrx(config);
                case "hunyuan_v1_moe":
                    return PlainMixtureConfigs.hunyuan(config);
                case "ernie4_5_moe":
                    return PlainMixtureConfigs.ernie45Moe(config);
                case "dots1":
                    return PlainMixtureConfigs.dots1(config);
                case "solar_open":
                    return PlainMixtureConfigs.solarOpen(config);
                case "afmoe":
                    return PlainMixtureConfigs.afmoe(config);
                case "mellum":
                    return PlainMixtureConfigs.mellum(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Mixtures of experts whose layers attend in several ways. */
    public static final class Windowed implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "exaone_moe",
                    "hy_v3",
                    "laguna",
                    "mimo_v2_flash",
                    "minimax_m3",
                    "minimax_m3_vl",
                    "minimax_m3_vl_text",
                    "step3p5",
                    "step3p7");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "mimo_v2_flash":
                    return MimoV2Configs.read(config);
                case "minimax_m3":
                case "minimax_m3_vl":
                case "minimax_m3_vl_text":
                    return MiniMaxM3Configs.read(config);
                case "exaone_moe":
                    return WindowedConfigs.exaoneMoe(config);
                case "hy_v3":
                    return WindowedConfigs.hy3(config);
                case "laguna":
                    return WindowedConfigs.laguna(config);
                case "step3p5":
                    return WindowedConfigs.step(config);
                case "step3p7":
                    return WindowedConfigs.stepWithVision(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Models that keep latents in place of keys and values. */
    public static final class Latent implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "axk1",
                    // as converters of DeepSeek V4 name it after the makers' reference code
                    "deepseek_ref",
                    "deepseek_v2",
                    "deepseek_v3",
                    "deepseek_v32",
                    "deepseek_v4",
                    "glm4_moe_lite",
                    "glm_moe_dsa",
                    "kimi_k2",
                    "kimi_k25",
                    "kimi_linear",
                    "kimi_vl",
                    "longcat_flash",
                    "minicpm3",
                    "mistral4",
                    "sarvam_mla",
                    "youtu");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "deepseek_v2":
                    return DeepSeekConfigs.v2(config);
                case "deepseek_v3":
                    return DeepSeekConfigs.v3(config);
                case "deepseek_v32":
                    return SparseConfigs.deepseekV32(config);
                case "deepseek_ref":
                case "deepseek_v4":
                    return DeepSeekV4Configs.read(config);
                case "glm_moe_dsa":
                    return SparseConfigs.glm5(config);
                case "glm4_moe_lite":
                    return SparseConfigs.glm4MoeLite(config);
                case "kimi_k2":
                    return DeepSeekConfigs.kimiK2(config);
                case "kimi_k25":
                case "kimi_vl":
                    return VisionLanguageConfigs.kimi(config);
                case "kimi_linear":
                    return KimiLinearConfigs.read(config);
                case "mistral4":
                    return DeepSeekConfigs.mistral4(config, storage(config));
                case "sarvam_mla":
                    return DeepSeekConfigs.sarvam(config);
                case "minicpm3":
                    return DeepSeekConfigs.minicpm3(config);
                case "youtu":
                    return DeepSeekConfigs.youtu(config);
                case "axk1":
                    return DeepSeekConfigs.axk1(config);
                case "longcat_flash":
                    return DeepSeekConfigs.longcat(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Attention beside lightning attention, and the models of the same makers without it. */
    public static final class Lightning implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "bailing_hybrid",
                    "bailing_moe",
                    "bailing_moe_linear",
                    "bailing_moe_v2",
                    "minimax",
                    "minimax_m1",
                    "minimax_text_01");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "bailing_hybrid":
                case "bailing_moe_linear":
                    return LightningConfigs.ring(config);
                case "bailing_moe":
                case "bailing_moe_v2":
                    return LightningConfigs.ling(config);
                case "minimax":
                case "minimax_m1":
                case "minimax_text_01":
                    return LightningConfigs.minimax(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** State-space layers and short convolutions, alone and beside attention. */
    public static final class Hybrid implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "bamba",
                    "falcon_h1",
                    "falcon_mamba",
                    "granitemoehybrid",
                    "jamba",
                    "lfm2",
                    "lfm2_moe",
                    "lfm2_vl",
                    "mamba",
                    "mamba2",
                    "nemotron-nas",
                    "nemotron_h");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "lfm2":
                    return Lfm2Configs.dense(config);
                case "lfm2_moe":
                    return Lfm2Configs.experts(config);
                case "nemotron_h":
                    return NemotronConfigs.hybrid(config);
                case "nemotron-nas":
                    return NemotronConfigs.nas(config);
                case "granitemoehybrid":
                    return StateSpaceConfigs.graniteHybrid(config);
                case "bamba":
                    return StateSpaceConfigs.bamba(config);
                case "falcon_h1":
                    return StateSpaceConfigs.falconH1(config);
                case "jamba":
                    return StateSpaceConfigs.jamba(config);
                case "falcon_mamba":
                case "mamba":
                    return RecurrentConfigs.mamba(config);
                case "mamba2":
                    return RecurrentConfigs.mamba2(config);
                case "lfm2_vl":
                    return ClipVisionConfigs.lfm2Vl(config);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** An encoder of images before a decoder of any of several types. */
    public static final class Wrapper implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of(
                    "aya_vision",
                    "cohere2_vision",
                    "idefics3",
                    "internvl",
                    "internvl_chat",
                    "llava",
                    "llava_next",
                    "llava_onevision",
                    "smolvlm");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            switch (type) {
                case "llava":
                    return ClipVisionConfigs.llava(config, false, "clip_vision_model");
                case "llava_next":
                    return ClipVisionConfigs.llava(config, true, "clip_vision_model");
                case "llava_onevision":
                    return ClipVisionConfigs.llava(config, true, "siglip_vision_model");
                case "internvl":
                    return ClipVisionConfigs.internvl(config);
                case "internvl_chat":
                    return ClipVisionConfigs.internvlChat(config);
                case "idefics3":
                case "smolvlm":
                    return ClipVisionConfigs.idefics3(config);
                case "aya_vision":
                    return ClipVisionConfigs.cohere(config, true, 0);
                case "cohere2_vision":
                    return ClipVisionConfigs.cohere(config, false, 36_864);
                default:
                    throw new IllegalStateException("no reader for " + type);
            }
        }
    }

    /** Mistral behind the encoder of Pixtral: dense, or with latents and experts. */
    public static final class Mistral3 implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of("mistral3");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            return VisionLanguageConfigs.mistral3(config);
        }
    }

    /** Decoders that read pictures by cross-attention. */
    public static final class PictureReading implements TypeFamily {
        @Override
        public List<String> names() {
            return List.of("mllama");
        }

        @Override
        public Architecture read(String type, ConfigObject config) {
            return VisionLanguageConfigs.mllama(config);
        }
    }

    private static Storage storage(ConfigObject config) {
        return StorageConfig.read(config, Storage.BFLOAT16);
    }
}
