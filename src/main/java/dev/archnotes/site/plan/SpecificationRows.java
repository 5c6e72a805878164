package dev.archnotes.site.plan;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.DenseFeedForward;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.MixtureOfExperts;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.List;

/** The values of a specification by their dotted place, as {@code architecture.yaml} has them. */
final class SpecificationRows {
    private final List<VariantPage.SpecificationRow> rows = new ArrayList<>();

    private SpecificationRows() {}

    static List<VariantPage.SpecificationRow> of(Variant variant) {
        SpecificationRows out = new SpecificationRows();
        Architecture model = variant.architecture();
        out.add("vocabulary_size", model.vocabularySize());
        out.add("hidden_size", model.hiddenSize());
        out.add("tied_embeddings", model.tiedEmbeddings() ? "true" : "false");
        if (model.learnedPositions() > 0) {
            out.add("learned_positions", model.learnedPositions());
        }
        out.add(
                "normalization",
                model.normalization().kind().label() + ", "
                        + model.normalization().placement().label() + ", epsilon "
                        + model.normalization().epsilon()
                        + (model.normalization().zeroCentered() ? ", zero-centered" : ""));
        out.add("layers", Numerals.grouped(model.layers()) + ": " + layers(model));
        List<String> seen = new ArrayList<>();
        for (LayerBlock kind : model.kinds()) {
            if (!seen.contains("a." + kind.attentionName())) {
                out.attention("attention." + kind.attentionName() + ".", kind.attention());
                seen.add("a." + kind.attentionName());
            }
            if (!seen.contains("f." + kind.feedForwardName())) {
                out.feedForward("feed_forward." + kind.feedForwardName() + ".", kind.feedForward());
                seen.add("f." + kind.feedForwardName());
            }
        }
        model.predictionModule()
                .ifPresent(module -> out.add(
                        "prediction_module",
                        module.depth() + " × (" + module.layer().attentionName() + ", "
                                + module.layer().feedForwardName() + ")"));
        model.vision().ifPresent(vision -> out.add("vision", vision.name()));
        out.add("checkpoint.storage", model.storage().label());
        out.add("context.configured", variant.context().configured());
        variant.context().trained().ifPresent(tokens -> out.add("context.trained", tokens));
        variant.context().extended().ifPresent(tokens -> out.add("context.extended", tokens));
        variant.training().tokens().ifPresent(tokens -> out.add("training.tokens", tokens));
        variant.training().gpuHours().ifPresent(hours -> out.add("training.gpu_hours", hours));
        return List.copyOf(out.rows);
    }

    private void add(String place, long value) {
        add(place, Numerals.grouped(value));
    }

    private void add(String place, String value) {
        rows.add(new VariantPage.SpecificationRow(place, value));
    }

    private static String layers(Architecture model) {
        List<String> groups = new ArrayList<>();
        for (LayerGroup group : model.groups()) {
            List<String> blocks = new ArrayList<>();
            for (LayerBlock block : group.blocks()) {
                blocks.add(block.count() + " (" + block.attentionName() + ", " + block.feedForwardName() + ")");
            }
            String pattern = String.join(" + ", blocks);
            groups.add(group.repeat() == 1 ? pattern : group.repeat() + " × [" + pattern + "]");
        }
        return String.join(", then ", groups);
    }

    private void attention(String place, Attention attention) {
        add(place + "kind", attention.kind());
        if (attention instanceof LatentAttention latent) {
            add(place + "heads", latent.heads());
            if (latent.queryRank() > 0) {
                add(place + "query_rank", latent.queryRank());
            }
            add(place + "kv_rank", latent.kvRank());
            add(place + "nope_head_dim", latent.nopeHeadDim());
            add(place + "rope_head_dim", latent.ropeHeadDim());
            add(place + "value_head_dim", latent.valueHeadDim());
        } else if (attention instanceof GatedDeltaNet state) {
            add(place + "key_heads", state.keyHeads());
            add(place + "value_heads", state.valueHeads());
            add(place + "key_head_dim", state.keyHeadDim());
            add(place + "value_head_dim", state.valueHeadDim());
            add(place + "convolution_width", state.convolutionWidth());
            return;
        } else if (attention instanceof SoftmaxAttention softmax) {
            softmax(place, softmax);
        }
        positions(place, attention.positions());
    }

    private void softmax(String place, SoftmaxAttention softmax) {
        add(place + "heads", softmax.heads());
        add(place + "kv_heads", softmax.kvHeads());
        add(place + "head_dim", softmax.headDim());
        if (softmax.span() instanceof Span.Window window) {
            add(place + "window", window.tokens());
        }
        if (softmax.span() instanceof Span.Chunk chunk) {
            add(place + "chunk", chunk.tokens());
        }
        softmax.qkNorm().ifPresent(norm -> add(place + "qk_norm", norm.label()));
        add(place + "biases", softmax.biases().label());
        if (softmax.sinks()) {
            add(place + "sinks", "true");
        }
        if (softmax.outputGate()) {
            add(place + "output_gate", "true");
        }
        softmax.logitSoftCap().ifPresent(cap -> add(place + "logit_soft_cap", Double.toString(cap)));
        softmax.temperature().ifPresent(words -> add(place + "temperature", words));
    }

    private void positions(String place, PositionEncoding positions) {
        if (positions instanceof PositionEncoding.Rope rope) {
            add(
                    place + "positions",
                    "RoPE, base " + Numerals.grouped(rope.base()) + ", " + rope.rotaryDim() + " rotary dimensions"
                            + rope.scaling()
                                    .map(scaling -> ", " + scaling.method() + " scaling by " + scaling.factor())
                                    .orElse(""));
        } else {
            add(place + "positions", positions.label());
        }
    }

    private void feedForward(String place, FeedForward feedForward) {
        add(place + "kind", feedForward.kind());
        add(place + "activation", feedForward.activation().label());
        if (feedForward instanceof DenseFeedForward dense) {
            add(place + "intermediate_size", dense.intermediateSize());
        } else if (feedForward instanceof MixtureOfExperts experts) {
            add(place + "experts", experts.experts());
            add(place + "experts_per_token", experts.expertsPerToken());
            add(place + "expert_intermediate_size", experts.expertIntermediateSize());
            if (experts.sharedExperts() > 0) {
                add(
                        place + "shared_experts",
                        experts.sharedExperts() + " × " + Numerals.grouped(experts.sharedIntermediateSize()));
            }
            if (experts.denseBranchSize() > 0) {
                add(place + "dense_branch_size", experts.denseBranchSize());
            }
            add(
                    place + "router",
                    experts.router().function().label()
                            + (experts.router().selectionBias() ? ", selection bias" : "")
                            + (experts.router().groups() > 1
                                    ? ", " + experts.router().groupsKept() + " of "
                                            + experts.router().groups() + " groups"
                                    : "")
                            + (experts.router().scaling() == 1.0
                                    ? ""
                                    : ", scaling " + experts.router().scaling()));
        }
    }
}
