package dev.archnotes.model.config;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Context;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.Training;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a Hugging Face {@code config.json}.
 *
 * <p>Every key is either understood, known to be harmless, or reported with its value: nothing is guessed. A size that
 * is missing is an error; what else may be missing, and what then stands in, is said by the class of each family.
 */
public final class ConfigReader {
    private static final List<String> MODEL_TYPES = List.of(
            "afmoe",
            "apertus",
            "arcee",
            "aya_vision",
            "baichuan",
            "bailing_hybrid",
            "bailing_moe",
            "bailing_moe_linear",
            "bailing_moe_v2",
            "bamba",
            "cohere",
            "cohere2",
            "cohere2_vision",
            "dbrx",
            "deepseek_v2",
            "deepseek_v3",
            "deepseek_v32",
            "deepseek_v4",
            "dots1",
            "ernie4_5",
            "ernie4_5_moe",
            "exaone",
            "exaone4",
            "falcon",
            "falcon_h1",
            "flex_olmo",
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
            "git",
            "glm",
            "glm4",
            "glm46v",
            "glm4_moe",
            "glm4_moe_lite",
            "glm4v",
            "glm4v_moe",
            "glm4v_moe_text",
            "glm4v_text",
            "glm_moe_dsa",
            "gpt2",
            "gpt_bigcode",
            "gpt_neox",
            "gpt_oss",
            "gptj",
            "granite",
            "granitemoe",
            "granitemoehybrid",
            "granitemoeshared",
            "helium",
            "hunyuan_v1_dense",
            "hunyuan_v1_moe",
            "idefics3",
            "internlm2",
            "internlm3",
            "internvl",
            "internvl_chat",
            "jais2",
            "jamba",
            "kimi_k2",
            "kimi_k25",
            "kimi_linear",
            "kimi_vl",
            "lfm2",
            "lfm2_moe",
            "lfm2_vl",
            "llama",
            "llama4",
            "llama4_text",
            "llava",
            "llava_next",
            "llava_onevision",
            "mellum",
            "mimo",
            "mimo_v2_flash",
            "minicpm3",
            "minimax",
            "minimax_m1",
            "minimax_m2",
            "minimax_m3",
            "minimax_m3_vl",
            "minimax_m3_vl_text",
            "minimax_text_01",
            "ministral3",
            "mistral",
            "mistral3",
            "mistral4",
            "mixtral",
            "mpt",
            "nemotron",
            "nemotron-nas",
            "nemotron_h",
            "olmo",
            "olmo2",
            "olmo3",
            "olmoe",
            "opt",
            "paligemma",
            "phi",
            "phi3",
            "phimoe",
            "qwen2",
            "qwen2_5_vl",
            "qwen2_5_vl_text",
            "qwen2_moe",
            "qwen2_vl",
            "qwen2_vl_text",
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
            "smolvlm",
            "solar_open",
            "stablelm",
            "starcoder2",
            "vaultgemma",
            "youtu");
    private static final long GEMMA_CONTEXT = 131_072;
    private static final long PALIGEMMA_CONTEXT = 8_192;
    private static final long FALCON_CONTEXT = 2_048;

    private ConfigReader() {}

    /** The model types that can be read, sorted. */
    public static List<String> modelTypes() {
        return MODEL_TYPES;
    }

    /**
     * The model that a configuration describes; empty, with errors among the findings, where it does not describe one.
     *
     * @param path the file; id and name come from its name, or from its folder where it is a {@code config.json}
     * @param top the object at the top
     * @param findings takes errors, and a warning for each key without a part in the figures
     */
    public static Optional<Variant> read(String path, ConfigValue top, ConfigFindings findings) {
        ConfigObject config = new ConfigObject(findings, top, "");
        if (!config.has("model_type")) {
            Optional<NeighborFile> other = NeighborFile.of(top);
            if (other.isPresent()) {
                findings.error(
                        Rule.WRONG_FILE, "", other.get().message(), other.get().hint());
            } else {
                config.missing("model_type", "known: " + String.join(", ", modelTypes()));
            }
            return Optional.empty();
        }
        String type = config.optionalText("model_type").orElse("");
        boolean otherGit = type.equals("git") && !config.texts("architectures").contains("Grok1ForCausalLM");
        if (findings.errors() > 0) {
            return Optional.empty();
        }
        boolean known = MODEL_TYPES.contains(type) && !otherGit;
        Optional<ConfigObject> decoder = known ? Optional.empty() : VisionConfigs.inside(config);
        String inner = decoder.flatMap(own -> own.optionalText("model_type")).orElse("");
        if (!known && !MODEL_TYPES.contains(inner)) {
            findings.error(
                    Rule.UNKNOWN_MODEL_TYPE,
                    "/model_type",
                    "the model type \"" + type + "\" cannot be read"
                            + (otherGit ? " unless it is Grok 2 (Grok1ForCausalLM)" : "")
                            + (inner.isEmpty() ? "" : ", nor can \"" + inner + "\", that of the decoder inside"),
                    hint(type));
            return Optional.empty();
        }
        ModelClasses.check(config);
        try {
            Architecture architecture =
                    decoder.map(own -> alone(config, type, own, inner)).orElseGet(() -> architecture(type, config));
            listTensors(architecture);
            long context = context(config, known ? type : inner);
            config.finish();
            String name = name(path, type) + (known ? "" : ", text decoder only");
            return findings.errors() > 0 ? Optional.empty() : Optional.of(spec(name, architecture, context));
        } catch (IllegalArgumentException impossible) {
            return refused("/model_type", String.valueOf(impossible.getMessage()), findings);
        } catch (ArithmeticException overflow) {
            // its own message is Java's, and missing once the virtual machine has compiled the code that throws it
            return refused(
                    largest(top, "").pointer(),
                    "the sizes are too large, a figure does not fit into 64 bits",
                    findings);
        }
    }

    /**
     * The architecture that a configuration of a known model type describes; what is wrong or not understood becomes a
     * finding. Not a map of method references: from those the script for the browser would come out in another order
     * with every build.
     */
    static Architecture architecture(String type, ConfigObject config) {
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
            case "mimo_v2_flash":
                return MimoV2Configs.read(config);
            case "gemma":
                return GemmaConfigs.first(config);
            case "gemma2":
                return GemmaConfigs.second(config);
            case "vaultgemma":
                return GemmaConfigs.vault(config);
            case "qwen2_moe":
                return MixtureConfigs.qwen2Moe(config);
            case "minimax_m2":
                return MixtureConfigs.minimaxM2(config);
            case "minimax_m3":
            case "minimax_m3_vl":
            case "minimax_m3_vl_text":
                return MiniMaxM3Configs.read(config);
            case "mistral3":
                return VisionLanguageConfigs.mistral3(config);
            case "qwen2":
                return DenseConfigs.qwen2(config);
            case "qwen3":
                return DenseConfigs.qwen3(config);
            case "qwen3_moe":
                return MixtureConfigs.qwen3Moe(config);
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
            case "qwen3_vl":
                return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_text");
            case "qwen3_vl_moe":
                return QwenVisionConfigs.qwen3Vl(config, "qwen3_vl_moe_text");
            case "qwen3_vl_text":
                return DenseConfigs.qwen3Vl(config);
            case "qwen3_vl_moe_text":
                return MixtureConfigs.qwen3VlMoe(config);
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
            case "deepseek_v4":
                return DeepSeekV4Configs.read(config);
            case "glm_moe_dsa":
                return SparseConfigs.glm5(config);
            case "glm4_moe_lite":
                return SparseConfigs.glm4MoeLite(config);
            case "mistral4":
                return DeepSeekConfigs.mistral4(config, storage(config));
            case "kimi_k2":
                return DeepSeekConfigs.kimiK2(config);
            case "gpt_oss":
                return MixtureConfigs.gptOss(config);
            case "glm4_moe":
                return MixtureConfigs.glm4Moe(config, false);
            case "mixtral":
                return MixtureConfigs.mixtral(config);
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
            case "falcon":
                return BlockConfigs.falcon(config);
            case "phi":
                return BlockConfigs.phi(config);
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
            case "git":
                return GrokConfigs.read(config);
            default:
                throw new IllegalStateException("no reader for " + type);
        }
    }

    /** Of a model of an unknown type the decoder, which is of a known one; what is left out is said. */
    private static Architecture alone(ConfigObject config, String type, ConfigObject decoder, String inner) {
        Architecture text = VisionConfigs.with(config, architecture(inner, decoder), Optional.empty());
        decoder.finish();
        List<String> rest = config.notAskedFor();
        config.understood(rest.toArray(new String[0]));
        config.findings()
                .warning(
                        Rule.NOT_MODELED,
                        "/model_type",
                        "the model type \"" + type + "\" is not known: only the decoder inside, of the type \"" + inner
                                + "\", is counted" + (rest.isEmpty() ? "" : ", without " + String.join(", ", rest)),
                        "");
        return text;
    }

    private static Storage storage(ConfigObject config) {
        return StorageConfig.read(config, Storage.BFLOAT16);
    }

    /** A wrong value reported before may be all there is to it. */
    private static Optional<Variant> refused(String pointer, String reason, ConfigFindings findings) {
        if (findings.errors() == 0) {
            findings.error(Rule.IMPOSSIBLE_VALUE, pointer, reason, "");
        }
        return Optional.empty();
    }

    /** A whole number and the pointer of its key. */
    private record Size(String pointer, long value) {}

    /** The largest number of an object and of those below it: where sizes are too large, the likely mistake. */
    private static Size largest(ConfigValue object, String pointer) {
        Size largest = new Size(pointer, 0);
        for (String key : object.keys()) {
            ConfigValue value = object.get(key).orElseThrow();
            String place = pointer + "/" + key;
            Size size = value.kind() == ConfigValue.Kind.OBJECT
                    ? largest(value, place)
                    : new Size(place, value.whole().orElse(0));
            if (size.value() > largest.value()) {
                largest = size;
            }
        }
        return largest;
    }

    /** A shape that cannot be, such as an image smaller than its patches, shows when the tensors are listed. */
    private static void listTensors(Architecture architecture) {
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

    private static String hint(String type) {
        String near = Suggestion.hint(type, sameNumbers(type));
        return (near.isEmpty() ? "" : near + " ") + "known: " + String.join(", ", modelTypes());
    }

    /** The known types with the numbers of this one: what differs in them is another model and no slip. */
    private static List<String> sameNumbers(String type) {
        List<String> same = new ArrayList<>();
        for (String known : MODEL_TYPES) {
            boolean near = Math.abs(known.length() - type.length()) <= 1
                    && known.charAt(0) == Character.toLowerCase(type.isEmpty() ? ' ' : type.charAt(0));
            if (near && numbers(known).equals(numbers(type))) {
                same.add(known);
            }
        }
        return same;
    }

    private static String numbers(String type) {
        StringBuilder digits = new StringBuilder();
        for (char c : type.toCharArray()) {
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    private static long context(ConfigObject config, String type) {
        ConfigObject text = VisionConfigs.inside(config).orElse(config);
        String key = text.either("max_position_embeddings", "n_positions", "max_seq_len", "model_max_length");
        if (type.equals("paligemma")) {
            return text.positiveOr(key, PALIGEMMA_CONTEXT);
        }
        if (type.equals("falcon")) {
            return text.positiveOr(key, FALCON_CONTEXT);
        }
        return type.startsWith("gemma3") || type.startsWith("gemma4")
                ? text.positiveOr(key, gemmaContext(type))
                : text.positive(key);
    }

    private static long gemmaContext(String type) {
        return type.startsWith("gemma3n") ? 32_768 : type.contains("unified") ? 262_144 : GEMMA_CONTEXT;
    }

    private static Variant spec(String name, Architecture architecture, long context) {
        return new Variant(
                new Variant.Identity(id(name), "", name),
                Variant.Release.UNKNOWN,
                architecture,
                new Context(context, Optional.empty(), Optional.empty()),
                Training.NOT_PUBLISHED,
                List.of(),
                new Variant.Provenance(Optional.of("read from a configuration file"), List.of()));
    }

    private static String name(String path, String type) {
        String slashed = path.replace('\\', '/');
        int slash = slashed.lastIndexOf('/');
        String file = slashed.substring(slash + 1);
        String stem = file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
        if (!stem.equals("config")) {
            return stem;
        }
        String above = slash < 0 ? "" : slashed.substring(0, slash);
        String folder = above.substring(above.lastIndexOf('/') + 1);
        return folder.isEmpty() || folder.startsWith(".") ? type : folder;
    }

    private static String id(String name) {
        StringBuilder id = new StringBuilder();
        for (char c : name.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean kept = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.';
            if (kept) {
                id.append(c);
            } else if (id.length() > 0 && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        return id.toString();
    }
}
