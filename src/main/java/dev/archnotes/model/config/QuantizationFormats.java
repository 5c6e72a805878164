package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The number formats that quantizations of released checkpoints name: those of transformers ({@code quant_method}), of
 * compressed-tensors ({@code config_groups}) and of ModelOpt ({@code quant_algo}, also in
 * {@code hf_quant_config.json}).
 */
final class QuantizationFormats {
    private static final List<Long> FP8_BLOCK = List.of(128L, 128L);
    /** Number format, strategy, file format and fixed scales of inputs in compressed-tensors, and the format here. */
    private static final String[] KINDS = {
        "int8 channel int-quantized", "int8-channel",
        "float8 channel float-quantized", "fp8-channel",
        "float8 channel naive-quantized", "fp8-channel",
        "float8 tensor float-quantized", "fp8-tensor-one-16",
        "float8 tensor naive-quantized", "fp8-tensor-one-16",
        "float8 tensor float-quantized fixed", "fp8-tensor-16",
        "float8 tensor naive-quantized fixed", "fp8-tensor-16",
        "float4 tensor_group nvfp4-pack-quantized", "nvfp4",
        "float4 tensor_group nvfp4-pack-quantized fixed", "nvfp4",
        "float4 group nvfp4-pack-quantized", "nvfp4",
        "float4 group mxfp4-pack-quantized", "mxfp4"
    };

    /**
     * The modules of a layer that GPTQ reduces, and no others ({@code GPTQConfig} of transformers, {@code GPTQConfig}
     * of vLLM).
     */
    static final String IN_BLOCK = "modules_in_block_to_quantize";

    private static final List<String> ORDERED = List.of("group", "dynamic", "GROUP", "DYNAMIC");

    private QuantizationFormats() {}

    /** The format of most matrices; empty where it is not known here. */
    static Optional<Storage> of(ConfigObject quantization) {
        Optional<String> algorithm = quantization.optionalText("quant_algo");
        String method = quantization.optionalText("quant_method").orElse("");
        if (method.equals("fp8") && !quantization.has("quantized_layers")) {
            return blocksOrWhole(quantization);
        }
        if (algorithm.isPresent()) {
            return algorithm.get().equals("MIXED_PRECISION")
                    ? smallest(quantization)
                    : ofAlgorithm(algorithm.get(), quantization.wholeOr("group_size", 0));
        }
        if (method.equals("mxfp4")) {
            return Optional.of(Storage.MXFP4_EXPERTS);
        }
        if (method.equals("awq")) {
            String version = quantization.optionalText("version").orElse("gemm");
            boolean usual = quantization.wholeOr("bits", 4) == 4
                    && quantization.flagOr("zero_point", true)
                    && (version.equals("gemm") || version.equals("GEMM"));
            return usual ? groups(quantization, "awq") : Optional.empty();
        }
        if (method.equals("gptq")) {
            return gptq(quantization);
        }
        if (method.equals("fbgemm_fp8")) {
            return Optional.of(Storage.FP8_CHANNEL_32);
        }
        if (method.equals("bitsandbytes")) {
            return bitsAndBytes(quantization);
        }
        List<ConfigObject> groups = method.equals("compressed-tensors") ? groups(quantization) : List.of();
        return groups.size() == 1 && groups.get(0).texts("targets").contains("Linear")
                ? ofGroup(quantization, groups.get(0))
                : Optional.empty();
    }

    /** Whether a quantization names each module that it reduces, and leaves every other one as it was trained. */
    static boolean namesModules(ConfigObject quantization) {
        return quantization.optionalText("quant_algo").orElse("").equals("MIXED_PRECISION")
                        && quantization.has("quantized_layers")
                || quantization.has(IN_BLOCK);
    }

    /**
     * Says which keys name modules in a way that is not known here: of what they leave out, or reduce, the size of the
     * checkpoint says nothing.
     */
    static void noteOtherLists(ConfigObject quantization) {
        for (String key : quantization.keys()) {
            boolean known = KeptModules.KEYS.contains(key)
                    || key.equals(IN_BLOCK)
                    || key.equals("quantized_layers")
                    || key.equals("modules_to_fuse");
            boolean names = key.contains("module") || key.contains("layer") || key.contains("skip");
            if (names && !known) {
                quantization.notModeled(key, "the size of the checkpoint follows the other keys alone");
            }
        }
    }

    /** Whether a quantization leaves the image part out, be it named or not. */
    static boolean leavesImagesOut(ConfigObject quantization) {
        String method = quantization.optionalText("quant_method").orElse("");
        return method.equals("awq") || method.equals("gptq") || namesModules(quantization);
    }

    /**
     * Whether a quantization reduces the output table, too: GPTQModel says so; ModelOpt and compressed-tensors reduce
     * every linear module that their list does not leave out ({@code process_layer_quant_config} of the one,
     * {@code apply_quantization_config} of the other).
     */
    static boolean reducesHead(ConfigObject quantization) {
        String method = quantization.optionalText("quant_method").orElse("");
        if (method.equals("gptq")) {
            return quantization.flagOr("lm_head", false);
        }
        boolean listed = method.equals("compressed-tensors") || quantization.has("quant_algo");
        if (!listed || namesModules(quantization) || !hasList(quantization)) {
            return false;
        }
        for (String key : KeptModules.KEYS) {
            for (String module : quantization.has(key) ? quantization.texts(key) : List.<String>of()) {
                if (module.contains("head") || module.equals("*")) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasList(ConfigObject quantization) {
        boolean any = false;
        for (String key : KeptModules.KEYS) {
            any |= quantization.has(key);
        }
        return any;
    }

    /**
     * Says that the list of what stays as it was trained is missing where the tool that made the checkpoint writes one:
     * of some releases in hybrid architectures it is, and attention and some layers are not reduced all the same.
     */
    static void noteMissingList(ConfigObject quantization, Storage storage) {
        if (quantization.has("quant_algo") && !namesModules(quantization) && !hasList(quantization)) {
            quantization
                    .findings()
                    .warning(
                            ConfigRule.MISSING_KEY,
                            quantization.pointer(),
                            "the quantization has no list of what it leaves out: every matrix of the layers is counted "
                                    + "in " + storage.label() + ", and the size of the checkpoint may be too low",
                            "");
        }
    }

    /** Says that the cache is meant to be kept in a format of its own, as compressed-tensors and ModelOpt write it. */
    static void noteCache(ConfigObject quantization) {
        if (quantization.object("kv_cache_scheme").isPresent()) {
            quantization.noteNotModeled(
                    "kv_cache_scheme",
                    "the cache, which is meant to be kept in fewer bits, is counted in 16; its table has 8 and 4 bits, "
                            + "too");
        }
    }

    /**
     * Says that routers are counted as they were trained where bitsandbytes may have packed them: it packs each linear
     * module, which a router is in the fourth version of transformers and is not in the fifth.
     */
    static void noteRouters(ConfigObject quantization, Architecture architecture) {
        boolean packs = quantization.optionalText("quant_method").orElse("").equals("bitsandbytes");
        if (packs
                && architecture.kinds().stream()
                        .anyMatch(kind -> kind.feedForward().sparse().isPresent())) {
            quantization.noteNotModeled("quant_method", "the routers, which it packs or not, are counted in 16 bits");
        }
    }

    private static Optional<Storage> blocksOrWhole(ConfigObject quantization) {
        // FineGrainedFP8Config of transformers: inputs are scaled as they come unless the file says otherwise
        boolean fixedInputs =
                quantization.optionalText("activation_scheme").orElse("dynamic").equals("static");
        if (!quantization.has("weight_block_size")) {
            return Optional.of(fixedInputs ? Storage.FP8_TENSOR : Storage.FP8_TENSOR_ONE);
        }
        if (fixedInputs) {
            quantization.noteNotModeled("activation_scheme", "a scale for the inputs of each matrix is not counted");
        }
        return quantization.integers("weight_block_size").equals(FP8_BLOCK)
                ? Optional.of(Storage.FP8_BLOCKS)
                : Optional.empty();
    }

    /** The format that takes the fewest bits of those that single modules are given. */
    private static Optional<Storage> smallest(ConfigObject quantization) {
        Optional<ConfigObject> modules = quantization.object("quantized_layers");
        Optional<Storage> smallest = Optional.empty();
        for (String name : modules.map(ConfigObject::keys).orElse(List.of())) {
            Optional<Storage> one = modules.flatMap(all -> ofModule(all, name));
            if (one.isEmpty()) {
                return one;
            }
            if (smallest.isEmpty() || one.get().bitsOfNumber() < smallest.get().bitsOfNumber()) {
                smallest = one;
            }
        }
        return smallest;
    }

    /** The format of one module of ModelOpt's {@code quantized_layers}. */
    static Optional<Storage> ofModule(ConfigObject modules, String name) {
        return modules.object(name)
                .flatMap(module ->
                        ofAlgorithm(module.optionalText("quant_algo").orElse(""), module.wholeOr("group_size", 0)));
    }

    /** The algorithms of {@code modelopt/torch/export/quant_utils.py}. */
    private static Optional<Storage> ofAlgorithm(String algorithm, long group) {
        switch (algorithm) {
            case "FP8":
                return Optional.of(Storage.FP8_TENSOR);
            case "FP8_PER_CHANNEL_PER_TOKEN":
                return Optional.of(Storage.FP8_CHANNEL_32);
            case "NVFP4":
                return group == 0 || group == 16 ? Optional.of(Storage.NVFP4) : Optional.empty();
            case "W4A16_NVFP4":
                return group == 0 || group == 16 ? Optional.of(Storage.NVFP4_WEIGHTS) : Optional.empty();
            case "MXFP8":
                return Optional.of(Storage.MXFP8);
            default:
                return Optional.empty();
        }
    }

    /** The format in groups of the size that is named, 128 where none is; -1 is a whole row. */
    private static Optional<Storage> groups(ConfigObject group, String family) {
        double size = group.numberOr("group_size", 128);
        return Storage.ofWord(family + "-" + (size == -1 ? "row" : String.valueOf((long) size)));
    }

    /** Numbers of two, three, four or eight bits; those that were laid out anew for a kernel are not known. */
    private static Optional<Storage> gptq(ConfigObject quantization) {
        long bits = quantization.wholeOr("bits", 0);
        String layout = quantization.optionalText("checkpoint_format").orElse("gptq");
        boolean usual = layout.startsWith("gptq") && !quantization.flagOr("is_marlin_format", false);
        return usual ? groups(quantization, bits == 4 ? "gptq" : "gptq" + bits) : Optional.empty();
    }

    /** Eight bits; or four with scales that may be quantized, too. */
    private static Optional<Storage> bitsAndBytes(ConfigObject quantization) {
        boolean four = quantization.flagOr("load_in_4bit", false);
        if (four == quantization.flagOr("load_in_8bit", false)) {
            return Optional.empty();
        }
        Storage packed = quantization.flagOr("bnb_4bit_use_double_quant", false) ? Storage.NF4 : Storage.NF4_PLAIN;
        return Optional.of(four ? packed : Storage.LLM_INT8);
    }

    private static List<ConfigObject> groups(ConfigObject quantization) {
        List<ConfigObject> groups = new ArrayList<>();
        quantization
                .object("config_groups")
                .ifPresent(all -> all.keys().forEach(name -> all.object(name).ifPresent(groups::add)));
        return groups;
    }

    /** A group of compressed-tensors, whose scales have the 16 bits of the weights before. */
    private static Optional<Storage> ofGroup(ConfigObject quantization, ConfigObject group) {
        Optional<ConfigObject> weights = group.object("weights");
        boolean sparse = quantization
                .object("sparsity_config")
                .flatMap(own -> own.optionalText("format"))
                .filter(own -> !own.equals("dense"))
                .isPresent();
        if (weights.isEmpty() || weights.get().flagOr("dynamic", false) || sparse) {
            return Optional.empty();
        }
        ConfigObject own = weights.get();
        String format = group.optionalText("format")
                .or(() -> quantization.optionalText("format"))
                .orElse("");
        if (format.equals("pack-quantized")) {
            return packed(own);
        }
        if (!own.flagOr("symmetric", true)) {
            return Optional.empty();
        }
        boolean integers = own.optionalText("type").orElse("int").equals("int");
        // where inputs are scaled as they come, nothing is stored of them
        boolean fixedInputs = group.object("input_activations")
                .filter(in -> !in.isText("dynamic") && !in.flagOr("dynamic", false))
                .isPresent();
        String kind = (integers ? "int" : "float") + own.wholeOr("num_bits", 8) + " "
                + own.optionalText("strategy").orElse("tensor") + " " + format + (fixedInputs ? " fixed" : "");
        if (kind.equals("float8 block float-quantized")) {
            String sides = own.isText("block_structure")
                    ? own.optionalText("block_structure").orElse("")
                    : own.integers("block_structure").equals(FP8_BLOCK) ? "128x128" : "";
            return sides.equals("128x128") ? Optional.of(Storage.FP8_BLOCKS_16) : Optional.empty();
        }
        String word = word(KINDS, kind);
        return Storage.ofWord(word.equals("nvfp4") && !group.has("input_activations") ? "nvfp4-weights" : word);
    }

    /** What stands behind a word; empty where it is not there. A table takes less of a script than a switch. */
    private static String word(String[] table, String word) {
        for (int i = 0; i < table.length; i += 2) {
            if (table[i].equals(word)) {
                return table[i + 1];
            }
        }
        return "";
    }

    /** Integers in words of 32 bits, with zero points where they are not symmetric, and an index where reordered. */
    private static Optional<Storage> packed(ConfigObject weights) {
        if (!weights.optionalText("type").orElse("int").equals("int")) {
            return Optional.empty();
        }
        String strategy = weights.optionalText("strategy").orElse("tensor");
        boolean zeros = !weights.flagOr("symmetric", true);
        // quant_args.py: true and "dynamic" mean "group"; "weight" and "static" leave the order as it was
        boolean indices = weights.isText("actorder")
                ? ORDERED.contains(weights.optionalText("actorder").orElse(""))
                : weights.switchedOn("actorder", false);
        String family = "int" + weights.wholeOr("num_bits", 8) + (zeros ? "z" : "") + (indices ? "x" : "");
        if (strategy.equals("channel")) {
            return Storage.ofWord(family + "-row");
        }
        return strategy.equals("group") ? groups(weights, family) : Optional.empty();
    }
}
