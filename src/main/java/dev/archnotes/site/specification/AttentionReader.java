package dev.archnotes.site.specification;

import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.AttentionBiases;
import dev.archnotes.model.spec.GatedDeltaNet;
import dev.archnotes.model.spec.LatentAttention;
import dev.archnotes.model.spec.PositionEncoding;
import dev.archnotes.model.spec.QkNorm;
import dev.archnotes.model.spec.RopeScaling;
import dev.archnotes.model.spec.SoftmaxAttention;
import dev.archnotes.model.spec.Span;
import dev.archnotes.site.yaml.YamlMapping;
import java.util.Map;
import java.util.Optional;

/** Reads one named attention of a variant. */
final class AttentionReader {
    private static final Map<String, String> KINDS = Map.of(
            "multi-head", "multi-head attention",
            "grouped-query", "grouped-query attention",
            "multi-query", "multi-query attention",
            "latent", "multi-head latent attention",
            "gated-deltanet", "Gated DeltaNet");
    private static final Map<String, QkNorm.Scope> SCOPES =
            Map.of("head", QkNorm.Scope.HEAD, "vector", QkNorm.Scope.VECTOR);
    private static final Map<String, AttentionBiases> BIASES =
            Map.of("none", AttentionBiases.NONE, "qkv", AttentionBiases.QUERY_KEY_VALUE, "all", AttentionBiases.ALL);
    private static final Map<String, String> SCALINGS = Map.of("linear", "linear", "llama3", "llama3", "yarn", "yarn");

    private AttentionReader() {}

    static Optional<Attention> read(YamlMapping mapping) {
        String kind = mapping.choice("kind", KINDS, "");
        try {
            Attention attention;
            if (kind.equals("Gated DeltaNet")) {
                attention = deltaNet(mapping);
            } else if (kind.equals("multi-head latent attention")) {
                attention = latent(mapping);
            } else {
                attention = softmax(mapping, kind);
            }
            mapping.finish();
            return Optional.of(attention);
        } catch (IllegalArgumentException impossible) {
            mapping.impossible(mapping.has("kv_heads") ? "kv_heads" : "kind", impossible.getMessage(), "");
            return Optional.empty();
        }
    }

    private static Attention deltaNet(YamlMapping mapping) {
        return new GatedDeltaNet(
                mapping.positive("key_heads"),
                mapping.positive("value_heads"),
                mapping.positive("key_head_dim"),
                mapping.positive("value_head_dim"),
                mapping.positive("convolution_width"));
    }

    private static Attention latent(YamlMapping mapping) {
        return new LatentAttention(
                mapping.positive("heads"),
                mapping.integerOr("query_rank", 0),
                mapping.positive("kv_rank"),
                mapping.positive("nope_head_dim"),
                mapping.positive("rope_head_dim"),
                mapping.positive("value_head_dim"),
                positions(mapping.mapping("positions"), mapping.positive("rope_head_dim")));
    }

    private static Attention softmax(YamlMapping mapping, String kind) {
        long headDim = mapping.positive("head_dim");
        Span span = new Span.Full();
        if (mapping.has("window")) {
            span = new Span.Window(mapping.positive("window"));
        }
        if (mapping.has("chunk")) {
            if (mapping.has("window")) {
                mapping.impossible("chunk", "a window and a chunk in one attention", "keep one of them");
            }
            span = new Span.Chunk(mapping.positive("chunk"));
        }
        SoftmaxAttention attention = new SoftmaxAttention(
                mapping.positive("heads"),
                mapping.positive("kv_heads"),
                headDim,
                span,
                positions(mapping.mapping("positions"), headDim),
                mapping.optionalMapping("qk_norm").map(AttentionReader::qkNorm),
                mapping.choiceOr("biases", BIASES, AttentionBiases.NONE),
                mapping.flag("sinks"),
                mapping.flag("output_gate"),
                mapping.optionalNumber("logit_soft_cap"),
                mapping.optionalText("temperature"));
        if (!kind.isEmpty() && !attention.kind().equals(kind)) {
            mapping.impossible(
                    "kind",
                    attention.heads() + " heads and " + attention.kvHeads() + " KV heads are " + attention.kind()
                            + ", not " + kind,
                    "write \"" + attention.kind().replace(" attention", "") + "\"");
        }
        return attention;
    }

    private static QkNorm qkNorm(YamlMapping mapping) {
        boolean weighted = !mapping.has("weighted") || mapping.flag("weighted");
        QkNorm norm =
                new QkNorm(mapping.choice("scope", SCOPES, QkNorm.Scope.HEAD), weighted, mapping.flag("after_rope"));
        mapping.finish();
        return norm;
    }

    private static PositionEncoding positions(YamlMapping mapping, long headDim) {
        String kind = mapping.choice("kind", Map.of("rope", "rope", "none", "none", "learned", "learned"), "none");
        PositionEncoding positions = new PositionEncoding.None();
        if (kind.equals("learned")) {
            positions = new PositionEncoding.Learned();
        } else if (kind.equals("rope")) {
            long rotaryDim = mapping.has("rotary_dim") ? mapping.positive("rotary_dim") : headDim;
            if (rotaryDim > headDim || rotaryDim % 2 != 0) {
                mapping.impossible(
                        "rotary_dim",
                        rotaryDim + " rotary dimensions in a head of " + headDim,
                        "an even number up to " + headDim);
            }
            positions = new PositionEncoding.Rope(
                    mapping.positive("base"),
                    rotaryDim,
                    mapping.optionalMapping("scaling").map(AttentionReader::scaling));
        }
        mapping.finish();
        return positions;
    }

    private static RopeScaling scaling(YamlMapping mapping) {
        RopeScaling scaling = new RopeScaling(
                mapping.choice("method", SCALINGS, "linear"),
                mapping.optionalNumber("factor").orElse(1.0),
                mapping.integerOr("original_context", 0));
        mapping.finish();
        return scaling;
    }
}
