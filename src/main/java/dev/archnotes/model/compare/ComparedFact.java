package dev.archnotes.model.compare;

import dev.archnotes.model.fact.FactPath;
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
record ComparedFact(FactPath path, ComparisonGroup group, Optional<Noun> noun, Optional<DrawnPart> part) {
    static final List<ComparedFact> ALL = all();

    private static List<ComparedFact> all() {
        List<ComparedFact> facts = new ArrayList<>();
        Rows shape = new Rows(facts, ComparisonGroup.SHAPE);
        shape.add(FactPath.PARAMETERS_TOTAL, Noun.count("parameters"), null);
        shape.add(FactPath.PARAMETERS_ACTIVE_ALL, Noun.count("active parameters"), null);
        shape.add(FactPath.LAYERS, Noun.count("layers"), DrawnPart.LAYERS);
        shape.add(FactPath.HIDDEN_SIZE, Noun.size("hidden size"), null);
        shape.add(FactPath.VOCABULARY_SIZE, Noun.size("vocabulary"), DrawnPart.EMBEDDING);
        shape.add(FactPath.TIED_EMBEDDINGS, null, DrawnPart.HEAD);
        shape.add(FactPath.PARAMETERS_PREDICTION_MODULE, null, DrawnPart.PREDICTION_MODULE);
        shape.add(FactPath.VISION, null, DrawnPart.VISION);
        Rows attention = new Rows(facts, ComparisonGroup.ATTENTION);
        attention.add(FactPath.ATTENTION_KIND, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_MIX, null, DrawnPart.LAYERS);
        attention.add(FactPath.ATTENTION_HEADS, Noun.count("heads"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_KV_HEADS, Noun.count("KV heads"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_QUERIES_PER_KV_HEAD, Noun.count("queries per KV head"), null);
        attention.add(FactPath.ATTENTION_HEAD_DIM, Noun.size("head dimension"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_QUERY_WIDTH, Noun.size("query width"), null);
        attention.add(FactPath.ATTENTION_QUERY_RANK, Noun.size("query rank"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_KV_RANK, Noun.size("latent"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_VALUE_HEAD_DIM, Noun.size("value head dimension"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_WINDOW, Noun.size("window"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_CHUNK, Noun.size("chunk"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_STATE_BYTES, Noun.amount("recurrent state"), DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_QK_NORM, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_BIASES, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_SINKS, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_OUTPUT_GATE, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_LOGIT_SOFT_CAP, null, DrawnPart.ATTENTION);
        attention.add(FactPath.ATTENTION_TEMPERATURE, null, DrawnPart.ATTENTION);
        Rows positions = new Rows(facts, ComparisonGroup.POSITIONS);
        positions.add(FactPath.POSITIONS_KIND, null, DrawnPart.POSITIONS);
        positions.add(FactPath.POSITIONS_NOPE_LAYERS, Noun.count("layers without positions"), DrawnPart.LAYERS);
        positions.add(FactPath.POSITIONS_ROPE_BASE, Noun.size("RoPE base"), DrawnPart.POSITIONS);
        positions.add(FactPath.POSITIONS_LOCAL_ROPE_BASE, Noun.size("RoPE base"), DrawnPart.POSITIONS);
        positions.add(FactPath.POSITIONS_ROTARY_DIM, Noun.count("rotary dimensions"), DrawnPart.POSITIONS);
        positions.add(FactPath.POSITIONS_SCALING, null, DrawnPart.POSITIONS);
        positions.add(FactPath.POSITIONS_TABLE_ROWS, Noun.count("rows"), DrawnPart.POSITIONS);
        positions.add(FactPath.CONTEXT_CONFIGURED, Noun.size("context"), null);
        positions.add(FactPath.CONTEXT_TRAINED, Noun.size("trained context"), null);
        positions.add(FactPath.CONTEXT_EXTENDED, Noun.size("claimed context"), null);
        Rows norms = new Rows(facts, ComparisonGroup.NORMALIZATION);
        norms.add(FactPath.NORMALIZATION_KIND, null, DrawnPart.NORM);
        norms.add(FactPath.NORMALIZATION_PLACEMENT, null, DrawnPart.NORM);
        norms.add(FactPath.NORMALIZATION_ZERO_CENTERED, null, DrawnPart.NORM);
        norms.add(FactPath.NORMALIZATION_EPSILON, null, null);
        Rows feedForward = new Rows(facts, ComparisonGroup.FEED_FORWARD);
        feedForward.add(FactPath.FEED_FORWARD_KIND, null, DrawnPart.FEED_FORWARD);
        feedForward.add(FactPath.FEED_FORWARD_ACTIVATION, null, DrawnPart.FEED_FORWARD);
        feedForward.add(FactPath.FEED_FORWARD_EXPERTS, Noun.count("experts"), DrawnPart.EXPERTS);
        feedForward.add(FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN, Noun.count("chosen experts"), DrawnPart.EXPERTS);
        feedForward.add(FactPath.FEED_FORWARD_SPARSITY, Noun.size("sparsity"), null);
        feedForward.add(FactPath.FEED_FORWARD_EXPERT_INTERMEDIATE_SIZE, Noun.size("expert width"), DrawnPart.EXPERTS);
        feedForward.add(FactPath.FEED_FORWARD_SHARED_EXPERTS, Noun.count("shared experts"), DrawnPart.SHARED_EXPERT);
        feedForward.add(FactPath.FEED_FORWARD_DENSE_BRANCH_SIZE, Noun.size("branch width"), DrawnPart.DENSE_BRANCH);
        feedForward.add(
                FactPath.FEED_FORWARD_INTERMEDIATE_SIZE, Noun.size("intermediate size"), DrawnPart.FEED_FORWARD);
        feedForward.add(FactPath.FEED_FORWARD_MOE_LAYERS, Noun.count("layers with experts"), DrawnPart.LAYERS);
        feedForward.add(FactPath.FEED_FORWARD_DENSE_LAYERS, Noun.count("dense layers"), DrawnPart.LAYERS);
        feedForward.add(FactPath.FEED_FORWARD_ROUTER, null, DrawnPart.ROUTER);
        feedForward.add(FactPath.FEED_FORWARD_ROUTER_BIAS, null, DrawnPart.ROUTER);
        feedForward.add(FactPath.FEED_FORWARD_ROUTER_GROUPS, null, DrawnPart.ROUTER);
        feedForward.add(FactPath.FEED_FORWARD_ROUTER_SCALING, null, DrawnPart.ROUTER);
        Rows memory = new Rows(facts, ComparisonGroup.MEMORY);
        memory.add(FactPath.KV_CACHE_BYTES_PER_TOKEN, Noun.amount("cache"), null);
        memory.add(FactPath.kvCacheBytesAt(32_768), Noun.amount("cache"), null);
        memory.add(FactPath.kvCacheBytesAt(131_072), Noun.amount("cache"), null);
        memory.add(FactPath.WEIGHTS_RELEASED_BYTES, Noun.amount("memory"), null);
        memory.add(FactPath.RELEASED_PRECISION, null, null);
        Rows cost = new Rows(facts, ComparisonGroup.COST);
        cost.add(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN, Noun.amount("arithmetic"), null);
        cost.add(FactPath.costAttentionFlopsPerTokenAt(131_072), Noun.amount("attention arithmetic"), null);
        cost.add(FactPath.costFlopsPerTokenAt(32_768), Noun.amount("arithmetic"), null);
        cost.add(FactPath.costBytesReadPerTokenAt(32_768), Noun.amount("traffic"), null);
        Rows training = new Rows(facts, ComparisonGroup.TRAINING);
        training.add(FactPath.TRAINING_TOKENS, Noun.count("tokens"), null);
        training.add(FactPath.TRAINING_TOKENS_PER_PARAMETER, Noun.count("tokens per parameter"), null);
        training.add(FactPath.TRAINING_FLOPS, Noun.amount("compute"), null);
        training.add(FactPath.TRAINING_GPU_HOURS, Noun.count("accelerator hours"), null);
        training.add(FactPath.RELEASED, null, null);
        training.add(FactPath.LICENSE, null, null);
        return List.copyOf(facts);
    }

    private record Rows(List<ComparedFact> facts, ComparisonGroup group) {
        void add(FactPath path, @Nullable Noun noun, @Nullable DrawnPart part) {
            facts.add(new ComparedFact(path, group, Optional.ofNullable(noun), Optional.ofNullable(part)));
        }
    }
}
