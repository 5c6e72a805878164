package dev.archnotes.site.specification;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.LlamaVision;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PixtralVision;
import dev.archnotes.model.spec.SiglipVision;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.spec.VisionEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes an {@code architecture.yaml} of one variant. Reading it back gives the same architecture; what only its author
 * knows (maker, license, dates) is marked to be filled in, and no notes with such a mark pass a check.
 */
public final class SpecificationText {
    private static final Map<Storage, String> STORAGES = Map.of(
            Storage.FLOAT32,
            "float32",
            Storage.BFLOAT16,
            "bfloat16",
            Storage.FLOAT16,
            "float16",
            Storage.FP8_BLOCKS,
            "fp8-blocks",
            Storage.MXFP4_EXPERTS,
            "mxfp4-experts");

    private SpecificationText() {}

    /**
     * The file of a variant.
     *
     * @param source where its configuration was read
     */
    public static String of(Variant model, String source) {
        YamlText yaml = new YamlText();
        yaml.entry(0, "slug", YamlText.quoted(model.id())).entry(0, "name", YamlText.quoted(model.name()));
        yaml.entry(0, "organization", Variant.FILL_IN).line(0, "license:");
        yaml.entry(1, "name", Variant.FILL_IN).entry(1, "open", Variant.FILL_IN).entry(1, "source", Variant.FILL_IN);
        yaml.line(0, "variants:");
        yaml.line(1, "- id: " + YamlText.quoted(model.id())).entry(2, "name", YamlText.quoted(model.name()));
        yaml.entry(2, "announced", Variant.FILL_IN).entry(2, "weights_released", Variant.FILL_IN);
        yaml.line(2, "configuration:")
                .entry(3, "confidence", "read-verbatim")
                .line(3, "sources:")
                .line(4, "- " + YamlText.quoted(source));
        architecture(model.architecture(), yaml);
        yaml.line(2, "context:").entry(3, "configured", model.context().configured());
        return yaml.toString();
    }

    private static void architecture(Architecture model, YamlText yaml) {
        yaml.entry(2, "vocabulary_size", model.vocabularySize()).entry(2, "hidden_size", model.hiddenSize());
        yaml.entry(2, "tied_embeddings", Boolean.toString(model.tiedEmbeddings()));
        yaml.entryIf(model.learnedPositions() > 0, 2, "learned_positions", Long.toString(model.learnedPositions()));
        normalization(model.normalization(), yaml);
        Map<String, Attention> attentions = new LinkedHashMap<>();
        Map<String, FeedForward> feedForwards = new LinkedHashMap<>();
        for (LayerGroup group : model.groups()) {
            for (LayerBlock block : group.blocks()) {
                attentions.put(block.attentionName(), block.attention());
                feedForwards.put(block.feedForwardName(), block.feedForward());
            }
        }
        yaml.line(2, "attention:");
        attentions.forEach((name, attention) -> PartText.attention(name, attention, yaml));
        yaml.line(2, "feed_forward:");
        feedForwards.forEach((name, feedForward) -> PartText.feedForward(name, feedForward, yaml));
        yaml.line(2, "layers:");
        for (LayerGroup group : model.groups()) {
            yaml.line(3, group.repeat() > 1 ? "- repeat: " + group.repeat() : "- pattern:");
            if (group.repeat() > 1) {
                yaml.line(4, "pattern:");
            }
            group.blocks().forEach(block -> yaml.line(5, "- {count: " + block.count() + ", " + names(block) + "}"));
        }
        model.predictionModule()
                .ifPresent(module -> yaml.entry(
                        2, "prediction_module", "{depth: " + module.depth() + ", " + names(module.layer()) + "}"));
        model.vision().ifPresent(vision -> yaml.entry(2, "vision", vision(vision)));
        yaml.line(2, "checkpoint:").entry(3, "storage", STORAGES.get(model.storage()));
        yaml.entryIf(model.checkpoint().tiedHeadStored(), 3, "tied_head_stored", "true");
        yaml.entryIf(model.checkpoint().predictionVocabularyCopies(), 3, "prediction_vocabulary_copies", "true");
        yaml.entryIf(model.checkpoint().causalMasks(), 3, "causal_masks", "true");
    }

    private static String names(LayerBlock block) {
        return "attention: " + block.attentionName() + ", feed_forward: " + block.feedForwardName();
    }

    private static void normalization(Normalization normalization, YamlText yaml) {
        String placement = normalization.placement() == Normalization.Placement.PRE
                ? "pre"
                : normalization.placement() == Normalization.Placement.SANDWICH ? "sandwich" : "inside-branch";
        yaml.line(2, "normalization:")
                .entry(3, "kind", normalization.kind().label())
                .entry(3, "placement", placement);
        yaml.entry(3, "epsilon", "\"" + normalization.epsilon() + "\"");
        yaml.entryIf(normalization.zeroCentered(), 3, "zero_centered", "true");
    }

    private static String vision(VisionEncoder vision) {
        if (vision instanceof SiglipVision own) {
            return "{kind: siglip, " + sizes(own.hiddenSize(), own.layers(), own.intermediateSize()) + ", image_size: "
                    + own.imageSize() + ", patch_size: " + own.patchSize() + "}";
        }
        if (vision instanceof PixtralVision own) {
            return "{kind: pixtral, " + sizes(own.hiddenSize(), own.layers(), own.intermediateSize()) + ", patch_size: "
                    + own.patchSize() + ", merge_size: " + own.mergeSize() + "}";
        }
        LlamaVision own = (LlamaVision) vision;
        return "{kind: llama-4, " + sizes(own.hiddenSize(), own.layers(), own.intermediateSize()) + ", image_size: "
                + own.imageSize() + ", patch_size: " + own.patchSize() + ", shuffle_size: " + own.shuffleSize()
                + ", output_size: " + own.outputSize() + "}";
    }

    private static String sizes(long hidden, long layers, long intermediate) {
        return "hidden_size: " + hidden + ", layers: " + layers + ", intermediate_size: " + intermediate;
    }
}
