package dev.archnotes.model.config;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.ParallelHeads;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which matrices a quantization leaves as they were trained, or stores in another format than the others, by the lists
 * of modules in its configuration.
 */
public final class QuantizedModules {
    private static final List<Part> REDUCED =
            List.of(Part.ATTENTION, Part.DENSE_FEED_FORWARD, Part.ROUTED_EXPERTS, Part.SHARED_EXPERTS);

    private static final List<WeightTensor> NONE = List.of();

    /** Modules and the format that they have. */
    private static final class Rule {
        final ModuleName name;
        final Storage storage;
        /** The experts that are named one by one. */
        final Set<Long> experts = new HashSet<>();

        boolean met;

        Rule(ModuleName name, Storage storage) {
            this.name = name;
            this.storage = storage;
        }
    }

    private final Architecture architecture;
    private final Storage base;
    /** What holds in every layer, and what in one; of several that mean a matrix the last one decides. */
    private final List<Rule> everywhere = new ArrayList<>();

    private final Map<Long, List<Rule>> layers = new HashMap<>();
    private final Map<String, Rule> numbered = new HashMap<>();
    /** The layers of each matrix that has another format. */
    private final Map<String, StoredApart> apart = new LinkedHashMap<>();

    private final Set<Part> whole = new HashSet<>(REDUCED);
    private boolean image;
    /** The layers of the image encoder that are left out one by one. */
    private final Set<Long> imageLayers = new HashSet<>();

    private boolean imageMatrices;
    private boolean projector;
    private boolean unclear;

    private QuantizedModules(Architecture architecture, Storage base) {
        this.architecture = architecture;
        this.base = base;
    }

    /**
     * The architecture with what its quantization leaves out or stores apart; where a list is not understood, a
     * warning.
     *
     * @param config the whole configuration
     */
    public static Architecture applied(ConfigObject config, Architecture architecture) {
        Optional<ConfigObject> outer = config.object("quantization_config");
        Optional<ConfigObject> quantization =
                outer.or(() -> config.object("text_config").flatMap(text -> text.object("quantization_config")));
        if (quantization.isEmpty()
                || architecture.storage().isPlain()
                || architecture.layers() > Architecture.MOST_LAYERS) {
            return architecture;
        }
        ConfigObject own = quantization.get();
        boolean named = QuantizationFormats.namesModules(own);
        Storage rest =
                own.optionalText("quant_method").orElse("").equals("fp8") ? Storage.FP8_BLOCKS : Storage.BFLOAT16;
        QuantizedModules modules = new QuantizedModules(architecture, named ? rest : architecture.storage());
        // a quantization of the language model inside is none of what stands beside it
        modules.image = outer.isEmpty() || QuantizationFormats.leavesImagesOut(own);
        QuantizationFormats.noteMissingList(own, architecture.storage());
        QuantizationFormats.noteRouters(own, architecture);
        QuantizationFormats.noteCache(own);
        if (QuantizationFormats.reducesHead(own) && !architecture.tiedEmbeddings()) {
            modules.put(StoredApart.HEAD, "lm_head.weight", architecture.storage(), 0);
        }
        config.understood("expert_dtype");
        if (!named && config.optionalText("expert_dtype").orElse("").equals("fp4")) {
            modules.add("experts", Storage.MXFP4);
        }
        String key = named ? modules.addAssigned(own) : modules.addLeftOut(own);
        modules.decide();
        QuantizationFormats.noteOtherLists(own);
        modules.decideImages(own, key);
        if (modules.unclear) {
            own.noteNotModeled(
                    key,
                    "it is not understood which matrices it means, which are counted as if none were: the size of the "
                            + "checkpoint is too low");
            return architecture;
        }
        List<StoredApart> apart = new ArrayList<>();
        for (StoredApart one : modules.apart.values()) {
            if (!modules.whole.contains(modules.part(one))) {
                apart.add(one);
            }
        }
        return architecture.with(architecture.checkpoint().keeping(modules.whole, modules.image, apart));
    }

    private String addAssigned(ConfigObject quantization) {
        if (quantization.has(QuantizationFormats.IN_BLOCK)) {
            quantization
                    .textsWithin(QuantizationFormats.IN_BLOCK)
                    .forEach(module -> add(module, architecture.storage()));
            return QuantizationFormats.IN_BLOCK;
        }
        String key = "quantized_layers";
        quantization.object(key).ifPresent(modules -> {
            for (String name : modules.keys()) {
                QuantizationFormats.ofModule(modules, name).ifPresent(storage -> add(name, storage));
            }
        });
        return key;
    }

    private String addLeftOut(ConfigObject quantization) {
        String found = KeptModules.KEYS.get(0);
        for (String key : KeptModules.KEYS) {
            if (quantization.has(key)) {
                quantization.texts(key).forEach(module -> add(module, Storage.BFLOAT16));
                found = key;
            }
        }
        Optional<ConfigObject> dynamic = quantization.object("dynamic");
        for (String module : dynamic.map(ConfigObject::keys).orElse(List.of())) {
            // GPTQModel: a minus leaves out, anything else changes bits and groups
            unclear |= !module.startsWith("-:");
            add(module.replace("-:", "re:"), Storage.BFLOAT16);
            found = "dynamic";
        }
        return found;
    }

    private void add(String entry, Storage storage) {
        for (ModuleName name : ModuleName.of(entry)) {
            addImages(name, storage);
            unclear |= name.kind() == ModuleName.Kind.UNCLEAR;
            if (name.kind() == ModuleName.Kind.HEAD && !storage.isPlain() && !architecture.tiedEmbeddings()) {
                put(StoredApart.HEAD, "lm_head.weight", storage, 0);
            }
            if (name.kind() == ModuleName.Kind.MATRICES) {
                addRule(name, storage);
            }
        }
    }

    private void addImages(ModuleName name, Storage storage) {
        if (!storage.isPlain()) {
            return;
        }
        image |= name.kind() == ModuleName.Kind.IMAGES;
        imageMatrices |= name.kind() == ModuleName.Kind.IMAGE_MATRICES;
        projector |= name.kind() == ModuleName.Kind.PROJECTOR;
        if (name.kind() == ModuleName.Kind.IMAGE_LAYER) {
            imageLayers.add(name.layer());
        }
    }

    /**
     * Whether the image encoder is left out, which a list may say layer by layer. Of a part of it that is, and of the
     * matrices behind it, which are counted in 16 bits, it is said.
     */
    private void decideImages(ConfigObject quantization, String key) {
        if (image || architecture.vision().isEmpty()) {
            return;
        }
        long depth = 1;
        boolean reduced = false;
        boolean behind = false;
        for (WeightTensor tensor : architecture.imageTensors()) {
            depth = Math.max(depth, tensor.copies());
            reduced |= architecture.storage().quantizes(tensor);
            // the projection of Gemma 3 is a parameter by itself, which no quantization replaces
            behind |= tensor.part() == Part.HEAD
                    && tensor.isMatrix()
                    && tensor.name().endsWith(".weight");
        }
        image = imageLayers.size() >= depth;
        if (reduced && !image && (imageMatrices || !imageLayers.isEmpty())) {
            quantization.noteNotModeled(
                    key, "it leaves out some of the image part, all of whose encoder is counted as if none were");
        } else if (reduced && !image && behind && !projector) {
            quantization.noteNotModeled(
                    quantization.has("quant_method") ? "quant_method" : "quant_algo",
                    "the matrices between images and text, which it reduces, are counted in 16 bits");
        }
    }

    private void addRule(ModuleName name, Storage storage) {
        List<Rule> rules = name.layer() == ModuleName.ALL || name.prefix()
                ? everywhere
                : layers.computeIfAbsent(name.layer(), none -> new ArrayList<>());
        if (name.expert() == ModuleName.ALL) {
            rules.add(new Rule(name, storage));
            return;
        }
        String same = name.layer() + " " + String.join(" ", name.matrices()) + storage.word() + name.prediction();
        Rule rule = numbered.get(same);
        if (rule == null) {
            rule = new Rule(name, storage);
            numbered.put(same, rule);
            rules.add(rule);
        }
        rule.experts.add(name.expert());
    }

    /** Gives each matrix its format. */
    private void decide() {
        long layer = 0;
        Set<Part> seen = new HashSet<>();
        for (LayerBlock block : architecture.sequence()) {
            for (long i = 0; i < block.count(); i++, layer++) {
                decide(StoredApart.LAYERS, block, layer, layer, false, seen);
            }
        }
        if (architecture.predictionModule().isPresent()) {
            LayerBlock block = architecture.predictionModule().get().layer();
            long depth = architecture.predictionModule().get().depth();
            for (long i = 0; i < Math.min(depth, Architecture.MOST_LAYERS); i++) {
                decide(StoredApart.PREDICTION, block, layer + i, i, true, seen);
            }
        }
        whole.retainAll(seen);
        for (List<Rule> rules : layers.values()) {
            for (Rule rule : rules) {
                unclear |= !rule.met
                        && rule.name.layer() < layer
                        && !rule.name.matrices().isEmpty();
            }
        }
        for (Rule rule : everywhere) {
            unclear |= !rule.met
                    && !rule.name.prediction()
                    && !rule.name.matrices().isEmpty();
        }
    }

    private List<WeightTensor> tensors(LayerBlock block) {
        List<WeightTensor> tensors = new ArrayList<>(block.attention().tensors(architecture.hiddenSize()));
        tensors.addAll(block.feedForward().tensors(architecture.hiddenSize()));
        return tensors;
    }

    private void decide(String section, LayerBlock block, long layer, long place, boolean module, Set<Part> seen) {
        List<WeightTensor> tensors = tensors(block);
        boolean branch = false;
        for (WeightTensor tensor : tensors) {
            branch |= tensor.name().startsWith("dense_branch.");
        }
        for (WeightTensor tensor : tensors) {
            boolean reduced = architecture.storage().quantizes(tensor);
            Storage storage = format(tensor, attention(block, tensor), layer, module, branch);
            if (reduced && !storage.isPlain()) {
                whole.remove(tensor.part());
            }
            if (reduced && storage != architecture.storage()) {
                put(section + block.names(), tensor.name(), storage, place);
            }
            if (reduced) {
                seen.add(tensor.part());
            }
        }
    }

    /** The attention that a tensor may be of; of two that stand beside each other the one that it is of. */
    private Attention attention(LayerBlock block, WeightTensor tensor) {
        if (block.attention() instanceof ParallelHeads both) {
            return both.stateSpace().tensors(architecture.hiddenSize()).contains(tensor)
                    ? both.stateSpace()
                    : both.attention();
        }
        return block.attention();
    }

    private Storage format(WeightTensor tensor, Attention attention, long layer, boolean module, boolean branch) {
        Storage storage = base;
        List<Rule> own = layers.getOrDefault(layer, List.of());
        String matrix = within(tensor);
        for (List<Rule> rules : List.of(everywhere, own)) {
            for (Rule rule : rules) {
                // a network beside experts that are modules of their own is the dense branch
                boolean beside = branch && rule.name.parts().size() == 3 && tensor.part() != Part.DENSE_FEED_FORWARD;
                if (!beside && rule.name.means(layer, module) && rule.name.means(tensor.part(), matrix, attention)) {
                    rule.met = true;
                    storage = rule.storage.isPlain() || rule.storage.packs(tensor) ? rule.storage : Storage.BFLOAT16;
                    unclear |= !rule.experts.isEmpty() && rule.experts.size() != tensor.copies();
                }
            }
        }
        return storage;
    }

    /** The name of a matrix within its part: {@code up_proj}, {@code indexer.wq_b}. */
    private static String within(WeightTensor tensor) {
        String name = tensor.name();
        for (String before : new String[] {"experts.", "shared_experts.", "dense_branch."}) {
            name = name.startsWith(before) ? name.substring(before.length()) : name;
        }
        return name.endsWith(".weight") ? name.substring(0, name.length() - ".weight".length()) : name;
    }

    private void put(String section, String tensor, Storage storage, long place) {
        String key = section + "/" + tensor + "/" + storage.word();
        StoredApart before = apart.get(key);
        List<Long> places = new ArrayList<>(before == null ? List.of() : before.layers());
        places.add(place);
        apart.put(key, new StoredApart(storage, section, tensor, places));
    }

    /** The part of a tensor that is stored apart. */
    private Part part(StoredApart one) {
        List<LayerBlock> kinds = new ArrayList<>(architecture.kinds());
        architecture.predictionModule().ifPresent(module -> kinds.add(module.layer()));
        for (LayerBlock kind : kinds) {
            for (WeightTensor tensor : one.section().endsWith(": " + kind.names()) ? tensors(kind) : NONE) {
                if (tensor.name().equals(one.tensor())) {
                    return tensor.part();
                }
            }
        }
        return Part.HEAD;
    }
}
