package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * DeepSeek V4's attention (arXiv:2606.19348, section 2.3; {@code modeling_deepseek_v4.py} of
 * {@code huggingface/transformers}): all heads share one vector a token that is key and value at once; the newest
 * tokens are kept as they are, and of every so many tokens one entry, pooled by learned weights. With an indexer the
 * pooled stretches overlap by one, so that everything that pools is twice as wide, and a query reads the entries that
 * score highest. The output is projected in groups of heads. Tokens that wait for a whole stretch are not counted.
 *
 * @param heads query heads, each with a learned sink
 * @param headDim dimensions of a head and of the shared vector
 * @param queryRank width of the query bottleneck
 * @param outputGroups groups of heads, each projected by itself
 * @param outputRank width to which a group is projected
 * @param window the newest tokens, kept as they are
 * @param rate tokens that are pooled to one entry, 0 where there are no entries
 * @param positions the position encoding
 * @param indexer what chooses the entries to be read, where not all are; its top-k counts entries
 */
public record CompressedAttention(
        long heads,
        long headDim,
        long queryRank,
        long outputGroups,
        long outputRank,
        long window,
        long rate,
        PositionEncoding positions,
        Optional<LightningIndexer> indexer)
        implements Attention {
    private static final Attribute<Long> HEADS = Attribute.size("heads", "Heads")
            .means("Query heads of the layers that see everything (of the first kind where none does).");
    private static final Attribute<Long> HEAD_DIM =
            Attribute.size("head_dim", "Head dimension").means("Dimensions of one query head.");
    private static final Attribute<Long> QUERY_RANK =
            Attribute.size("query_rank", "Query rank").means("Width of the query bottleneck of latent attention.");
    private static final Attribute<Long> OUTPUT_GROUPS = Attribute.size("output_groups", "Output groups")
            .means("Groups of heads whose outputs are projected separately.");
    private static final Attribute<Long> OUTPUT_RANK =
            Attribute.size("output_rank", "Output rank").means("Width to which a group of heads is projected.");
    private static final Attribute<Long> WINDOW =
            Attribute.size("window", "Window").in(Unit.TOKENS).means("Tokens of a sliding window.");
    private static final Attribute<Long> RATE = Attribute.count("rate", "Compression rate", 0)
            .in(Unit.TOKENS)
            .means("Tokens that are pooled to one entry of the cache.");
    private static final Attribute<PositionEncoding> POSITIONS =
            Attribute.kind("positions", "Positions", PositionEncoding.forms());
    private static final Attribute<Optional<LightningIndexer>> INDEXER =
            Attribute.optionalNested("indexer", "Lightning indexer", LightningIndexer.FORM);
    private static final Attribute<Long> QUERY_WIDTH =
            Attribute.derived("query_width", "Query width", "Heads times head dimension.");

    static final Form<CompressedAttention> FORM = Form.of(CompressedAttention::read, "compressed", "compressed")
            .with(HEADS, HEAD_DIM, QUERY_RANK, OUTPUT_GROUPS, OUTPUT_RANK, WINDOW, RATE, POSITIONS, INDEXER)
            .deriving(
                    QUERY_WIDTH,
                    LightningIndexer.INDEX_HEADS,
                    LightningIndexer.INDEX_HEAD_DIM,
                    LightningIndexer.TOKENS_READ)
            .suspecting(HEADS);

    private static CompressedAttention read(Source in) {
        long heads = HEADS.read(in);
        long headDim = HEAD_DIM.read(in);
        return new CompressedAttention(
                heads,
                headDim,
                QUERY_RANK.read(in),
                OUTPUT_GROUPS.read(in),
                OUTPUT_RANK.read(in),
                WINDOW.read(in),
                RATE.read(in),
                PositionEncoding.read(in, POSITIONS.key(), headDim),
                INDEXER.read(in));
    }

    public CompressedAttention {
        if (heads <= 0 || headDim <= 0 || queryRank <= 0 || outputGroups <= 0 || outputRank <= 0 || window <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (rate < 0 || indexer.isPresent() && rate == 0) {
            throw new IllegalArgumentException("an indexer without pooled entries");
        }
        if (heads % outputGroups != 0) {
            throw new IllegalArgumentException(heads + " heads are not divisible by " + outputGroups + " groups");
        }
    }

    @Override
    public String kind() {
        return rate == 0
                ? "shared key-value attention"
                : indexer.isPresent() ? "compressed sparse attention" : "heavily compressed attention";
    }

    /** The width of all queries together, heads times head dimension. */
    public long queryWidth() {
        return Math.multiplyExact(heads, headDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        long outputWidth = Math.multiplyExact(outputGroups, outputRank);
        tensors.add(WeightTensor.of("q_a_proj.weight", Part.ATTENTION, queryRank, hiddenSize));
        tensors.add(WeightTensor.of("q_norm.weight", Part.NORM, queryRank));
        tensors.add(WeightTensor.of("q_b_proj.weight", Part.ATTENTION, queryWidth(), queryRank));
        tensors.add(WeightTensor.of("kv_proj.weight", Part.ATTENTION, headDim, hiddenSize));
        tensors.add(WeightTensor.of("kv_norm.weight", Part.NORM, headDim));
        tensors.add(WeightTensor.of("o_a_proj.weight", Part.ATTENTION, outputWidth, queryWidth() / outputGroups));
        tensors.add(WeightTensor.of("o_b_proj.weight", Part.ATTENTION, hiddenSize, outputWidth));
        tensors.add(WeightTensor.of("sinks", Part.ATTENTION, heads));
        if (rate > 0) {
            addPooling(tensors, "compressor.", headDim, hiddenSize);
        }
        indexer.filter(own -> !own.shared()).ifPresent(own -> {
            addPooling(tensors, "compressor.indexer.", own.headDim(), hiddenSize);
            tensors.add(
                    WeightTensor.of("compressor.indexer.q_b_proj.weight", Part.ATTENTION, own.queryWidth(), queryRank));
            tensors.add(
                    WeightTensor.of("compressor.indexer.weights_proj.weight", Part.ATTENTION, own.heads(), hiddenSize));
        });
        return List.copyOf(tensors);
    }

    private void addPooling(List<WeightTensor> tensors, String prefix, long width, long hiddenSize) {
        long pooled = indexer.isPresent() ? Math.multiplyExact(2L, width) : width;
        tensors.add(WeightTensor.of(prefix + "kv_proj.weight", Part.ATTENTION, pooled, hiddenSize));
        tensors.add(WeightTensor.of(prefix + "gate_proj.weight", Part.ATTENTION, pooled, hiddenSize));
        tensors.add(WeightTensor.of(prefix + "position_bias", Part.ATTENTION, rate, pooled));
        tensors.add(WeightTensor.of(prefix + "kv_norm.weight", Part.NORM, width));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        HEAD_DIM.write(out, headDim);
        QUERY_RANK.write(out, queryRank);
        OUTPUT_GROUPS.write(out, outputGroups);
        OUTPUT_RANK.write(out, outputRank);
        WINDOW.write(out, window);
        RATE.write(out, rate);
        POSITIONS.write(out, positions);
        INDEXER.write(out, indexer);
    }

    @Override
    public void derivedTo(Sink out) {
        QUERY_WIDTH.write(out, queryWidth());
        LightningIndexer.factsTo(out, indexer);
    }

    @Override
    public Reach reach() {
        return rate == 0 ? Reach.WINDOW : Reach.COMPRESSED;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, 1, 0, false);
    }

    @Override
    public boolean sinks() {
        return true;
    }

    @Override
    public String queryKeyNorm() {
        return "per head, keys with weights";
    }

    /** The shared vector of a token in the window. */
    @Override
    public List<List<Factor>> cachedNumbers() {
        return List.of(List.of(new Factor("shared key and value", headDim, HEAD_DIM.key())));
    }

    @Override
    public List<KeptPart> kept() {
        List<KeptPart> parts = new ArrayList<>();
        parts.add(new KeptPart(cachedNumbers(), Optional.of(new Factor("window", window, WINDOW.key())), 1));
        if (rate > 0) {
            List<List<Factor>> entry = new ArrayList<>();
            entry.add(List.of(new Factor("pooled entry", headDim, HEAD_DIM.key())));
            indexer.filter(own -> !own.shared())
                    .ifPresent(own -> entry.add(List.of(new Factor("index key", own.headDim(), INDEXER.key()))));
            parts.add(new KeptPart(entry, Optional.empty(), rate));
        }
        return List.copyOf(parts);
    }

    @Override
    public Optional<Factor> limit() {
        return rate == 0 ? Optional.of(new Factor("window", window, WINDOW.key())) : Optional.empty();
    }

    @Override
    public List<List<Factor>> state() {
        return List.of();
    }

    /** A token of a prompt reads its window and the entries of the whole stretches before it. */
    @Override
    public long prefillMultiplyAdds(long tokens) {
        long read = new Span.Window(window).visiblePairs(tokens);
        long scored = 0;
        if (rate > 0) {
            long whole = tokens / rate;
            // of each whole stretch, every later token sees the entry
            scored = Math.addExact(
                    Math.multiplyExact(rate, Span.triangle(Math.max(0, whole - 1))),
                    Math.multiplyExact(whole, tokens - Math.multiplyExact(whole, rate) + 1));
            read = Math.addExact(read, entriesReadOver(tokens, whole));
        }
        return Math.addExact(
                Math.multiplyExact(multiplyAddsPerEntry(), read), Math.multiplyExact(indexMultiplyAdds(), scored));
    }

    /** The sum over a prompt of the entries that each token reads. */
    private long entriesReadOver(long tokens, long whole) {
        long most = entriesRead(whole);
        // rising by one a stretch up to the most, and then that many for each token
        long rising = Math.multiplyExact(rate, Span.triangle(Math.max(0, most - 1)));
        long first = Math.multiplyExact(most, rate);
        return most == 0 ? 0 : Math.addExact(rising, Math.multiplyExact(most, tokens - first + 1));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.compressed(this);
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        long flops = 0;
        for (CacheRead read : reads()) {
            flops = Math.addExact(flops, Math.multiplyExact(read.multiplyAdds(), read.entries(visibleTokens)));
        }
        return flops;
    }

    @Override
    public List<CacheRead> reads() {
        List<CacheRead> reads = new ArrayList<>();
        reads.add(new CacheRead(window, 1, headDim, multiplyAddsPerEntry()));
        if (rate > 0) {
            reads.add(new CacheRead(entriesRead(CacheRead.ALL), rate, headDim, multiplyAddsPerEntry()));
        }
        if (indexMultiplyAdds() > 0) {
            reads.add(new CacheRead(CacheRead.ALL, rate, indexer.orElseThrow().headDim(), indexMultiplyAdds()));
        }
        return List.copyOf(reads);
    }

    private long entriesRead(long entries) {
        return LightningIndexer.tokensRead(indexer, entries);
    }

    /** Every head scores against the shared vector and mixes it. */
    private long multiplyAddsPerEntry() {
        return Math.multiplyExact(2L, queryWidth());
    }

    private long indexMultiplyAdds() {
        return indexer.map(LightningIndexer::multiplyAddsPerToken).orElse(0L);
    }
}
