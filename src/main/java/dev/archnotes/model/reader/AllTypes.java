package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.ModelTypes;
import dev.archnotes.model.config.StorageConfig;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All model types that can be read: the common ones, and those that fewer models have. */
public final class AllTypes implements ModelTypes {
    private static final List<String> NAMES = List.of(
            "RefinedWeb",
            "RefinedWebModel",
            "Yi",
            "afmoe",
            "apertus",
            "aquila",
            "arcee",
            "axk1",
            "aya_vision",
            "baichuan",
            "bailing_hybrid",
            "bailing_moe",
            "bailing_moe_linear",
            "bailing_moe_v2",
            "bamba",
            "bitnet",
            "bloom",
            "chatglm",
            "codegen",
            "cohere",
            "cohere2",
            "cohere2_vision",
            "cwm",
            "dbrx",
            "deepseek_v4",
            "dots1",
            "ernie4_5_moe",
            "exaone",
            "exaone_moe",
            "falcon",
            "falcon_h1",
            "falcon_mamba",
            "flex_olmo",
            "gemma3n",
            "gemma3n_text",
            "gemma4",
            "gemma4_text",
            "gemma4_unified",
            "gemma4_unified_text",
            "glm",
            "glm46v",
            "glm4_moe_lite",
            "glm4v",
            "glm4v_moe",
            "glm4v_moe_text",
            "glm4v_text",
            "gpt_bigcode",
            "gpt_neox",
            "gptj",
            "granite_swa",
            "granitemoe",
            "granitemoehybrid",
            "granitemoeshared",
            "helium",
            "hunyuan_v1_moe",
            "hy_v3",
            "hyperclovax",
            "idefics3",
            "internlm",
            "internlm2",
            "internlm3",
            "internvl",
            "internvl_chat",
            "jais2",
            "jamba",
            "kimi_k25",
            "kimi_linear",
            "kimi_vl",
            "laguna",
            "lfm2",
            "lfm2_moe",
            "lfm2_vl",
            "llava",
            "llava_next",
            "llava_onevision",
            "longcat_flash",
            "mamba",
            "mamba2",
            "mellum",
            "mimo_v2_flash",
            "minicpm",
            "minicpm3",
            "minimax",
            "minimax_m1",
            "minimax_m3",
            "minimax_m3_vl",
            "minimax_m3_vl_text",
            "minimax_text_01",
            "ministral",
            "mistral4",
            "mpt",
            "nanochat",
            "nemotron",
            "nemotron-nas",
            "nemotron_h",
            "olmo",
            "olmoe",
            "opt",
            "orion",
            "paligemma",
            "phi",
            "phimoe",
            "qwen",
            "qwen2_5_omni_text",
            "qwen2_5_vl",
            "qwen2_5_vl_text",
            "qwen2_vl",
            "qwen2_vl_text",
            "qwen3_omni_moe_text",
            "smolvlm",
            "solar_open",
            "step3p5",
            "vaultgemma",
            "xverse",
            "youtu");

    /** These types, together with the common ones. */
    public static final ModelTypes ALL = new AllTypes();

    private final List<String> names;

    private AllTypes() {
        List<String> all = new ArrayList<>(NAMES);
        all.addAll(CommonTypes.ALL.names());
        Collections.sort(all);
        names = List.copyOf(all);
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public String elsewhere() {
        return "";
    }

    @Override
    public String whyNot(String type) {
        return UnreadTypes.why(type);
    }

    @Override
    public boolean isEndless(String type) {
        return type.equals("mamba") || type.equals("mamba2") || type.equals("falcon_mamba");
    }

    @Override
    public Architecture architecture(String type, ConfigObject config) {
        return NAMES.contains(type) ? own(type, config) : CommonTypes.ALL.architecture(type, config);
    }

    /** A shape that cannot be, such as an image smaller than its patches, shows when the tensors are listed. */
    @Override
    public void check(Architecture architecture) {
        Math.multiplyExact(architecture.vocabularySize(), architecture.hiddenSize());
        for (LayerBlock kind : architecture.kinds()) {
            kind.attention().tensors(architecture.hiddenSize()).forEach(WeightTensor::totalElements);
            kind.feedForward().tensors(architecture.hiddenSize()).forEach(WeightTensor::totalElements);
        }
        architecture.stream()
                .tensors(architecture.hiddenSize(), architecture.layers())
                .forEach(WeightTensor::totalElements);
        architecture
                .vision()
                .ifPresent(vision -> vision.tensors(architecture.hiddenSize()).forEach(WeightTensor::totalElements));
    }

    /**
     * The architecture that a configuration of one of these types describes. Not a map of method references: from those
     * the script for the browser would come out in another order with every build.
     */
    private static Architecture own(String type, ConfigObject config) {
        switch (type) {
            case "mimo_v2_flash":
                return MimoV2Configs.read(config);
            case "vaultgemma":
                return GemmaConfigs.vault(config);
            case "minimax_m3":
            case "minimax_m3_vl":
            case "minimax_m3_vl_text":
                return MiniMaxM3Configs.read(config);
            case "aya_vision":
                return ClipVisionConfigs.cohere(config, true, 0);
            case "cohere2_vision":
                return ClipVisionConfigs.cohere(config, false, 36_864);
            case "idefics3":
            case "smolvlm":
                return ClipVisionConfigs.idefics3(config);
            case "internvl":
                return ClipVisionConfigs.internvl(config);
            case "internvl_chat":
                return ClipVisionConfigs.internvlChat(config);
            case "lfm2_vl":
                return ClipVisionConfigs.lfm2Vl(config);
            case "llava":
                return ClipVisionConfigs.llava(config, false, "clip_vision_model");
            case "llava_next":
                return ClipVisionConfigs.llava(config, true, "clip_vision_model");
            case "llava_onevision":
                return ClipVisionConfigs.llava(config, true, "siglip_vision_model");
            case "paligemma":
                return ClipVisionConfigs.paligemma(config);
            case "kimi_k25":
            case "kimi_vl":
                return VisionLanguageConfigs.kimi(config);
            case "glm4v":
                return VisionLanguageConfigs.glm4v(config, "glm4v_text");
            case "glm4v_moe":
                return VisionLanguageConfigs.glm4v(config, "glm4v_moe_text");
            case "glm46v":
                return VisionLanguageConfigs.glm4v(config, "glm4v_text", "glm4v_moe_text");
            case "glm4v_text":
                return DenseConfigs.glm4v(config);
            case "glm4v_moe_text":
                return MixtureConfigs.glm4Moe(config, true);
            case "qwen2_vl":
                return QwenVisionConfigs.qwen2Vl(config);
            case "qwen2_5_vl":
                return QwenVisionConfigs.qwen25Vl(config);
            case "qwen2_vl_text":
            case "qwen2_5_vl_text":
                return DenseConfigs.qwen2Vl(config);
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
            case "kimi_linear":
                return KimiLinearConfigs.read(config);
            case "lfm2":
                return Lfm2Configs.dense(config);
            case "lfm2_moe":
                return Lfm2Configs.experts(config);
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
            case "deepseek_v4":
                return DeepSeekV4Configs.read(config);
            case "glm4_moe_lite":
                return SparseConfigs.glm4MoeLite(config);
            case "mistral4":
                return DeepSeekConfigs.mistral4(config, storage(config));
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
            case "cohere":
                return BlockConfigs.cohere(config);
            case "cohere2":
                return BlockConfigs.cohere2(config);
            case "gpt_neox":
                return BlockConfigs.gptNeox(config);
            case "RefinedWeb":
            case "RefinedWebModel":
            case "falcon":
                return BlockConfigs.falcon(config);
            case "phi":
                return BlockConfigs.phi(config);
            case "codegen":
            case "gptj":
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
            case "opt":
                return Gpt2Configs.opt(config);
            case "gpt_bigcode":
                return Gpt2Configs.bigCode(config);
            case "olmo":
                return DenseConfigs.firstOlmo(config);
            case "glm":
                return DenseConfigs.glm(config);
            case "helium":
                return DenseConfigs.helium(config);
            case "internlm2":
                return DenseConfigs.internlm2(config);
            case "internlm3":
                return DenseConfigs.internlm3(config);
            case "exaone":
                return DenseConfigs.exaone(config);
            case "baichuan":
                return DenseConfigs.baichuan(config);
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
            case "minicpm3":
                return DeepSeekConfigs.minicpm3(config);
            case "youtu":
                return DeepSeekConfigs.youtu(config);
            case "falcon_mamba":
            case "mamba":
                return RecurrentConfigs.mamba(config);
            case "mamba2":
                return RecurrentConfigs.mamba2(config);
            case "chatglm":
                return RemoteConfigs.chatglm(config);
            case "qwen":
                return RemoteConfigs.qwen(config);
            case "minicpm":
                return RemoteConfigs.minicpm(config);
            case "internlm":
                return RemoteConfigs.internlm(config);
            case "orion":
                return RemoteConfigs.orion(config);
            case "Yi":
            case "aquila":
            case "xverse":
                return RemoteConfigs.llama(config);
            case "cwm":
                return WindowedConfigs.cwm(config);
            case "ministral":
                return WindowedConfigs.ministral(config);
            case "granite_swa":
                return WindowedConfigs.granite(config);
            case "exaone_moe":
                return WindowedConfigs.exaoneMoe(config);
            case "hy_v3":
                return WindowedConfigs.hy3(config);
            case "laguna":
                return WindowedConfigs.laguna(config);
            case "step3p5":
                return WindowedConfigs.step(config);
            case "bloom":
                return BlockConfigs.bloom(config);
            case "bitnet":
                return BlockConfigs.bitnet(config);
            case "nanochat":
                return BlockConfigs.nanochat(config);
            case "hyperclovax":
                return BlockConfigs.hyperclovax(config);
            case "axk1":
                return DeepSeekConfigs.axk1(config);
            case "longcat_flash":
                return DeepSeekConfigs.longcat(config);
            case "qwen3_omni_moe_text":
                return MixtureConfigs.qwen3OmniMoe(config);
            case "qwen2_5_omni_text":
                return DenseConfigs.qwen2Vl(config);
            default:
                throw new IllegalStateException("no reader for " + type);
        }
    }

    private static Storage storage(ConfigObject config) {
        return StorageConfig.read(config, Storage.BFLOAT16);
    }
}
