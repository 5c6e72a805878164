package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Multi-head latent attention (arXiv:2405.04434, section 2.1): keys and values of all heads are rebuilt from one cached
 * latent of {@code kvRank} numbers, beside one rotary key of {@code ropeHeadDim} numbers that all heads share.
 *
 * @param heads query heads
 * @param queryRank width of the query bottleneck, 0 where queries are projected directly
 * @param kvRank width of the cached latent
 * @param nopeHeadDim non-positional dimensions of a query or key head
 * @param ropeHeadDim rotary dimensions of a query head, and the width of the shared rotary key
 * @param valueHeadDim dimensions of a value head
 * @param positions the position encoding of the rotary part
 */
public record LatentAttention(
        long heads,
        long queryRank,
        long kvRank,
        long nopeHeadDim,
        long ropeHeadDim,
        long valueHeadDim,
        PositionEncoding positions)
        implements Attention {
    private static final Attribute<LatentAttention, Long> HEADS = Attribute.size(
                    "heads", "Heads", LatentAttention::heads)
            .means("Query heads of the layers that see everything (of the first kind where none does).");
    private static final Attribute<LatentAttention, Long> QUERY_RANK = Attribute.count(
                    "query_rank", "Query rank", LatentAttention::queryRank)
            .means("Width of the query bottleneck of latent attention.");
    private static final Attribute<LatentAttention, Long> KV_RANK =
            Attribute.size("kv_rank", "KV rank", LatentAttention::kvRank).means("Width of the cached latent.");
    private static final Attribute<LatentAttention, Long> NOPE_HEAD_DIM = Attribute.size(
                    "nope_head_dim", "Non-positional head dimension", LatentAttention::nopeHeadDim)
            .means("Dimensions of a latent-attention head without rotation.");
    private static final Attribute<LatentAttention, Long> ROPE_HEAD_DIM = Attribute.size(
                    "rope_head_dim", "Rotary head dimension", LatentAttention::ropeHeadDim)
            .means("Dimensions of a latent-attention head with rotation.");
    private static final Attribute<LatentAttention, Long> VALUE_HEAD_DIM = Attribute.size(
                    "value_head_dim", "Value head dimension", LatentAttention::valueHeadDim)
            .means("Dimensions of a value head, where it has its own.");
    private static final Attribute<LatentAttention, PositionEncoding> POSITIONS =
            Attribute.kind("positions", "Positions", LatentAttention::positions, PositionEncoding.FORMS, ROPE_HEAD_DIM);

    static final Form<LatentAttention> FORM = Form.<LatentAttention>of("latent", "latent")
            .with(HEADS)
            .fact(Attribute.derived(
                    "head_dim", "Head dimension", "Dimensions of one query head.", LatentAttention::queryHeadDim))
            .fact(Attribute.derived(
                    "query_width", "Query width", "Heads times head dimension.", LatentAttention::queryWidth))
            .with(QUERY_RANK)
            .with(KV_RANK)
            .with(NOPE_HEAD_DIM)
            .with(ROPE_HEAD_DIM)
            .with(VALUE_HEAD_DIM)
            .with(POSITIONS)
            .make(values -> new LatentAttention(
                    values.get(HEADS),
                    values.get(QUERY_RANK),
                    values.get(KV_RANK),
                    values.get(NOPE_HEAD_DIM),
                    values.get(ROPE_HEAD_DIM),
                    values.get(VALUE_HEAD_DIM),
                    values.get(POSITIONS)));

    public LatentAttention {
        if (heads <= 0 || kvRank <= 0 || nopeHeadDim <= 0 || ropeHeadDim <= 0 || valueHeadDim <= 0 || queryRank < 0) {
            throw new IllegalArgumentException("heads, ranks and head dimensions must be positive");
        }
    }

    @Override
    public String kind() {
        return "multi-head latent attention";
    }

    /** Dimensions of one query or key head: the non-positional and the rotary part. */
    public long queryHeadDim() {
        return Math.addExact(nopeHeadDim, ropeHeadDim);
    }

    /** The width of all queries together. */
    public long queryWidth() {
        return Math.multiplyExact(heads, queryHeadDim());
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long queryWidth = queryWidth();
        List<WeightTensor> tensors = new ArrayList<>();
        if (queryRank == 0) {
            tensors.add(WeightTensor.of("q_proj.weight", Part.ATTENTION, queryWidth, hiddenSize));
        } else {
            tensors.add(WeightTensor.of("q_a_proj.weight", Part.ATTENTION, queryRank, hiddenSize));
            tensors.add(WeightTensor.of("q_a_layernorm.weight", Part.NORM, queryRank));
            tensors.add(WeightTensor.of("q_b_proj.weight", Part.ATTENTION, queryWidth, queryRank));
        }
        tensors.add(WeightTensor.of(
                "kv_a_proj_with_mqa.weight", Part.ATTENTION, Math.addExact(kvRank, ropeHeadDim), hiddenSize));
        tensors.add(WeightTensor.of("kv_a_layernorm.weight", Part.NORM, kvRank));
        long rebuilt = Math.multiplyExact(heads, Math.addExact(nopeHeadDim, valueHeadDim));
        tensors.add(WeightTensor.of("kv_b_proj.weight", Part.ATTENTION, rebuilt, kvRank));
        tensors.add(
                WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, Math.multiplyExact(heads, valueHeadDim)));
        return List.copyOf(tensors);
    }

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }

    @Override
    public Reach reach() {
        return Reach.LATENT;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, 1, (double) ropeHeadDim / cachedNumbersPerToken(), false);
    }

    @Override
    public String queryKeyNorm() {
        return "on the latents";
    }

    @Override
    public List<List<Factor>> cachedNumbers() {
        return List.of(
                List.of(new Factor("KV rank", kvRank, KV_RANK.key())),
                List.of(new Factor("rotary key", ropeHeadDim, ROPE_HEAD_DIM.key())));
    }

    @Override
    public Optional<Factor> limit() {
        return Optional.empty();
    }

    @Override
    public List<Factor> state() {
        return List.of();
    }

    /** Counted in the absorbed form here as well, an upper bound. */
    @Override
    public long prefillMultiplyAdds(long tokens) {
        return Math.multiplyExact(mixingMultiplyAdds(1), Span.triangle(tokens));
    }

    @Override
    public <R> R answer(AttentionCases<R> cases) {
        return cases.latent(this);
    }

    /** In the absorbed form every head scores against latent and rotary key and mixes the latent itself. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        long perHead = Math.addExact(Math.multiplyExact(2L, kvRank), ropeHeadDim);
        return Math.multiplyExact(Math.multiplyExact(heads, perHead), visibleTokens);
    }
}
