package dev.archnotes.model.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds the weights behind the tensors of a checkpoint: which tensors belong together, and which shape the weight has
 * that they pack. It is told from the shapes alone, so that what does not fit shows; a layout that is not known is said
 * to be unknown.
 */
public final class WeightUnpacking {
    private static final long WORD = 32;
    private static final long NVFP4_BLOCK = 16;
    private static final long MXFP4_BLOCK = 32;
    /** Sides of the blocks that share a scale, the usual one first. */
    private static final long[] SIDES = {128, 64, 32, 16, 256, 1};

    private final OptionalLong packedBits;
    private final OptionalLong mlxGroup;

    private WeightUnpacking(OptionalLong packedBits, OptionalLong mlxGroup) {
        this.packedBits = packedBits;
        this.mlxGroup = mlxGroup;
    }

    /**
     * The weights of a checkpoint.
     *
     * @param tensors its tensors, no name twice
     * @param packedBits the bits of a packed number as {@code quantization_config} states them, for the layout of
     *     compressed-tensors, whose shapes do not tell
     * @param mlxGroup how many numbers share a scale as {@code quantization} states it, for that of MLX
     */
    public static List<StoredWeight> weights(
            List<StoredTensor> tensors, OptionalLong packedBits, OptionalLong mlxGroup) {
        WeightUnpacking unpacking = new WeightUnpacking(packedBits, mlxGroup);
        List<StoredWeight> weights = new ArrayList<>();
        for (Companions packed : Companions.of(tensors)) {
            weights.add(unpacking.weight(packed));
        }
        return List.copyOf(weights);
    }

    /**
     * The weights of a checkpoint of which only the names are known, as its index gives them: without shapes, and with
     * {@link StoredWeight#UNKNOWN} elements.
     */
    public static List<StoredWeight> named(Map<String, String> files) {
        List<StoredTensor> all = new ArrayList<>();
        NumberFormat format = new NumberFormat("unknown", 1, 1);
        files.forEach((name, file) -> all.add(new StoredTensor(name, List.of(), format, 0, file)));
        List<StoredWeight> weights = new ArrayList<>();
        for (Companions packed : Companions.of(all)) {
            weights.add(new StoredWeight(
                    unpackedName(packed.main().name()),
                    Optional.empty(),
                    StoredWeight.UNKNOWN,
                    "unknown",
                    tensors(packed),
                    Optional.empty()));
        }
        return List.copyOf(weights);
    }

    /** Whether a weight scales the cached keys or values: it is none of the model's own. */
    public static boolean scalesCache(String name) {
        return Companions.scalesCache(name);
    }

    private StoredWeight weight(Companions packed) {
        StoredTensor main = packed.main();
        String name = main.name();
        String format = main.format().name();
        if (name.endsWith(".qweight")) {
            return format.equals("I32") ? words(packed) : unknown(packed);
        }
        if (name.endsWith(".weight_packed")) {
            return compressed(packed);
        }
        if (name.endsWith("_blocks") && packed.has("_scales")) {
            return blocks(packed);
        }
        if (packed.has(".absmax")) {
            return bitsAndBytes(packed);
        }
        if (packed.has(".weight_scale_2") || packed.has("_weight_scale_2")) {
            return nvfp4(packed, packed.has(".weight_scale_2") ? ".weight_scale" : "_weight_scale");
        }
        if (packed.has(".scale") && (format.equals("I8") || format.equals("U8"))) {
            return pairs(packed);
        }
        if (format.equals("U32") && packed.has(".scales")) {
            return mlx(packed);
        }
        if (packed.others().isEmpty()) {
            // numbers of one byte need a scale, unless they are no weight at all
            return name.endsWith(".weight") && (format.equals("U8") || format.equals("I8"))
                    ? unknown(packed)
                    : StoredWeight.plain(main);
        }
        if (format.startsWith("F8") || format.equals("I8")) {
            return scaled(packed);
        }
        boolean whole = format.startsWith("F") || format.startsWith("BF");
        return whole ? made(packed, name, main.shape(), format) : unknown(packed);
    }

    /** Four-, two-, three- or eight-bit numbers in words of 32 bits along one of the axes, after GPTQ or AWQ. */
    private static StoredWeight words(Companions packed) {
        List<Long> numbers = packed.main().shape();
        List<Long> scales = packed.shape(".scales");
        List<Long> zeros = packed.shape(".qzeros");
        if (numbers.size() != 2 || scales.size() != 2 || zeros.size() != 2 || scales.contains(0L)) {
            return unknown(packed);
        }
        long outputs = scales.get(1);
        String name = packed.base() + ".weight";
        boolean gptq = numbers.get(1) == outputs;
        long wide = gptq ? zeros.get(1) : numbers.get(1);
        long bits = wide > Long.MAX_VALUE / WORD ? 0 : wide * WORD / outputs;
        boolean usual = (bits == 2 || bits == 3 || bits == 4 || bits == 8) && bits * outputs == wide * WORD;
        if (!usual || gptq && numbers.get(0) > Long.MAX_VALUE / WORD) {
            return unknown(packed);
        }
        long inputs = gptq ? numbers.get(0) * WORD / bits : numbers.get(0);
        List<Long> shape = List.of(outputs, inputs);
        String layout = (gptq ? "GPTQ, " : "AWQ, ") + bits + " bits";
        boolean whole = !gptq || inputs * bits == numbers.get(0) * WORD;
        boolean zerosFit = zeros.get(0).equals(scales.get(0)) && zeros.get(1) == wide;
        boolean indexFits = !packed.has(".g_idx") || packed.shape(".g_idx").equals(List.of(inputs));
        boolean groupsFit = scales.get(0) <= Math.max(1, inputs);
        return whole && zerosFit && indexFits && groupsFit
                ? made(packed, name, shape, layout)
                : faulty(
                        packed,
                        name,
                        shape,
                        layout,
                        "scales " + scales + " and zero points " + zeros + " do not fit numbers of the shape "
                                + numbers);
    }

    /** {@code weight_packed} of compressed-tensors: pairs in bytes (NVFP4, MXFP4), or dense bits in words. */
    private StoredWeight compressed(Companions packed) {
        String name = packed.base() + ".weight";
        List<Long> numbers = packed.main().shape();
        String format = packed.main().format().name();
        if (!packed.has(".weight_scale") || numbers.isEmpty()) {
            return unknown(packed);
        }
        if (format.equals("U8")) {
            boolean nvfp4 = packed.has(".weight_global_scale");
            List<Long> shape = lastTimes(numbers, 2);
            String layout = nvfp4 ? "NVFP4" : "MXFP4";
            return lastTimes(packed.shape(".weight_scale"), nvfp4 ? NVFP4_BLOCK : MXFP4_BLOCK)
                            .equals(shape)
                    ? made(packed, name, shape, layout)
                    : faultyScales(packed, name, shape, layout, ".weight_scale");
        }
        if (!format.equals("I32") || packedBits.isEmpty()) {
            return unknown(packed);
        }
        long bits = packedBits.getAsLong();
        long last = numbers.get(numbers.size() - 1);
        if (bits < 1 || bits > WORD || last > Long.MAX_VALUE / WORD) {
            return unknown(packed);
        }
        List<Long> shape = new ArrayList<>(numbers);
        shape.set(numbers.size() - 1, last * WORD / bits);
        String layout = "compressed-tensors, " + bits + " bits";
        List<Long> scales = packed.shape(".weight_scale");
        return scales.size() == numbers.size() && scales.get(0).equals(numbers.get(0))
                ? made(packed, name, shape, layout)
                : faultyScales(packed, name, shape, layout, ".weight_scale");
    }

    /**
     * Numbers in words of 32 bits along the inputs, after MLX ({@code mlx.core.quantize}): a scale and an offset of 16
     * bits for each group, or one scale of eight bits where the format is MXFP4, MXFP8 or NVFP4, whose groups are
     * known.
     */
    private StoredWeight mlx(Companions packed) {
        String name = packed.main().name();
        List<Long> numbers = packed.main().shape();
        List<Long> scales = packed.shape(".scales");
        boolean affine = packed.has(".biases");
        if (numbers.isEmpty() || scales.size() != numbers.size() || affine && mlxGroup.isEmpty()) {
            return unknown(packed);
        }
        long words = numbers.get(numbers.size() - 1);
        long groups = scales.get(scales.size() - 1);
        if (groups < 1 || words > Long.MAX_VALUE / WORD || words * WORD % groups != 0) {
            return unknown(packed);
        }
        long groupBits = words * WORD / groups;
        // 32 numbers of four bits, 32 of eight, 16 of four; the group of the others is stated
        long group = affine ? mlxGroup.getAsLong() : groupBits == 64 ? NVFP4_BLOCK : MXFP4_BLOCK;
        long bits = group < 1 || groupBits % group != 0 ? 0 : groupBits / group;
        boolean usual = affine ? bits >= 2 && bits <= 8 && bits != 7 : bits == 4 || bits == 8;
        if (!usual) {
            return unknown(packed);
        }
        List<Long> shape = new ArrayList<>(numbers);
        shape.set(numbers.size() - 1, groups * group);
        String kind = group == NVFP4_BLOCK ? "NVFP4" : "MXFP" + bits;
        String layout = affine ? "MLX, " + bits + " bits" : "MLX, " + kind;
        boolean fits = scales.subList(0, scales.size() - 1).equals(numbers.subList(0, numbers.size() - 1))
                && (!affine || packed.shape(".biases").equals(scales));
        return fits ? made(packed, name, shape, layout) : faultyScales(packed, name, shape, layout, ".scales");
    }

    /** NVFP4 of ModelOpt: pairs in bytes, an FP8 scale for each 16 numbers, and one for the whole tensor. */
    private static StoredWeight nvfp4(Companions packed, String scale) {
        String name = packed.main().name();
        if (!packed.main().format().name().equals("U8") || packed.main().shape().isEmpty()) {
            return unknown(packed);
        }
        List<Long> shape = lastTimes(packed.main().shape(), 2);
        return lastTimes(packed.shape(scale), NVFP4_BLOCK).equals(shape)
                ? made(packed, name, shape, "NVFP4")
                : faultyScales(packed, name, shape, "NVFP4", scale);
    }

    /** FP4 of DeepSeek V4: pairs in bytes and a scale for each 32 numbers. */
    private static StoredWeight pairs(Companions packed) {
        String name = packed.main().name();
        List<Long> shape = lastTimes(packed.main().shape(), 2);
        return !shape.isEmpty()
                        && lastTimes(packed.shape(".scale"), MXFP4_BLOCK).equals(shape)
                ? made(packed, name, shape, "MXFP4")
                : faultyScales(packed, name, shape, "MXFP4", ".scale");
    }

    /** MXFP4 of gpt-oss: blocks of 32 numbers in 16 bytes on an axis of their own, and a scale for each. */
    private static StoredWeight blocks(Companions packed) {
        List<Long> numbers = packed.main().shape();
        int axes = numbers.size();
        if (!packed.main().format().name().equals("U8") || axes < 2 || numbers.get(axes - 1) != MXFP4_BLOCK / 2) {
            return unknown(packed);
        }
        List<Long> shape = lastTimes(numbers.subList(0, axes - 1), MXFP4_BLOCK);
        return packed.shape("_scales").equals(numbers.subList(0, axes - 1))
                ? made(packed, packed.base(), shape, "MXFP4")
                : faultyScales(packed, packed.base(), shape, "MXFP4", "_scales");
    }

    /** Pairs of four-bit numbers in one long row of bytes: the shape stands among the weights, not in the header. */
    private static StoredWeight bitsAndBytes(Companions packed) {
        StoredTensor main = packed.main();
        if (!main.format().name().equals("U8")) {
            return unknown(packed);
        }
        return new StoredWeight(
                main.name(),
                Optional.empty(),
                Math.multiplyExact(2L, main.elements()),
                "bitsandbytes, 4 bits",
                tensors(packed),
                Optional.empty());
    }

    /** Numbers of one byte with scales for the tensor, for its rows or for blocks. */
    private static StoredWeight scaled(Companions packed) {
        StoredTensor main = packed.main();
        String kind = main.format().name().equals("I8") ? "INT8" : "FP8";
        String scale = "";
        for (String possible :
                new String[] {".weight_scale_inv", ".weight_scale", ".scale", ".SCB", "_scale_inv", "_weight_scale"}) {
            scale = scale.isEmpty() && packed.has(possible) ? possible : scale;
        }
        if (scale.isEmpty()) {
            return unknown(packed);
        }
        List<Long> scales = packed.shape(scale);
        Optional<String> scaling = scaling(main.shape(), scales);
        return scaling.isPresent()
                ? made(packed, main.name(), main.shape(), kind + ", " + scaling.get())
                : faultyScales(packed, main.name(), main.shape(), kind, scale);
    }

    /** Which numbers share a scale; empty where the shapes do not fit each other. */
    private static Optional<String> scaling(List<Long> shape, List<Long> scales) {
        if (StoredTensor.elements(scales).equals(Optional.of(1L))) {
            return Optional.of("one scale a tensor");
        }
        int axes = shape.size();
        if (axes < 2) {
            return Optional.empty();
        }
        List<Long> full = new ArrayList<>(scales);
        while (full.size() < axes) {
            full.add(1L);
        }
        if (full.size() > axes || !full.subList(0, axes - 2).equals(shape.subList(0, axes - 2))) {
            return Optional.empty();
        }
        long rows = shape.get(axes - 2);
        long columns = shape.get(axes - 1);
        long scaleRows = full.get(axes - 2);
        long scaleColumns = full.get(axes - 1);
        if (scaleColumns == 1 && (scaleRows == rows || scaleRows == 1)) {
            return Optional.of(scaleRows == rows ? "one scale a row" : "one scale an expert");
        }
        for (long side : SIDES) {
            for (long width : SIDES) {
                if (scaleRows == blocks(rows, side) && scaleColumns == blocks(columns, width)) {
                    return Optional.of("blocks of " + side + " × " + width);
                }
            }
        }
        return Optional.empty();
    }

    private static long blocks(long size, long side) {
        return size / side + (size % side == 0 ? 0 : 1);
    }

    /** The same shape with its last axis so many times as long. */
    private static List<Long> lastTimes(List<Long> shape, long factor) {
        if (shape.isEmpty() || shape.get(shape.size() - 1) > Long.MAX_VALUE / factor) {
            return List.of();
        }
        List<Long> longer = new ArrayList<>(shape);
        longer.set(shape.size() - 1, shape.get(shape.size() - 1) * factor);
        return longer;
    }

    private static List<StoredTensor> tensors(Companions packed) {
        if (packed.others().isEmpty()) {
            return List.of(packed.main());
        }
        List<StoredTensor> tensors = new ArrayList<>(List.of(packed.main()));
        tensors.addAll(packed.others().values());
        return tensors;
    }

    private static StoredWeight made(Companions packed, String name, List<Long> shape, String layout) {
        return with(packed, name, shape, layout, Optional.empty());
    }

    private static StoredWeight faultyScales(
            Companions packed, String name, List<Long> shape, String layout, String scale) {
        return faulty(
                packed,
                name,
                shape,
                layout,
                "scales of the shape " + packed.shape(scale) + " do not fit numbers of the shape "
                        + packed.main().shape());
    }

    private static StoredWeight faulty(Companions packed, String name, List<Long> shape, String layout, String fault) {
        return with(packed, name, shape, layout, Optional.of(fault));
    }

    private static StoredWeight with(
            Companions packed, String name, List<Long> shape, String layout, Optional<String> fault) {
        Optional<Long> elements = StoredTensor.elements(shape);
        return elements.isEmpty()
                ? unknown(packed)
                : new StoredWeight(name, Optional.of(shape), elements.get(), layout, tensors(packed), fault);
    }

    private static String unpackedName(String name) {
        for (String end : new String[] {".qweight", ".weight_packed"}) {
            if (name.endsWith(end)) {
                return name.substring(0, name.length() - end.length()) + ".weight";
            }
        }
        return name.endsWith("_blocks") ? name.substring(0, name.length() - "_blocks".length()) : name;
    }

    private static StoredWeight unknown(Companions packed) {
        StoredTensor main = packed.main();
        return new StoredWeight(
                unpackedName(main.name()),
                Optional.empty(),
                0,
                "unknown",
                tensors(packed),
                Optional.of("its layout is not known: " + main.format().name() + " " + main.shape()
                        + (packed.others().isEmpty()
                                ? " alone"
                                : " with " + packed.others().keySet())));
    }
}
