package dev.archnotes.model.compare;

import dev.archnotes.model.number.RatioWords.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a comparison of two models shows.
 *
 * @param path the fact
 * @param group the heading under which it stands
 * @param noun what a ratio of it is of; empty where a ratio says nothing
 * @param part the part of the drawings that it shows in, if it shows
 */
record ComparedFact(String path, ComparisonGroup group, Optional<Noun> noun, Optional<DrawnPart> part) {
    static final List<ComparedFact> ALL = all();

    private static List<ComparedFact> all() {
        List<ComparedFact> facts = new ArrayList<>();
        Rows shape = new Rows(facts, ComparisonGroup.SHAPE);
        shape.add("parameters.total", Noun.count("parameters"), null);
        shape.add("parameters.active.all", Noun.count("active parameters"), null);
        shape.add("layers", Noun.count("layers"), DrawnPart.LAYERS);
        shape.add("hidden_size", Noun.size("hidden size"), null);
        shape.add("vocabulary_size", Noun.size("vocabulary"), DrawnPart.EMBEDDING);
        shape.add("tied_embeddings", null, DrawnPart.HEAD);
        shape.add("parameters.prediction_module", null, DrawnPart.PREDICTION_MODULE);
        shape.add("vision", null, DrawnPart.VISION);
        Rows attention = new Rows(facts, ComparisonGroup.ATTENTION);
        attention.add("attention.kind", null, DrawnPart.ATTENTION);
        attention.add("attention.mix", null, DrawnPart.LAYERS);
        attention.add("attention.heads", Noun.count("heads"), DrawnPart.ATTENTION);
        attention.add("attention.kv_heads", Noun.count("KV heads"), DrawnPart.ATTENTION);
        attention.add("attention.queries_per_kv_head", Noun.count("queries per KV head"), null);
        attention.add("attention.head_dim", Noun.size("head dimension"), DrawnPart.ATTENTION);
        attention.add("attention.query_width", Noun.size("query width"), null);
        attention.add("attention.query_rank", Noun.size("query rank"), DrawnPart.ATTENTION);
        attention.add("attention.kv_rank", Noun.size("latent"), DrawnPart.ATTENTION);
        attention.add("attention.value_head_dim", Noun.size("value head dimension"), DrawnPart.ATTENTION);
        attention.add("attention.window", Noun.size("window"), DrawnPart.ATTENTION);
        attention.add("attention.chunk", Noun.size("chunk"), DrawnPart.ATTENTION);
        attention.add("attention.state_bytes", Noun.amount("recurrent state"), DrawnPart.ATTENTION);
        for (String words :
                new String[] {"qk_norm", "biases", "sinks", "output_gate", "logit_soft_cap", "temperature"}) {
            attention.add("attention." + words, null, DrawnPart.ATTENTION);
        }
        Rows positions = new Rows(facts, ComparisonGroup.POSITIONS);
        positions.add("positions.kind", null, DrawnPart.POSITIONS);
        positions.add("positions.nope_layers", Noun.count("layers without positions"), DrawnPart.LAYERS);
        positions.add("positions.rope_base", Noun.size("RoPE base"), DrawnPart.POSITIONS);
        positions.add("positions.local_rope_base", Noun.size("RoPE base"), DrawnPart.POSITIONS);
        positions.add("positions.rotary_dim", Noun.count("rotary dimensions"), DrawnPart.POSITIONS);
        positions.add("positions.scaling", null, DrawnPart.POSITIONS);
        positions.add("positions.table_rows", Noun.count("rows"), DrawnPart.POSITIONS);
        positions.add("context.configured", Noun.size("context"), null);
        positions.add("context.trained", Noun.size("trained context"), null);
        positions.add("context.extended", Noun.size("claimed context"), null);
        Rows norms = new Rows(facts, ComparisonGroup.NORMALIZATION);
        norms.add("normalization.kind", null, DrawnPart.NORM);
        norms.add("normalization.placement", null, DrawnPart.NORM);
        norms.add("normalization.zero_centered", null, DrawnPart.NORM);
        norms.add("normalization.epsilon", null, null);
        Rows feedForward = new Rows(facts, ComparisonGroup.FEED_FORWARD);
        feedForward.add("feed_forward.kind", null, DrawnPart.FEED_FORWARD);
        feedForward.add("feed_forward.activation", null, DrawnPart.FEED_FORWARD);
        feedForward.add("feed_forward.experts", Noun.count("experts"), DrawnPart.EXPERTS);
        feedForward.add("feed_forward.experts_per_token", Noun.count("chosen experts"), DrawnPart.EXPERTS);
        feedForward.add("feed_forward.sparsity", Noun.size("sparsity"), null);
        feedForward.add("feed_forward.expert_intermediate_size", Noun.size("expert width"), DrawnPart.EXPERTS);
        feedForward.add("feed_forward.shared_experts", Noun.count("shared experts"), DrawnPart.SHARED_EXPERT);
        feedForward.add("feed_forward.dense_branch_size", Noun.size("branch width"), DrawnPart.DENSE_BRANCH);
        feedForward.add("feed_forward.intermediate_size", Noun.size("intermediate size"), DrawnPart.FEED_FORWARD);
        feedForward.add("feed_forward.moe_layers", Noun.count("layers with experts"), DrawnPart.LAYERS);
        feedForward.add("feed_forward.dense_layers", Noun.count("dense layers"), DrawnPart.LAYERS);
        for (String words : new String[] {"router", "router_bias", "router_groups", "router_scaling"}) {
            feedForward.add("feed_forward." + words, null, DrawnPart.ROUTER);
        }
        Rows memory = new Rows(facts, ComparisonGroup.MEMORY);
        memory.add("kv_cache.bytes_per_token", Noun.amount("cache"), null);
        memory.add("kv_cache.bytes_at.32768", Noun.amount("cache"), null);
        memory.add("kv_cache.bytes_at.131072", Noun.amount("cache"), null);
        memory.add("weights.released_bytes", Noun.amount("memory"), null);
        memory.add("released_precision", null, null);
        Rows cost = new Rows(facts, ComparisonGroup.COST);
        cost.add("cost.weight_flops_per_token", Noun.amount("arithmetic"), null);
        cost.add("cost.attention_flops_per_token_at.131072", Noun.amount("attention arithmetic"), null);
        cost.add("cost.flops_per_token_at.32768", Noun.amount("arithmetic"), null);
        cost.add("cost.bytes_read_per_token_at.32768", Noun.amount("traffic"), null);
        Rows training = new Rows(facts, ComparisonGroup.TRAINING);
        training.add("training.tokens", Noun.count("tokens"), null);
        training.add("training.tokens_per_parameter", Noun.count("tokens per parameter"), null);
        training.add("training.flops", Noun.amount("compute"), null);
        training.add("training.gpu_hours", Noun.count("accelerator hours"), null);
        training.add("released", null, null);
        training.add("license", null, null);
        return List.copyOf(facts);
    }

    private record Rows(List<ComparedFact> facts, ComparisonGroup group) {
        void add(String path, @Nullable Noun noun, @Nullable DrawnPart part) {
            facts.add(new ComparedFact(path, group, Optional.ofNullable(noun), Optional.ofNullable(part)));
        }
    }
}
