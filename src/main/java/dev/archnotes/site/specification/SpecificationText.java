package dev.archnotes.site.specification;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.spec.Variant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes an {@code architecture.yaml} of one variant. Reading it back gives the same architecture; what only its author
 * knows (maker, license, dates) is marked to be filled in, and no notes with such a mark pass a check.
 */
public final class SpecificationText {
    private SpecificationText() {}

    /**
     * The file of a variant.
     *
     * @param source where its configuration was read
     */
    public static String of(Variant variant, String source) {
        YamlText yaml = new YamlText();
        yaml.entry(0, "slug", YamlText.quoted(variant.id())).entry(0, "name", YamlText.quoted(variant.name()));
        yaml.entry(0, "organization", Variant.FILL_IN).line(0, "license:");
        yaml.entry(1, "name", Variant.FILL_IN).entry(1, "open", Variant.FILL_IN).entry(1, "source", Variant.FILL_IN);
        yaml.line(0, "variants:");
        yaml.line(1, "- id: " + YamlText.quoted(variant.id())).entry(2, "name", YamlText.quoted(variant.name()));
        yaml.entry(2, "announced", Variant.FILL_IN).entry(2, "weights_released", Variant.FILL_IN);
        yaml.line(2, "configuration:")
                .entry(3, "confidence", "read-verbatim")
                .line(3, "sources:")
                .line(4, "- " + YamlText.quoted(source));
        architecture(variant.architecture(), yaml);
        yaml.line(2, "context:");
        if (variant.context().isLimited()) {
            yaml.entry(3, "configured", variant.context().configured());
        } else {
            yaml.entry(3, "not_limited", "true");
        }
        return yaml.toString();
    }

    private static void architecture(Architecture architecture, YamlText yaml) {
        yaml.entry(2, "vocabulary_size", architecture.vocabularySize())
                .entry(2, "hidden_size", architecture.hiddenSize());
        yaml.entry(2, "tied_embeddings", Boolean.toString(architecture.tiedEmbeddings()));
        yaml.entryIf(architecture.headBias(), 2, "head_bias", "true");
        yaml.entryIf(
                architecture.learnedPositions() > 0,
                2,
                "learned_positions",
                Long.toString(architecture.learnedPositions()));
        yaml.line(2, "normalization:");
        YamlSink.entries(architecture.normalization()).forEach(entry -> yaml.line(3, entry));
        if (!architecture.stream().isPlain()) {
            yaml.entry(2, "residual_stream", YamlSink.inBraces(architecture.stream()));
        }
        if (!architecture.multipliers().isNone()) {
            yaml.entry(2, "multipliers", YamlSink.inBraces(architecture.multipliers()));
        }
        Map<String, Attention> attentions = new LinkedHashMap<>();
        Map<String, FeedForward> feedForwards = new LinkedHashMap<>();
        for (LayerGroup group : architecture.groups()) {
            for (LayerBlock block : group.blocks()) {
                attentions.put(block.attentionName(), block.attention());
                feedForwards.put(block.feedForwardName(), block.feedForward());
            }
        }
        yaml.line(2, "attention:");
        attentions.forEach((name, attention) -> part(name, attention, yaml));
        yaml.line(2, "feed_forward:");
        feedForwards.forEach((name, feedForward) -> part(name, feedForward, yaml));
        yaml.line(2, "layers:");
        for (LayerGroup group : architecture.groups()) {
            yaml.line(3, group.repeat() > 1 ? "- repeat: " + group.repeat() : "- pattern:");
            if (group.repeat() > 1) {
                yaml.line(4, "pattern:");
            }
            group.blocks().forEach(block -> yaml.line(5, "- {count: " + block.count() + ", " + names(block) + "}"));
        }
        architecture
                .predictionModule()
                .ifPresent(module -> yaml.entry(
                        2, "prediction_module", "{depth: " + module.depth() + ", " + names(module.layer()) + "}"));
        architecture.vision().ifPresent(vision -> yaml.entry(2, "vision", YamlSink.inBraces(vision)));
        yaml.line(2, "checkpoint:").entry(3, "storage", architecture.storage().word());
        YamlSink.entries(architecture.checkpoint()).forEach(entry -> yaml.line(3, entry));
        String apart = StoredApart.written(architecture.checkpoint().apart());
        yaml.entryIf(!apart.isEmpty(), 3, "stored_apart", YamlText.quoted(apart));
    }

    private static void part(String name, Described part, YamlText yaml) {
        yaml.line(3, name + ":");
        YamlSink.entries(part).forEach(entry -> yaml.line(4, entry));
    }

    private static String names(LayerBlock block) {
        return "attention: " + block.attentionName() + ", feed_forward: " + block.feedForwardName();
    }
}
