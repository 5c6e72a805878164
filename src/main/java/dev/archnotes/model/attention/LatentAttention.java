package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
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
 * @param positions the position encoding of the rotary part; without one, all heads share that part of the key all the
 *     same
 * @param indexer what chooses the tokens to be read, where not all are
 */
public record LatentAttention(
        long heads,
        long queryRank,
        long kvRank,
        long nopeHeadDim,
        long ropeHeadDim,
        long valueHeadDim,
        PositionEncoding positions,
        Optional<LightningIndexer> indexer)
        implements Attention {
    private static final Attribute<Long> HEADS = Attribute.size("heads", "Heads")
            .means("Query heads of the layers that see everything (of the first kind where none does).");
    private static final Attribute<Long> QUERY_RANK =
            Attribute.count("query_rank", "Query rank", 0).means("Width of the query bottleneck of latent attention.");
    private static final Attribute<Long> KV_RANK =
            Attribute.size("kv_rank", "KV rank").means("Width of the cached latent.");
    private static final Attribute<Long> NOPE_HEAD_DIM = Attribute.size(
                    "nope_head_dim", "Non-positional head dimension")
            .means("Dimensions of a latent-attention head without rotation.");
    private static final Attribute<Long> ROPE_HEAD_DIM = Attribute.size("rope_head_dim", "Rotary head dimension")
            .means("Dimensions of a latent-attention head with rotation.");
    private static final Attribute<Long> VALUE_HEAD_DIM = Attribute.size("value_head_dim", "Value head dimension")
            .means("Dimensions of a value head, where it has its own.");
    private static final Attribute<PositionEncoding> POSITIONS =
            Attribute.kind("positions", "Positions", PositionEncoding.forms());
    private static final Attribute<Optional<LightningIndexer>> INDEXER = Attribute.optionalNested(
                    "indexer", "Lightning indexer", LightningIndexer.FORM)
            .later();
    private static final Attribute<Long> HEAD_DIM =
            Attribute.derived("head_dim", "Head dimension", "Dimensions of one query head.");
    private static final Attribute<Long> QUERY_WIDTH =
            Attribute.derived("query_width", "Query width", "Heads times head dimension.");

    static final Form<LatentAttention> FORM = Form.of(LatentAttention::read, "latent", "latent")
            .with(HEADS, QUERY_RANK, KV_RANK, NOPE_HEAD_DIM, ROPE_HEAD_DIM, VALUE_HEAD_DIM, POSITIONS, INDEXER)
            .deriving(
                    HEAD_DIM,
                    QUERY_WIDTH,
                    LightningIndexer.INDEX_HEADS,
                    LightningIndexer.INDEX_HEAD_DIM,
                    LightningIndexer.TOKENS_READ)
            .suspecting(INDEXER);

    private static LatentAttention read(Source in) {
        long heads = HEADS.read(in);
        long queryRank = QUERY_RANK.read(in);
        long kvRank = KV_RANK.read(in);
        long plain = NOPE_HEAD_DIM.read(in);
        long rotary = ROPE_HEAD_DIM.read(in);
        long value = VALUE_HEAD_DIM.read(in);
        PositionEncoding positions = PositionEncoding.read(in, POSITIONS.key(), rotary);
        return new LatentAttention(heads, queryRank, kvRank, plain, rotary, value, positions, INDEXER.read(in));
    }

    /** One that reads all that it sees. */
    public LatentAttention(
            long heads,
            long queryRank,
            long kvRank,
            long nopeHeadDim,
            long ropeHeadDim,
            long valueHeadDim,
            PositionEncoding positions) {
        this(heads, queryRank, kvRank, nopeHeadDim, ropeHeadDim, valueHeadDim, positions, Optional.empty());
    }

    public LatentAttention {
        if (heads <= 0 || kvRank <= 0 || nopeHeadDim <= 0 || ropeHeadDim <= 0 || valueHeadDim <= 0 || queryRank < 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (indexer.isPresent() && queryRank == 0) {
            throw new IllegalArgumentException("an indexer without a query bottleneck");
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
        indexer.filter(own -> !own.shared()).ifPresent(own -> addIndexer(tensors, own, hiddenSize));
        return List.copyOf(tensors);
    }

    private void addIndexer(List<WeightTensor> tensors, LightningIndexer own, long hiddenSize) {
        tensors.add(WeightTensor.of("indexer.wq_b.weight", Part.ATTENTION, own.queryWidth(), queryRank));
        tensors.add(WeightTensor.of("indexer.wk.weight", Part.ATTENTION, own.headDim(), hiddenSize));
        tensors.add(WeightTensor.of("indexer.k_norm.weight", Part.NORM, own.headDim()));
        tensors.add(WeightTensor.of("indexer.k_norm.bias", Part.NORM, own.headDim()));
        tensors.add(WeightTensor.of("indexer.weights_proj.weight", Part.ATTENTION, own.heads(), hiddenSize));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        QUERY_RANK.write(out, queryRank);
        KV_RANK.write(out, kvRank);
        NOPE_HEAD_DIM.write(out, nopeHeadDim);
        ROPE_HEAD_DIM.write(out, ropeHeadDim);
        VALUE_HEAD_DIM.write(out, valueHeadDim);
        POSITIONS.write(out, positions);
        INDEXER.write(out, indexer);
    }

    @Override
    public void derivedTo(Sink out) {
        HEAD_DIM.write(out, queryHeadDim());
        QUERY_WIDTH.write(out, queryWidth());
        LightningIndexer.factsTo(out, indexer);
    }

    @Override
    public Reach reach() {
        return Reach.LATENT;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, 1, (double) ropeHeadDim / latentNumbers(), false);
    }

    @Override
    public String queryKeyNorm() {
        return "on the latents";
    }

    /** Latent and rotary key. */
    private long latentNumbers() {
        return Math.addExact(kvRank, ropeHeadDim);
    }

    @Override
    public List<List<Factor>> cachedNumbers() {
        List<List<Factor>> kept = new ArrayList<>();
        kept.add(List.of(new Factor("KV rank", kvRank, KV_RANK.key())));
        kept.add(List.of(new Factor(
                positions.rope().isPresent() ? "rotary key" : "shared key", ropeHeadDim, ROPE_HEAD_DIM.key())));
        indexer.filter(own -> !own.shared())
                .ifPresent(own -> kept.add(List.of(new Factor("index key", own.headDim(), INDEXER.key()))));
        return List.copyOf(kept);
    }

    @Override
    public Optional<Factor> limit() {
        return Optional.empty();
    }

    @Override
    public List<List<Factor>> state() {
        return List.of();
    }

    /** Counted in the absorbed form here as well, an upper bound. */
    @Override
    public long prefillMultiplyAdds(long tokens) {
        long read = new Span.Window(LightningIndexer.tokensRead(indexer, tokens)).visiblePairs(tokens);
        return Math.addExact(
                Math.multiplyExact(multiplyAddsPerToken(), read),
                Math.multiplyExact(indexMultiplyAdds(), Span.triangle(tokens)));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.latent(this);
    }

    /** Attention over the tokens that it reads, and scores of all for the choice. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.addExact(
                Math.multiplyExact(multiplyAddsPerToken(), LightningIndexer.tokensRead(indexer, visibleTokens)),
                Math.multiplyExact(indexMultiplyAdds(), visibleTokens));
    }

    @Override
    public List<CacheRead> reads() {
        CacheRead latents = new CacheRead(
                LightningIndexer.tokensRead(indexer, CacheRead.ALL), latentNumbers(), multiplyAddsPerToken());
        if (indexMultiplyAdds() == 0) {
            return List.of(latents);
        }
        long keys = indexer.orElseThrow().headDim();
        return List.of(latents, new CacheRead(CacheRead.ALL, keys, indexMultiplyAdds()));
    }

    private long indexMultiplyAdds() {
        return indexer.map(LightningIndexer::multiplyAddsPerToken).orElse(0L);
    }

    /** In the absorbed form every head scores against latent and rotary key and mixes the latent itself. */
    private long multiplyAddsPerToken() {
        return Math.multiplyExact(heads, Math.addExact(Math.multiplyExact(2L, kvRank), ropeHeadDim));
    }
}
