package dev.archnotes.site.specification;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.vision.VisionEncoder;
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
    private ArchitectureReader() {}

    static Optional<Architecture> read(YamlMapping variant) {
        long vocabulary = variant.positive("vocabulary_size");
        long hidden = variant.positive("hidden_size");
        boolean tied = variant.requiredFlag(
                "tied_embeddings", "write true where the output head reuses the embedding table, otherwise false");
        boolean headBias = variant.flag("head_bias");
        long positions = variant.integerOr("learned_positions", 0);
        Normalization normalization = MappingSource.only(variant.mapping("normalization"), Normalization.FORM);
        Map<String, Optional<Attention>> attentions = new LinkedHashMap<>();
        variant.named("attention")
                .forEach(entry ->
                        attentions.put(entry.getKey(), MappingSource.kind(entry.getValue(), Attention.forms())));
        Map<String, Optional<FeedForward>> feedForwards = new LinkedHashMap<>();
        variant.named("feed_forward")
                .forEach(entry ->
                        feedForwards.put(entry.getKey(), MappingSource.kind(entry.getValue(), FeedForward.forms())));
        List<LayerGroup> groups = new ArrayList<>();
        long layers = 0;
        for (YamlMapping mapping : variant.mappings("layers")) {
            Optional<LayerGroup> group = group(mapping, attentions, feedForwards);
            group.ifPresent(groups::add);
            layers += group.map(LayerGroup::layers).orElse(0L);
            if (layers > Architecture.MOST_LAYERS) {
                tooMany(mapping, "repeat", layers);
                return Optional.empty();
            }
        }
        Optional<PredictionModule> prediction = variant.optionalMapping("prediction_module")
                .flatMap(module -> {
                    long depth = bounded(module, "depth", module.positive("depth"));
                    Optional<LayerBlock> layer = block(module, 1, attentions, feedForwards);
                    module.finish();
                    return layer.map(block -> new PredictionModule(depth, block));
                });
        Optional<VisionEncoder> vision = variant.optionalMapping("vision")
                .flatMap(encoder -> MappingSource.kind(encoder, VisionEncoder.forms()));
        YamlMapping checkpoint = variant.mapping("checkpoint");
        MappingSource stored = MappingSource.of(checkpoint);
        Storage storage = stored.choice("storage", Storage.ALL, Optional.empty());
        List<StoredApart> apart = new ArrayList<>();
        stored.optionalText("stored_apart").ifPresent(word -> {
            try {
                apart.addAll(StoredApart.read(word));
            } catch (IllegalArgumentException broken) {
                checkpoint.impossible("stored_apart", String.valueOf(broken.getMessage()), "");
            }
        });
        CheckpointExtras extras = CheckpointExtras.FORM.read(stored).with(apart);
        if (extras.tiedHeadStored() && !tied) {
            checkpoint.impossible("tied_head_stored", "the head is not tied, so it cannot be stored twice", "");
        }
        ResidualStream stream = variant.optionalMapping("residual_stream")
                .map(own -> MappingSource.only(own, ResidualStream.FORM))
                .orElse(ResidualStream.PLAIN);
        Multipliers multipliers = variant.optionalMapping("multipliers")
                .map(own -> MappingSource.only(own, Multipliers.written()))
                .orElse(Multipliers.NONE);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Architecture(
                vocabulary,
                hidden,
                tied,
                positions,
                normalization,
                LayerGroup.sharing(groups),
                prediction,
                vision,
                storage,
                extras,
                stream,
                headBias,
                multipliers));
    }

    private static Optional<LayerGroup> group(
            YamlMapping mapping,
            Map<String, Optional<Attention>> attentions,
            Map<String, Optional<FeedForward>> feedForwards) {
        long repeat = layers(mapping, "repeat");
        List<LayerBlock> blocks = new ArrayList<>();
        for (YamlMapping item : mapping.mappings("pattern")) {
            block(item, layers(item, "count"), attentions, feedForwards).ifPresent(blocks::add);
            item.finish();
        }
        mapping.finish();
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new LayerGroup(repeat, blocks));
    }

    /** A number of layers, or of repetitions of them, so small that they can be listed. */
    private static long layers(YamlMapping mapping, String key) {
        return bounded(mapping, key, mapping.has(key) ? mapping.positive(key) : 1);
    }

    private static long bounded(YamlMapping mapping, String key, long layers) {
        if (layers > Architecture.MOST_LAYERS) {
            tooMany(mapping, key, layers);
            return 1;
        }
        return layers;
    }

    private static void tooMany(YamlMapping mapping, String key, long layers) {
        mapping.impossible(key, layers + " layers", "at most " + Architecture.MOST_LAYERS);
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
}
