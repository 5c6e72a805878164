package dev.archnotes.model.fact;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.model.tensor.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/** The data dictionary: every fact that a sheet may hold, in the order of tables and of {@code data/models.json}. */
public final class Dictionary {
    /** Paths that were renamed, each with its present name; notes and data files may still use the former ones. */
    public static final Map<String, String> RENAMED = Map.of("organisation", "organization");

    /** All definitions. */
    public static final List<FactDefinition> DEFINITIONS = definitions();

    private static final Map<FactPath, FactDefinition> BY_PATH = byPath();

    private Dictionary() {}

    /** The definition of a path of the dictionary. */
    public static FactDefinition of(FactPath path) {
        return Optional.ofNullable(BY_PATH.get(path))
                .orElseThrow(() -> new IllegalArgumentException("no definition of " + path));
    }

    /** The definition of a path that somebody wrote, which may be a former name. */
    public static Optional<FactDefinition> named(String path) {
        return Optional.ofNullable(BY_PATH.get(new FactPath(current(path))));
    }

    /** The present name of a path. */
    static String current(String path) {
        return RENAMED.getOrDefault(path, path);
    }

    /** The former name of a path that was renamed. */
    public static Optional<FactPath> formerly(FactPath path) {
        return RENAMED.entrySet().stream()
                .filter(renamed -> renamed.getValue().equals(path.text()))
                .map(renamed -> new FactPath(renamed.getKey()))
                .findFirst();
    }

    private static Map<FactPath, FactDefinition> byPath() {
        Map<FactPath, FactDefinition> index = new HashMap<>();
        DEFINITIONS.forEach(definition -> index.put(definition.path(), definition));
        return index;
    }

    private static List<FactDefinition> definitions() {
        Rows rows = new Rows();
        rows.in(FactDefinition.Group.IDENTITY)
                .text(FactPath.ID, "Id", "The variant's id, unique over all families.")
                .text(FactPath.MODEL, "Family", "The slug of the family's page.")
                .orNull()
                .text(FactPath.NAME, "Model", "The variant's name.")
                .text(FactPath.ORGANIZATION, "Maker", "The organization that released the weights.")
                .orNull()
                .text(FactPath.ANNOUNCED, "Announced", "The day of the announcement, ISO 8601.")
                .text(
                        FactPath.RELEASED,
                        "Weights released",
                        "The day on which the weights could be downloaded, ISO 8601.")
                .orNull()
                .text(FactPath.LICENSE, "License", "The license of the weights.")
                .orNull()
                .flag(
                        FactPath.OPEN_LICENSE,
                        "Unrestricted license",
                        "Whether the license sets no conditions on use (Apache-2.0, MIT and the like).");
        rows.in(FactDefinition.Group.SHAPE)
                .add(FactPath.LAYERS, "Layers", "Decoder layers; a prediction module is not counted.")
                .add(FactPath.HIDDEN_SIZE, "Hidden size", "Width of the residual stream.")
                .add(FactPath.VOCABULARY_SIZE, "Vocabulary", "Rows of the embedding table, padding included.")
                .flag(
                        FactPath.TIED_EMBEDDINGS,
                        "Tied embeddings",
                        "Whether the output head reuses the embedding table.")
                .add(FactPath.CONTEXT_CONFIGURED, "Context", "The limit in the released configuration, in tokens.")
                .add(
                        FactPath.CONTEXT_TRAINED,
                        "Context trained",
                        "The longest sequence trained on, extension stages included, where published.")
                .orNull()
                .add(
                        FactPath.CONTEXT_EXTENDED,
                        "Context claimed",
                        "The longest context that the makers claim by extension at inference.")
                .text(FactPath.VISION, "Vision part", "The image encoder, where the checkpoint has one.")
                .text(FactPath.RELEASED_PRECISION, "Released precision", "Number format of the released checkpoint.")
                .others("residual_stream.", List.of(ResidualStream.FORM))
                .others("multipliers.", List.of(Multipliers.written()));
        rows.in(FactDefinition.Group.PARAMETERS)
                .add(
                        FactPath.PARAMETERS_TOTAL,
                        "Total parameters",
                        "Weights of the language decoder, without prediction module and vision part; a tied table "
                                + "counts once.")
                .add(
                        FactPath.PARAMETERS_WITH_EXTRAS,
                        "With extras",
                        "Total plus prediction module and vision part, where the checkpoint has them.")
                .add(
                        FactPath.PARAMETERS_ACTIVE_ALL,
                        "Active parameters",
                        "Weights that act on one token: all but the routed experts that are not chosen.")
                .add(
                        FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING,
                        "Active, without input embedding",
                        "Active weights that multiply: without the embedding and position tables, which are only "
                                + "looked up; a tied table still counts as head.")
                .add(
                        FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS,
                        "Active, without vocabulary tables",
                        "Active weights without embedding and output head.");
        for (Part part : Part.values()) {
            rows.add(
                    FactPath.parametersOf(part),
                    part.label(),
                    "Decoder weights of this part; the groups add up to the total.");
        }
        rows.add(
                        FactPath.PARAMETERS_PER_ROUTED_EXPERT,
                        "One routed expert",
                        "Weights of one routed expert of one layer.")
                .add(
                        FactPath.PARAMETERS_PREDICTION_MODULE,
                        "Prediction module",
                        "Weights of the multi-token-prediction module, without its copies of embedding and head.")
                .add(FactPath.PARAMETERS_VISION, "Vision part", "Weights of image encoder and projector.")
                .add(
                        FactPath.PARAMETERS_VISION_PROJECTOR,
                        "Vision projector",
                        "Matrices between the image encoder and the decoder; part of the vision part.")
                .add(
                        FactPath.PARAMETERS_STORED_ELEMENTS,
                        "Elements in the checkpoint",
                        "All stored numbers as a hub counts them: extras, second copies of tables, stored masks, "
                                + "and FP8 block scales.");
        rows.in(FactDefinition.Group.CACHE)
                .add(
                        FactPath.KV_CACHE_BYTES_PER_TOKEN,
                        "Cache per token",
                        "16-bit bytes per token as if every layer that has keys and values kept every token: the usual "
                                + "quoted figure. A recurrent state is no part of it.")
                .add(
                        FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN,
                        "Growing cache per token",
                        "16-bit bytes still added per token once every window and chunk is full.")
                .add(
                        FactPath.KV_CACHE_FIXED_BYTES,
                        "Fixed cache",
                        "Bytes of filled windows and chunks (16-bit) and of recurrent state (32-bit).");
        cacheAt(
                rows,
                FactPath::kvCacheBytesAt,
                FactPath.KV_CACHE_BYTES_AT_CONTEXT,
                "Cache at ",
                "16-bit bytes of one sequence, layer by layer, at a context of ");
        cacheAt(
                rows,
                FactPath::kvCacheNaiveBytesAt,
                FactPath.KV_CACHE_NAIVE_BYTES_AT_CONTEXT,
                "Naive cache at ",
                "16-bit bytes of one sequence if every layer kept every token (not of models with a recurrent "
                        + "state, which keeps none), at a context of ");
        cacheAt(
                rows,
                FactPath::kvCacheBytesAt8Bits,
                FactPath.KV_CACHE_BYTES_AT_8_BITS_CONTEXT,
                "8-bit cache at ",
                "The same with 8-bit keys and values, at a context of ");
        cacheAt(
                rows,
                FactPath::kvCacheBytesAt4Bits,
                FactPath.KV_CACHE_BYTES_AT_4_BITS_CONTEXT,
                "4-bit cache at ",
                "The same with 4-bit keys and values, at a context of ");
        rows.in(FactDefinition.Group.MEMORY)
                .add(
                        FactPath.WEIGHTS_RELEASED_BYTES,
                        "Released weights",
                        "Bytes of the released checkpoint: released precision, scales, extras and stored copies "
                                + "included.")
                .add(FactPath.WEIGHTS_BF16_BYTES, "Weights in 16 bits", "Bytes of the decoder at two bytes a weight.")
                .add(
                        FactPath.WEIGHTS_INT8_BYTES,
                        "Weights in 8 bits",
                        "Bytes of the decoder at one byte a weight, scales not counted.")
                .add(
                        FactPath.WEIGHTS_INT4_BYTES,
                        "Weights in 4 bits",
                        "Bytes of the decoder at half a byte a weight, scales not counted.");
        rows.in(FactDefinition.Group.COST)
                .add(
                        FactPath.COST_WEIGHT_FLOPS_PER_TOKEN,
                        "Weight FLOPs per token",
                        "Two operations for each active weight that multiplies.");
        costAt(
                rows,
                FactPath::costAttentionFlopsPerTokenAt,
                "Attention FLOPs per token at ",
                "Scores and mixing of one decoded token at a context of ");
        costAt(
                rows,
                FactPath::costFlopsPerTokenAt,
                "FLOPs per token at ",
                "Weights and attention of one decoded token at a context of ");
        costAt(
                rows,
                FactPath::costPrefillFlopsAt,
                "Prefill FLOPs of ",
                "Weights and causal attention over a whole prompt of ");
        rows.add(
                FactPath.COST_ACTIVE_WEIGHT_BYTES,
                "Active weight bytes",
                "Bytes of the active weights at the released precision, without the input embedding.");
        costAt(
                rows,
                FactPath::costBytesReadPerTokenAt,
                "Bytes read per token at ",
                "Active weights and cache read for one decoded token, batch 1, at a context of ");
        rows.in(FactDefinition.Group.TRAINING)
                .add(FactPath.TRAINING_TOKENS, "Training tokens", "Pre-training tokens as published.")
                .orNull()
                .add(FactPath.TRAINING_GPU_HOURS, "Accelerator hours", "Accelerator hours as published.")
                .orNull()
                .text(FactPath.TRAINING_ACCELERATOR, "Accelerator", "The accelerator that those hours are of.")
                .add(
                        FactPath.TRAINING_FLOPS,
                        "Training compute (6ND)",
                        "Six operations for each active weight outside the vocabulary tables and each token.")
                .quotient(
                        FactPath.TRAINING_TOKENS_PER_PARAMETER,
                        "Tokens per parameter",
                        "Training tokens divided by total parameters.")
                .quotient(
                        FactPath.TRAINING_IMPLIED_UTILIZATION,
                        "Implied utilization",
                        "6ND divided by what the published hours could deliver at the accelerator's dense BF16 peak.");
        rows.in(FactDefinition.Group.ATTENTION)
                .text(FactPath.ATTENTION_KIND, "Attention", "The kinds of token mixers, by their standard names.")
                .text(FactPath.ATTENTION_MIX, "Attention mix", "Layers by how far they see.")
                .of(
                        "attention.",
                        Attention.forms(),
                        "heads",
                        "kv_heads",
                        "queries_per_kv_head",
                        "head_dim",
                        "query_width")
                .of("attention.", Attention.forms(), "query_rank", "kv_rank", "nope_head_dim", "rope_head_dim")
                .of("attention.", Attention.forms(), "value_head_dim")
                .of("attention.", Span.forms(), "window", "chunk")
                .add(
                        FactPath.ATTENTION_FULL_LAYERS,
                        "Full-attention layers",
                        "Softmax layers that see every earlier token.")
                .add(FactPath.ATTENTION_WINDOW_LAYERS, "Sliding-window layers", "Layers with a sliding window.")
                .add(FactPath.ATTENTION_CHUNK_LAYERS, "Chunked layers", "Layers with chunked attention.")
                .add(FactPath.ATTENTION_LATENT_LAYERS, "Latent layers", "Layers with multi-head latent attention.")
                .add(
                        FactPath.ATTENTION_COMPRESSED_LAYERS,
                        "Compressed layers",
                        "Layers that keep pooled entries in place of tokens.")
                .add(FactPath.ATTENTION_LINEAR_LAYERS, "Linear layers", "Layers with linear attention.")
                .add(
                        FactPath.ATTENTION_CONVOLUTION_LAYERS,
                        "Convolution layers",
                        "Layers with a short convolution in place of attention.")
                .add(
                        FactPath.ATTENTION_PICTURE_LAYERS,
                        "Cross-attention layers",
                        "Layers that read pictures and no token of the text.")
                .add(
                        FactPath.ATTENTION_SHARED_CACHE_LAYERS,
                        "Layers without a cache",
                        "Softmax layers that read the keys and values of a layer below and keep none.")
                .text(FactPath.ATTENTION_VALUES, "Values", "Where values come from, if not from a projection.")
                .add(
                        FactPath.ATTENTION_NONE_LAYERS,
                        "Layers without a token mixer",
                        "Layers of which each is a feed-forward alone.")
                .add(
                        FactPath.ATTENTION_INDEXER_LAYERS,
                        "Layers with an indexer",
                        "Layers that choose the tokens to read; others with sparse attention read what these chose.")
                .add(FactPath.ATTENTION_STATE_BYTES, "Recurrent state", "32-bit bytes of recurrent state per sequence.")
                .text(FactPath.ATTENTION_QK_NORM, "QK-norm", "Whether and over what queries and keys are normalized.")
                .others("attention.", Attention.forms());
        rows.in(FactDefinition.Group.POSITIONS)
                .text(FactPath.POSITIONS_KIND, "Positions", "The position encodings in use.")
                .add(
                        FactPath.POSITIONS_ROPE_BASE,
                        "RoPE base",
                        "Base of the rotary wavelengths (of the full-attention layers where layers differ).")
                .add(
                        FactPath.POSITIONS_LOCAL_ROPE_BASE,
                        "RoPE base, local layers",
                        "Base in windowed layers where it differs.")
                .add(FactPath.POSITIONS_ROTARY_DIM, "Rotary dimensions", "Rotated dimensions of a head.")
                .text(FactPath.POSITIONS_SCALING, "RoPE scaling", "How rotary frequencies were rescaled.")
                .add(FactPath.POSITIONS_ROPE_LAYERS, "RoPE layers", "Attention layers with rotary positions.")
                .add(FactPath.POSITIONS_NOPE_LAYERS, "NoPE layers", "Softmax layers without any position encoding.")
                .add(FactPath.POSITIONS_TABLE_ROWS, "Position table", "Rows of a learned position table.");
        rows.in(FactDefinition.Group.NORMALIZATION).others("normalization.", List.of(Normalization.FORM));
        rows.in(FactDefinition.Group.FEED_FORWARD)
                .text(FactPath.FEED_FORWARD_KIND, "Feed-forward", "Dense, mixture of experts, or both.")
                .text(FactPath.FEED_FORWARD_ACTIVATION, "Activation", "The non-linearity.")
                .of("feed_forward.", FeedForward.forms(), "intermediate_size", "dense_branch_size")
                .of("feed_forward.", FeedForward.forms(), "experts", "experts_per_token", "sparsity", "shared_experts")
                .of("feed_forward.", FeedForward.forms(), "expert_intermediate_size")
                .add(FactPath.FEED_FORWARD_MOE_LAYERS, "MoE layers", "Layers with experts.")
                .add(FactPath.FEED_FORWARD_DENSE_LAYERS, "Dense layers", "Layers with one dense network.")
                .add(
                        FactPath.FEED_FORWARD_NONE_LAYERS,
                        "Layers without a feed-forward",
                        "Layers of which each is a token mixer alone.")
                .others("feed_forward.", FeedForward.forms());
        return List.copyOf(rows.definitions);
    }

    private static void cacheAt(
            Rows rows, LongFunction<FactPath> path, FactPath configured, String label, String description) {
        costAt(rows, path, label, description);
        rows.add(configured, label + "configured context", description + "the configured limit.");
    }

    private static void costAt(Rows rows, LongFunction<FactPath> path, String label, String description) {
        for (long context : Contexts.STATED) {
            rows.add(
                    path.apply(context),
                    label + Contexts.label(context),
                    description + Numerals.grouped(context) + " tokens.");
        }
    }

    private static final class Rows {
        private final List<FactDefinition> definitions = new ArrayList<>();
        private FactDefinition.Group group = FactDefinition.Group.IDENTITY;

        Rows in(FactDefinition.Group next) {
            group = next;
            return this;
        }

        /** A whole number. */
        Rows add(FactPath path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.INTEGER);
        }

        Rows text(FactPath path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.TEXT);
        }

        Rows flag(FactPath path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.FLAG);
        }

        Rows quotient(FactPath path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.NUMBER);
        }

        private Rows add(FactPath path, String label, String description, FactDefinition.Type type) {
            definitions.add(new FactDefinition(path, label, group, type, false, description));
            return this;
        }

        /** The facts of a family of kinds that have these keys, in this order. */
        Rows of(String path, List<? extends Form<?>> forms, String... keys) {
            for (String key : keys) {
                for (Form<?> form : forms) {
                    for (Attribute<?> fact : facts(form)) {
                        if (fact.key().equals(key)) {
                            addOnce(path, fact);
                        }
                    }
                }
            }
            return this;
        }

        /** All facts of a family of kinds that do not stand here yet. */
        Rows others(String path, List<? extends Form<?>> forms) {
            for (Form<?> form : forms) {
                facts(form).forEach(fact -> addOnce(path, fact));
            }
            return this;
        }

        private static List<Attribute<?>> facts(Form<?> form) {
            List<Attribute<?>> facts = new ArrayList<>(form.attributes());
            facts.removeIf(attribute -> attribute.description().isEmpty());
            facts.addAll(form.derived());
            return facts;
        }

        /** Kinds may have a fact in common. */
        private void addOnce(String path, Attribute<?> fact) {
            FactPath place = FactPath.attribute(path, fact.key());
            if (definitions.stream().noneMatch(definition -> definition.path().equals(place))) {
                add(place, fact.label(), fact.description(), type(fact.type()));
            }
        }

        private static FactDefinition.Type type(Attribute.Type type) {
            switch (type) {
                case INTEGER:
                    return FactDefinition.Type.INTEGER;
                case NUMBER:
                    return FactDefinition.Type.NUMBER;
                case FLAG:
                    return FactDefinition.Type.FLAG;
                default:
                    return FactDefinition.Type.TEXT;
            }
        }

        /** The last fact may be null. */
        Rows orNull() {
            FactDefinition last = definitions.remove(definitions.size() - 1);
            definitions.add(
                    new FactDefinition(last.path(), last.label(), last.group(), last.type(), true, last.description()));
            return this;
        }
    }
}
