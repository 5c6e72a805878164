package dev.archnotes.model.fact;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.FeedForward;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Part;
import dev.archnotes.model.spec.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data dictionary: every fact that a sheet may hold, in the order of tables and of {@code data/models.json}. */
public final class Dictionary {
    /** Paths that were renamed, each with its present name; notes and data files may still use the former ones. */
    public static final Map<String, String> RENAMED = Map.of("organisation", "organization");

    /** All definitions. */
    public static final List<FactDefinition> DEFINITIONS = definitions();

    private static final Map<String, FactDefinition> BY_PATH = byPath();

    private Dictionary() {}

    /** The definition of a path, which may be a former name. */
    public static Optional<FactDefinition> find(String path) {
        return Optional.ofNullable(BY_PATH.get(current(path)));
    }

    /** The present name of a path. */
    static String current(String path) {
        return RENAMED.getOrDefault(path, path);
    }

    /** The former name of a path that was renamed. */
    public static Optional<String> formerly(String path) {
        return RENAMED.entrySet().stream()
                .filter(renamed -> renamed.getValue().equals(path))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, FactDefinition> byPath() {
        Map<String, FactDefinition> index = new HashMap<>();
        DEFINITIONS.forEach(definition -> index.put(definition.path(), definition));
        return index;
    }

    private static List<FactDefinition> definitions() {
        Rows rows = new Rows();
        rows.in(FactDefinition.Group.IDENTITY)
                .text("id", "Id", "The variant's id, unique over all families.")
                .text("model", "Family", "The slug of the family's page.")
                .orNull()
                .text("name", "Model", "The variant's name.")
                .text("organization", "Maker", "The organization that released the weights.")
                .orNull()
                .text("announced", "Announced", "The day of the announcement, ISO 8601.")
                .text("released", "Weights released", "The day on which the weights could be downloaded, ISO 8601.")
                .orNull()
                .text("license", "License", "The license of the weights.")
                .orNull()
                .flag(
                        "open_license",
                        "Unrestricted license",
                        "Whether the license sets no conditions on use (Apache-2.0, MIT and the like).");
        rows.in(FactDefinition.Group.SHAPE)
                .add("layers", "Layers", "Decoder layers; a prediction module is not counted.")
                .add("hidden_size", "Hidden size", "Width of the residual stream.")
                .add("vocabulary_size", "Vocabulary", "Rows of the embedding table, padding included.")
                .flag("tied_embeddings", "Tied embeddings", "Whether the output head reuses the embedding table.")
                .add("context.configured", "Context", "The limit in the released configuration, in tokens.")
                .add(
                        "context.trained",
                        "Context trained",
                        "The longest sequence trained on, extension stages included, where published.")
                .orNull()
                .add(
                        "context.extended",
                        "Context claimed",
                        "The longest context that the makers claim by extension at inference.")
                .text("vision", "Vision part", "The image encoder, where the checkpoint has one.")
                .text("released_precision", "Released precision", "Number format of the released checkpoint.");
        rows.in(FactDefinition.Group.PARAMETERS)
                .add(
                        "parameters.total",
                        "Total parameters",
                        "Weights of the language decoder, without prediction module and vision part; a tied table "
                                + "counts once.")
                .add(
                        "parameters.with_extras",
                        "With extras",
                        "Total plus prediction module and vision part, where the checkpoint has them.")
                .add(
                        "parameters.active.all",
                        "Active parameters",
                        "Weights that act on one token: all but the routed experts that are not chosen.")
                .add(
                        "parameters.active.without_input_embedding",
                        "Active, without input embedding",
                        "Active weights that multiply: without the embedding and position tables, which are only "
                                + "looked up; a tied table still counts as head.")
                .add(
                        "parameters.active.without_embeddings",
                        "Active, without vocabulary tables",
                        "Active weights without embedding and output head.");
        for (Part part : Part.values()) {
            rows.add(
                    "parameters.groups." + part.key(),
                    part.label(),
                    "Decoder weights of this part; the groups add up to the total.");
        }
        rows.add("parameters.per_routed_expert", "One routed expert", "Weights of one routed expert of one layer.")
                .add(
                        "parameters.prediction_module",
                        "Prediction module",
                        "Weights of the multi-token-prediction module, without its copies of embedding and head.")
                .add("parameters.vision", "Vision part", "Weights of image encoder and projector.")
                .add(
                        "parameters.vision_projector",
                        "Vision projector",
                        "Matrices between the image encoder and the decoder; part of the vision part.")
                .add(
                        "parameters.stored_elements",
                        "Elements in the checkpoint",
                        "All stored numbers as a hub counts them: extras, second copies of tables, stored masks, "
                                + "and FP8 block scales.");
        rows.in(FactDefinition.Group.CACHE)
                .add(
                        "kv_cache.bytes_per_token",
                        "Cache per token",
                        "16-bit bytes per token as if every layer kept every token: the usual quoted figure.")
                .add(
                        "kv_cache.growing_bytes_per_token",
                        "Growing cache per token",
                        "16-bit bytes still added per token once every window and chunk is full.")
                .add(
                        "kv_cache.fixed_bytes",
                        "Fixed cache",
                        "Bytes of filled windows and chunks (16-bit) and of recurrent state (32-bit).");
        cacheAt(
                rows,
                "kv_cache.bytes_at.",
                "Cache at ",
                "16-bit bytes of one sequence, layer by layer, at a context of ");
        cacheAt(
                rows,
                "kv_cache.naive_bytes_at.",
                "Naive cache at ",
                "16-bit bytes of one sequence if every layer kept every token, at a context of ");
        cacheAt(
                rows,
                "kv_cache.bytes_at_8_bits.",
                "8-bit cache at ",
                "The same with 8-bit keys and values, at a context of ");
        cacheAt(
                rows,
                "kv_cache.bytes_at_4_bits.",
                "4-bit cache at ",
                "The same with 4-bit keys and values, at a context of ");
        rows.in(FactDefinition.Group.MEMORY)
                .add(
                        "weights.released_bytes",
                        "Released weights",
                        "Bytes of the released checkpoint: released precision, scales, extras and stored copies "
                                + "included.")
                .add("weights.bf16_bytes", "Weights in 16 bits", "Bytes of the decoder at two bytes a weight.")
                .add(
                        "weights.int8_bytes",
                        "Weights in 8 bits",
                        "Bytes of the decoder at one byte a weight, scales not counted.")
                .add(
                        "weights.int4_bytes",
                        "Weights in 4 bits",
                        "Bytes of the decoder at half a byte a weight, scales not counted.");
        rows.in(FactDefinition.Group.COST)
                .add(
                        "cost.weight_flops_per_token",
                        "Weight FLOPs per token",
                        "Two operations for each active weight that multiplies.");
        costAt(
                rows,
                "cost.attention_flops_per_token_at.",
                "Attention FLOPs per token at ",
                "Scores and mixing of one decoded token at a context of ");
        costAt(
                rows,
                "cost.flops_per_token_at.",
                "FLOPs per token at ",
                "Weights and attention of one decoded token at a context of ");
        costAt(
                rows,
                "cost.prefill_flops_at.",
                "Prefill FLOPs of ",
                "Weights and causal attention over a whole prompt of ");
        rows.add(
                "cost.active_weight_bytes",
                "Active weight bytes",
                "Bytes of the active weights at the released precision, without the input embedding.");
        costAt(
                rows,
                "cost.bytes_read_per_token_at.",
                "Bytes read per token at ",
                "Active weights and cache read for one decoded token, batch 1, at a context of ");
        rows.in(FactDefinition.Group.TRAINING)
                .add("training.tokens", "Training tokens", "Pre-training tokens as published.")
                .orNull()
                .add("training.gpu_hours", "Accelerator hours", "Accelerator hours as published.")
                .orNull()
                .text("training.accelerator", "Accelerator", "The accelerator that those hours are of.")
                .add(
                        "training.flops",
                        "Training compute (6ND)",
                        "Six operations for each active weight outside the vocabulary tables and each token.")
                .quotient(
                        "training.tokens_per_parameter",
                        "Tokens per parameter",
                        "Training tokens divided by total parameters.")
                .quotient(
                        "training.implied_utilization",
                        "Implied utilization",
                        "6ND divided by what the published hours could deliver at the accelerator's dense BF16 peak.");
        rows.in(FactDefinition.Group.ATTENTION)
                .text("attention.kind", "Attention", "The kinds of token mixers, by their standard names.")
                .text("attention.mix", "Attention mix", "Layers by how far they see.")
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
                .add("attention.full_layers", "Full-attention layers", "Softmax layers that see every earlier token.")
                .add("attention.window_layers", "Sliding-window layers", "Layers with a sliding window.")
                .add("attention.chunk_layers", "Chunked layers", "Layers with chunked attention.")
                .add("attention.latent_layers", "Latent layers", "Layers with multi-head latent attention.")
                .add("attention.linear_layers", "Linear layers", "Layers with linear attention.")
                .add("attention.state_bytes", "Recurrent state", "32-bit bytes of recurrent state per sequence.")
                .text("attention.qk_norm", "QK-norm", "Whether and over what queries and keys are normalized.")
                .others("attention.", Attention.forms());
        rows.in(FactDefinition.Group.POSITIONS)
                .text("positions.kind", "Positions", "The position encodings in use.")
                .add(
                        "positions.rope_base",
                        "RoPE base",
                        "Base of the rotary wavelengths (of the full-attention layers where layers differ).")
                .add(
                        "positions.local_rope_base",
                        "RoPE base, local layers",
                        "Base in windowed layers where it differs.")
                .add("positions.rotary_dim", "Rotary dimensions", "Rotated dimensions of a head.")
                .text("positions.scaling", "RoPE scaling", "How rotary frequencies were rescaled.")
                .add("positions.rope_layers", "RoPE layers", "Attention layers with rotary positions.")
                .add("positions.nope_layers", "NoPE layers", "Softmax layers without any position encoding.")
                .add("positions.table_rows", "Position table", "Rows of a learned position table.");
        rows.in(FactDefinition.Group.NORMALIZATION).others("normalization.", List.of(Normalization.FORM));
        rows.in(FactDefinition.Group.FEED_FORWARD)
                .text("feed_forward.kind", "Feed-forward", "Dense, mixture of experts, or both.")
                .text("feed_forward.activation", "Activation", "The non-linearity.")
                .of("feed_forward.", FeedForward.forms(), "intermediate_size", "dense_branch_size")
                .of("feed_forward.", FeedForward.forms(), "experts", "experts_per_token", "sparsity", "shared_experts")
                .of("feed_forward.", FeedForward.forms(), "expert_intermediate_size")
                .add("feed_forward.moe_layers", "MoE layers", "Layers with experts.")
                .add("feed_forward.dense_layers", "Dense layers", "Layers with one dense network.")
                .others("feed_forward.", FeedForward.forms());
        return List.copyOf(rows.definitions);
    }

    private static void cacheAt(Rows rows, String prefix, String label, String description) {
        costAt(rows, prefix, label, description);
        rows.add(prefix + "context", label + "configured context", description + "the configured limit.");
    }

    private static void costAt(Rows rows, String prefix, String label, String description) {
        for (long context : Contexts.STATED) {
            rows.add(
                    prefix + context,
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
        Rows add(String path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.INTEGER);
        }

        Rows text(String path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.TEXT);
        }

        Rows flag(String path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.FLAG);
        }

        Rows quotient(String path, String label, String description) {
            return add(path, label, description, FactDefinition.Type.NUMBER);
        }

        private Rows add(String path, String label, String description, FactDefinition.Type type) {
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
            String place = path + fact.key();
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
