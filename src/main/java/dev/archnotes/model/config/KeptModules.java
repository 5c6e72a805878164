package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.GatedConvolution;
import dev.archnotes.model.attention.GatedDeltaNet;
import dev.archnotes.model.attention.Mamba;
import dev.archnotes.model.attention.Mamba2;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which parts of a model the list of a quantization leaves as they were trained: names of modules, with stars, or
 * expressions of the simplest kind behind {@code re:} as compressed-tensors writes them. A part counts as left out only
 * where all of its matrices in all of its layers are; a list that names some of them cannot be held by parts.
 */
public final class KeptModules {
    /** The keys under which quantizations name such modules. */
    static final List<String> KEYS =
            List.of("modules_to_not_convert", "ignored_layers", "ignore", "exclude_modules", "llm_int8_skip_modules");

    /** Modules of attention, by the last word of their names. */
    static final Set<String> ATTENTION =
            Set.of("self_attn", "attn", "attention", "self_attention", "linear_attn", "mamba", "conv");
    /** Names that a layer's attention has for its kind; in a layer of another kind they mean nothing. */
    static final Set<String> MIXERS = Set.of("self_attn", "linear_attn", "mamba", "conv");

    private static final Set<String> NETWORK = Set.of("mlp", "feed_forward", "block_sparse_moe", "ffn");
    private static final Set<String> NUMBERED =
            Set.of("w1", "w2", "w3", "wq_a", "wq_b", "wkv", "wo_a", "wo_b", "wo", "wqkv", "query_key_value", "dense");
    static final Set<String> SHARED = Set.of("shared_experts", "shared_expert", "shared_mlp");
    /** Modules that hold an image encoder. */
    static final Set<String> IMAGE = Set.of("visual", "vision", "vision_tower", "vision_model", "vision_encoder");

    private static final List<Part> REDUCED =
            List.of(Part.ATTENTION, Part.DENSE_FEED_FORWARD, Part.ROUTED_EXPERTS, Part.SHARED_EXPERTS);

    private final Architecture architecture;
    /** For each layer and part the names of matrices that are left out; a star for all. */
    private final List<Set<String>> named = new ArrayList<>();
    /** The attention of each layer. */
    private final List<Attention> mixers = new ArrayList<>();

    private boolean image;
    private boolean unclear;

    private KeptModules(Architecture architecture) {
        this.architecture = architecture;
        for (long i = 0; i < architecture.layers() * REDUCED.size(); i++) {
            named.add(new HashSet<>());
        }
        for (LayerBlock block : architecture.sequence()) {
            for (long i = 0; i < block.count(); i++) {
                mixers.add(block.attention());
            }
        }
    }

    /**
     * The architecture with what its quantization leaves out; where that cannot be held by parts, a warning.
     *
     * @param config the whole configuration
     */
    public static Architecture applied(ConfigObject config, Architecture architecture) {
        Optional<ConfigObject> quantization = config.object("quantization_config")
                .or(() -> config.object("text_config").flatMap(text -> text.object("quantization_config")));
        if (quantization.isEmpty()
                || architecture.storage().isPlain()
                || architecture.layers() > Architecture.MOST_LAYERS) {
            return architecture;
        }
        for (String other : new String[] {"quantized_layers", "dynamic", QuantizationFormats.IN_BLOCK}) {
            quantization.get().notModeled(other, "the size of the checkpoint is that of one format");
        }
        config.noteNotModeled(
                "expert_dtype",
                "the experts are counted in " + architecture.storage().label());
        QuantizationFormats.noteMissingList(quantization.get(), architecture.storage());
        QuantizationFormats.noteRouters(quantization.get(), architecture);
        QuantizationFormats.noteCache(quantization.get());
        if (QuantizationFormats.reducesHead(quantization.get()) && !architecture.tiedEmbeddings()) {
            config.noteNotModeled("quantization_config", "the output table, which it reduces, is counted in 16 bits");
        }
        KeptModules kept = new KeptModules(architecture);
        kept.image = QuantizationFormats.leavesImagesOut(quantization.get());
        for (String key : KEYS) {
            if (quantization.get().has(key)) {
                quantization.get().texts(key).forEach(kept::add);
                Optional<Set<Part>> parts = kept.parts();
                if (parts.isEmpty()) {
                    quantization
                            .get()
                            .noteNotModeled(
                                    key,
                                    "it leaves out some matrices of a part and not all of them, which are counted as "
                                            + "if none were: the size of the checkpoint is too low");
                    return architecture;
                }
                return architecture.with(architecture.checkpoint().keeping(parts.get(), kept.image, List.of()));
            }
        }
        return architecture.with(architecture.checkpoint().keeping(Set.of(), kept.image, List.of()));
    }

    private void add(String module) {
        String name = module.startsWith("re:") ? module.substring("re:".length()) : module;
        for (char sign : "()[]{}|+?".toCharArray()) {
            // an expression that is more than a name with stars
            unclear |= name.indexOf(sign) >= 0;
        }
        List<String> segments = segments(name);
        long layer = -1;
        int behind = 0;
        for (int i = 0; i < segments.size(); i++) {
            if (IMAGE.contains(segments.get(i))) {
                image = true;
                return;
            }
            if (segments.get(i).equals("mtp")) {
                return;
            }
            boolean numbered =
                    i > 0 && isNumber(segments.get(i)) && segments.get(i - 1).equals("layers");
            if (numbered || segments.get(i).equals("layers")) {
                layer = numbered ? Long.parseLong(segments.get(i)) : layer;
                behind = i + 1;
            }
        }
        List<String> path = segments.subList(behind, segments.size());
        if (layer < 0) {
            for (long each = 0; each < architecture.layers(); each++) {
                add(each, path);
            }
        } else if (layer < architecture.layers()) {
            add(layer, path);
        }
    }

    /** What stands between periods, without stars and the signs of an expression. */
    static List<String> segments(String name) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        for (char c : (name + ".").toCharArray()) {
            boolean ofName =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
            if (ofName) {
                segment.append(c);
            } else if (segment.length() > 0) {
                segments.add(segment.toString());
                segment.setLength(0);
            }
        }
        return segments;
    }

    /** Whether a segment numbers a layer or an expert. */
    static boolean isNumber(String segment) {
        boolean number = segment.length() < 6;
        for (char c : segment.toCharArray()) {
            number &= c >= '0' && c <= '9';
        }
        return number;
    }

    private void add(long layer, List<String> path) {
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        boolean matrix = last.endsWith("_proj") || last.startsWith("in_proj") || NUMBERED.contains(last);
        List<String> place = new ArrayList<>(matrix ? path.subList(0, path.size() - 1) : path);
        place.removeIf(KeptModules::isNumber);
        String which = matrix ? last : "*";
        if (path.isEmpty()) {
            REDUCED.forEach(part -> put(layer, part, which));
            return;
        }
        String first = place.isEmpty() ? "" : place.get(0);
        String deepest = place.isEmpty() ? "" : place.get(place.size() - 1);
        if (ATTENTION.contains(first)) {
            // what else stands inside of attention is a norm or a gate
            Attention mixer = mixers.get((int) layer);
            if (mixer instanceof ParallelHeads both) {
                unclear |= isCalled(both.attention(), first) != isCalled(both.stateSpace(), first);
            } else if (!isCalled(mixer, first)) {
                return;
            }
            if (place.size() == 1) {
                put(layer, Part.ATTENTION, which);
            } else {
                unclear |= matrix;
            }
        } else if (SHARED.contains(deepest)) {
            put(layer, Part.SHARED_EXPERTS, which);
        } else if (deepest.equals("experts")) {
            // a list of single experts may leave some of them out
            unclear |= place.size() < (matrix ? path.size() - 1 : path.size());
            put(layer, Part.ROUTED_EXPERTS, which);
        } else if (NETWORK.contains(deepest)) {
            put(layer, Part.DENSE_FEED_FORWARD, which);
            if (!matrix) {
                put(layer, Part.ROUTED_EXPERTS, which);
                put(layer, Part.SHARED_EXPERTS, which);
            }
        } else {
            unclear |= matrix;
        }
    }

    /**
     * Whether a word names the attention of a layer as the class of its kind calls it: {@code linear_attn} in
     * Qwen3-Next and Qwen3.5, {@code mamba} in Jamba, Granite and Falcon H1, {@code conv} in LFM2
     * ({@code modeling_qwen3_next.py}, {@code modeling_jamba.py} and so on of {@code huggingface/transformers}),
     * {@code self_attn} elsewhere. Any other word names all of them.
     */
    static boolean isCalled(Attention attention, String word) {
        if (!MIXERS.contains(word)) {
            return true;
        }
        String called = "self_attn";
        if (attention instanceof GatedDeltaNet) {
            called = "linear_attn";
        } else if (attention instanceof Mamba || attention instanceof Mamba2) {
            called = "mamba";
        } else if (attention instanceof GatedConvolution) {
            called = "conv";
        }
        return called.equals(word);
    }

    private void put(long layer, Part part, String matrix) {
        named.get((int) (layer * REDUCED.size()) + REDUCED.indexOf(part)).add(matrix);
    }

    /** The parts of which nothing is reduced; empty where some of a part is and some is not. */
    private Optional<Set<Part>> parts() {
        Set<Part> all = new HashSet<>();
        Set<Part> some = new HashSet<>();
        Set<Part> none = new HashSet<>();
        int layer = 0;
        for (LayerBlock block : architecture.sequence()) {
            List<WeightTensor> tensors = new ArrayList<>(block.attention().tensors(architecture.hiddenSize()));
            FeedForward network = block.feedForward();
            tensors.addAll(network.tensors(architecture.hiddenSize()));
            for (long i = 0; i < block.count(); i++, layer++) {
                for (Part part : REDUCED) {
                    Set<String> reduced = reduced(tensors, part);
                    Set<String> out = named.get(layer * REDUCED.size() + REDUCED.indexOf(part));
                    if (!reduced.isEmpty()) {
                        boolean whole = out.contains("*") || out.containsAll(reduced);
                        (whole ? all : out.isEmpty() ? none : some).add(part);
                    }
                }
            }
        }
        for (Part part : all) {
            if (none.contains(part)) {
                some.add(part);
            }
        }
        return some.isEmpty() && !unclear ? Optional.of(all) : Optional.empty();
    }

    /** The last words of the names of a layer's matrices that the format reduces. */
    private Set<String> reduced(List<WeightTensor> tensors, Part part) {
        Set<String> names = new HashSet<>();
        for (WeightTensor tensor : tensors) {
            if (tensor.part() == part && architecture.storage().quantizes(tensor)) {
                String name = tensor.name().substring(0, tensor.name().lastIndexOf('.'));
                names.add(name.substring(name.lastIndexOf('.') + 1));
            }
        }
        return names;
    }
}
