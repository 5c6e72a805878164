package dev.archnotes.model.config;

import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The number formats that quantizations of released checkpoints name: those of transformers ({@code quant_method}), of
 * compressed-tensors ({@code config_groups}) and of ModelOpt ({@code quant_algo}, also in
 * {@code hf_quant_config.json}).
 */
final class QuantizationFormats {
    private static final List<Long> FP8_BLOCK = List.of(128L, 128L);

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
        switch (method) {
            case "mxfp4":
                return Optional.of(Storage.MXFP4_EXPERTS);
            case "awq":
                return quantization.wholeOr("bits", 4) == 4 && quantization.flagOr("zero_point", true)
                        ? groups(quantization, Storage.AWQ_128, null)
                        : Optional.empty();
            case "gptq":
                return quantization.wholeOr("bits", 4) == 4
                        ? groups(quantization, Storage.GPTQ_128, null)
                        : Optional.empty();
            case "bitsandbytes":
                return bitsAndBytes(quantization);
            case "compressed-tensors":
                List<ConfigObject> groups = groups(quantization);
                return groups.size() == 1 && groups.get(0).texts("targets").contains("Linear")
                        ? ofGroup(quantization, groups.get(0))
                        : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    /** Whether a quantization names each module that it reduces, and leaves every other one as it was trained. */
    static boolean namesModules(ConfigObject quantization) {
        return quantization.optionalText("quant_algo").orElse("").equals("MIXED_PRECISION")
                && quantization.has("quantized_layers");
    }

    /** Whether a quantization leaves the image part out, be it named or not. */
    static boolean leavesImagesOut(ConfigObject quantization) {
        String method = quantization.optionalText("quant_method").orElse("");
        return method.equals("awq") || method.equals("gptq") || namesModules(quantization);
    }

    private static Optional<Storage> blocksOrWhole(ConfigObject quantization) {
        if (!quantization.has("weight_block_size")) {
            return Optional.of(Storage.FP8_TENSOR);
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

    /** The format in groups of the size that is named, 128 where none is; -1 is a whole row, which is not known. */
    private static Optional<Storage> groups(ConfigObject group, Storage of128, @Nullable Storage of32) {
        double size = group.numberOr("group_size", 128);
        return size == 128 ? Optional.of(of128) : size == 32 ? Optional.ofNullable(of32) : Optional.empty();
    }

    /** Four bits with scales that are quantized, too. */
    private static Optional<Storage> bitsAndBytes(ConfigObject quantization) {
        boolean known = quantization.flagOr("load_in_4bit", false)
                && quantization.flagOr("bnb_4bit_use_double_quant", false)
                && !quantization.flagOr("load_in_8bit", false);
        return known ? Optional.of(Storage.NF4) : Optional.empty();
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
        if (weights.isEmpty()
                || !weights.get().flagOr("symmetric", true)
                || weights.get().flagOr("dynamic", false)) {
            return Optional.empty();
        }
        ConfigObject own = weights.get();
        boolean integers = own.optionalText("type").orElse("int").equals("int");
        long bits = own.wholeOr("num_bits", 8);
        String strategy = own.optionalText("strategy").orElse("tensor");
        String format = group.optionalText("format")
                .or(() -> quantization.optionalText("format"))
                .orElse("");
        if (strategy.equals("channel") && bits == 8 && !format.equals("pack-quantized")) {
            return Optional.of(integers ? Storage.INT8_CHANNEL : Storage.FP8_CHANNEL);
        }
        if (integers && bits == 4 && strategy.equals("group")) {
            return groups(own, Storage.INT4_128, Storage.INT4_32);
        }
        if (integers) {
            return Optional.empty();
        }
        if (bits == 4 && format.equals("nvfp4-pack-quantized")) {
            return Optional.of(group.has("input_activations") ? Storage.NVFP4 : Storage.NVFP4_WEIGHTS);
        }
        if (bits == 4 && format.equals("mxfp4-pack-quantized")) {
            return Optional.of(Storage.MXFP4);
        }
        return Optional.empty();
    }
}
