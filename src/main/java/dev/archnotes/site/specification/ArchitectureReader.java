package dev.archnotes.site.specification;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.LlamaVision;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PixtralVision;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.SiglipVision;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.VisionEncoder;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the shape of one variant: vocabulary, width, named attentions and feed-forwards, and the layers made of them.
 */
final class ArchitectureReader {
    private static final Map<String, Normalization.Kind> NORMS =
            Map.of("LayerNorm", Normalization.Kind.LAYER_NORM, "RMSNorm", Normalization.Kind.RMS_NORM);
    private static final Map<String, Normalization.Placement> PLACEMENTS = Map.of(
            "pre", Normalization.Placement.PRE,
            "inside-branch", Normalization.Placement.INSIDE_BRANCH,
            "sandwich", Normalization.Placement.SANDWICH);
    private static final Map<String, Storage> STORAGES = Map.of(
            "float32", Storage.FLOAT32,
            "bfloat16", Storage.BFLOAT16,
            "float16", Storage.FLOAT16,
            "fp8-blocks", Storage.FP8_BLOCKS,
            "mxfp4-experts", Storage.MXFP4_EXPERTS);
    private static final Map<String, String> VISIONS =
            Map.of("siglip", "siglip", "pixtral", "pixtral", "llama-4", "llama-4");

    private ArchitectureReader() {}

    static Optional<Architecture> read(YamlMapping variant) {
        long vocabulary = variant.positive("vocabulary_size");
        long hidden = variant.positive("hidden_size");
        boolean tied = variant.requiredFlag(
                "tied_embeddings", "write true where the output head reuses the embedding table, otherwise false");
        long positions = variant.integerOr("learned_positions", 0);
        Normalization normalization = normalization(variant.mapping("normalization"));
        Map<String, Optional<Attention>> attentions = new LinkedHashMap<>();
        variant.named("attention")
                .forEach(entry -> attentions.put(entry.getKey(), AttentionReader.read(entry.getValue())));
        Map<String, Optional<FeedForward>> feedForwards = new LinkedHashMap<>();
        variant.named("feed_forward")
                .forEach(entry -> feedForwards.put(entry.getKey(), FeedForwardReader.read(entry.getValue())));
        List<LayerGroup> groups = new ArrayList<>();
        for (YamlMapping group : variant.mappings("layers")) {
            group(group, attentions, feedForwards).ifPresent(groups::add);
        }
        Optional<PredictionModule> prediction = variant.optionalMapping("prediction_module")
                .flatMap(module -> {
                    long depth = module.positive("depth");
                    Optional<LayerBlock> layer = block(module, 1, attentions, feedForwards);
                    module.finish();
                    return layer.map(block -> new PredictionModule(depth, block));
                });
        Optional<VisionEncoder> vision = variant.optionalMapping("vision").map(ArchitectureReader::vision);
        YamlMapping checkpoint = variant.mapping("checkpoint");
        Storage storage = checkpoint.choice("storage", STORAGES, Storage.BFLOAT16);
        CheckpointExtras extras = new CheckpointExtras(
                checkpoint.flag("tied_head_stored"),
                checkpoint.flag("prediction_vocabulary_copies"),
                checkpoint.flag("causal_masks"));
        checkpoint.finish();
        if (extras.tiedHeadStored() && !tied) {
            checkpoint.impossible("tied_head_stored", "the head is not tied, so it cannot be stored twice", "");
        }
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Architecture(
                vocabulary, hidden, tied, positions, normalization, groups, prediction, vision, storage, extras));
    }

    private static Normalization normalization(YamlMapping mapping) {
        Normalization normalization = new Normalization(
                mapping.choice("kind", NORMS, Normalization.Kind.RMS_NORM),
                mapping.choice("placement", PLACEMENTS, Normalization.Placement.PRE),
                mapping.text("epsilon"),
                mapping.flag("zero_centered"));
        mapping.finish();
        return normalization;
    }

    private static Optional<LayerGroup> group(
            YamlMapping mapping,
            Map<String, Optional<Attention>> attentions,
            Map<String, Optional<FeedForward>> feedForwards) {
        long repeat = mapping.has("repeat") ? mapping.positive("repeat") : 1;
        List<LayerBlock> blocks = new ArrayList<>();
        for (YamlMapping item : mapping.mappings("pattern")) {
            block(item, item.has("count") ? item.positive("count") : 1, attentions, feedForwards)
                    .ifPresent(blocks::add);
            item.finish();
        }
        mapping.finish();
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new LayerGroup(repeat, blocks));
    }

    private static Optional<LayerBlock> block(
            YamlMapping item,
            long count,
            Map<String, Optional<Attention>> attentions,
            Map<String, Optional<FeedForward>> feedForwards) {
        Optional<Attention> attention = named(item, "attention", attentions);
        Optional<FeedForward> feedForward = named(item, "feed_forward", feedForwards);
        if (attention.isEmpty() || feedForward.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LayerBlock(
                count, item.text("attention"), attention.get(), item.text("feed_forward"), feedForward.get()));
    }

    /**
     * The part of a name, nothing where it is not there; one that is there and could not be read has its own findings
     * already.
     */
    private static <T> Optional<T> named(YamlMapping item, String key, Map<String, Optional<T>> parts) {
        if (!item.has(key)) {
            item.error(Rule.MISSING_KEY, key, "the key \"" + key + "\" is missing", "");
            return Optional.empty();
        }
        String name = item.text(key);
        if (!parts.containsKey(name)) {
            item.error(
                    Rule.IMPOSSIBLE_VALUE,
                    key,
                    "no " + key.replace('_', '-') + " is named \"" + name + "\" here",
                    Suggestion.hint(name, parts.keySet()));
        }
        return parts.getOrDefault(name, Optional.empty());
    }

    private static VisionEncoder vision(YamlMapping mapping) {
        String kind = mapping.choice("kind", VISIONS, "siglip");
        long hidden = mapping.positive("hidden_size");
        long layers = mapping.positive("layers");
        long intermediate = mapping.positive("intermediate_size");
        long patch = mapping.positive("patch_size");
        VisionEncoder vision;
        if (kind.equals("pixtral")) {
            vision = new PixtralVision(hidden, layers, intermediate, patch, mapping.positive("merge_size"));
        } else if (kind.equals("llama-4")) {
            vision = new LlamaVision(
                    hidden,
                    layers,
                    intermediate,
                    mapping.positive("image_size"),
                    patch,
                    mapping.positive("shuffle_size"),
                    mapping.positive("output_size"));
        } else {
            vision = new SiglipVision(hidden, layers, intermediate, mapping.positive("image_size"), patch);
        }
        mapping.finish();
        return vision;
    }
}
