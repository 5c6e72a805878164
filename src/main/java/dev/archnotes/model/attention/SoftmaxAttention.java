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
import java.util.OptionalLong;

/**
 * Softmax attention over heads of keys and values: multi-head (arXiv:1706.03762, section 3.2), multi-query
 * (arXiv:1911.02150) or grouped-query (arXiv:2305.13245), by the number of KV heads.
 *
 * <p>Where values are made of the keys' projection, they are taken before the keys' norm and rotation, so that a cache
 * still holds both ({@code modeling_gemma4.py} of {@code huggingface/transformers}). A layer that shares a cache has
 * neither projection and keeps nothing: it reads what the nearest layer below of the same span keeps that has its own
 * (arXiv:2405.12981, section 2.2).
 *
 * <p>A layer of cross-attention reads what an encoder made of a picture (arXiv:2407.21783, section 7.2), with a stored
 * gate for each of its halves. It keeps nothing of the text, so that no figure of a text counts what pictures leave; a
 * text without any passes it by, though its weights are in all counts.
 *
 * @param heads query heads
 * @param kvHeads key and value heads; {@code heads} is a multiple of it
 * @param headDim dimensions of one query or key head
 * @param span how far back a token sees
 * @param positions the position encoding
 * @param qkNorm normalization of queries and keys, if any
 * @param biases which projections carry biases
 * @param sinks whether each query head has one learned sink logit
 * @param outputGate whether a second half of the query projection gates the output (arXiv:2505.06708)
 * @param logitSoftCap the bound of {@code cap · tanh(x / cap)} on the logits, if any
 * @param temperature temperature tuning of long positions, in words, if any
 * @param valueHeadDim dimensions of one value head
 * @param keysAsValues whether values are made of the keys' projection
 * @param sharedCache whether it reads the keys and values of a layer below and keeps none
 * @param headGate whether one number for each head, computed from the token, scales what the head hands on
 *     ({@code modeling_laguna.py} of {@code huggingface/transformers})
 * @param indexer what chooses the tokens to be read, where not all that are seen are
 * @param pictureEntries the keys and values that a picture leaves in a layer of cross-attention, which reads them in
 *     place of the text; 0 for any other
 */
public record SoftmaxAttention(
        long heads,
        long kvHeads,
        long headDim,
        Span span,
        PositionEncoding positions,
        Optional<QkNorm> qkNorm,
        AttentionBiases biases,
        boolean sinks,
        boolean outputGate,
        Optional<Double> logitSoftCap,
        Optional<String> temperature,
        long valueHeadDim,
        boolean keysAsValues,
        boolean sharedCache,
        boolean headGate,
        Optional<LightningIndexer> indexer,
        long pictureEntries)
        implements Attention {
    private static final Attribute<Long> HEADS = Attribute.size("heads", "Heads")
            .means("Query heads of the layers that see everything (of the first kind where none does).");
    private static final Attribute<Long> KV_HEADS =
            Attribute.size("kv_heads", "KV heads").means("Key and value heads of the same layers.");
    private static final Attribute<Long> HEAD_DIM =
            Attribute.size("head_dim", "Head dimension").means("Dimensions of one query head.");
    private static final Attribute<Span> SPAN = Attribute.beside("span", "Reach", Span.forms(), Span.EVERYTHING);
    private static final Attribute<PositionEncoding> POSITIONS =
            Attribute.kind("positions", "Positions", PositionEncoding.forms());
    private static final Attribute<Optional<QkNorm>> QK_NORM =
            Attribute.optionalNested("qk_norm", "QK-norm", QkNorm.FORM);
    private static final Attribute<AttentionBiases> BIASES = Attribute.choiceOr(
                    "biases", "Attention biases", AttentionBiases.NONE, AttentionBiases.values())
            .means("Which attention projections carry biases.");
    private static final Attribute<Boolean> SINKS =
            Attribute.flag("sinks", "Attention sinks", false).means("Whether heads have learned sink logits.");
    private static final Attribute<Boolean> OUTPUT_GATE = Attribute.flag("output_gate", "Output gate", false)
            .means("Whether a sigmoid gate scales the attention output.");
    private static final Attribute<Optional<Double>> LOGIT_SOFT_CAP =
            Attribute.optionalDecimal("logit_soft_cap", "Logit soft-cap").means("The bound on attention logits.");
    private static final Attribute<Optional<String>> TEMPERATURE = Attribute.optionalText(
                    "temperature", "Temperature tuning")
            .means("How queries or logits are rescaled at long positions.");
    private static final Attribute<Long> VALUE_HEAD_DIM = Attribute.count("value_head_dim", "Value head dimension", 0)
            .means("Dimensions of a value head, where it has its own.")
            .later();
    private static final Attribute<Boolean> KEYS_AS_VALUES =
            Attribute.flag("keys_as_values", "Keys as values", false).later();
    private static final Attribute<Boolean> SHARED_CACHE =
            Attribute.flag("shared_cache", "Shared cache", false).later();
    private static final Attribute<Boolean> HEAD_GATE =
            Attribute.flag("head_gate", "Gate of each head", false).later();
    private static final Attribute<Optional<LightningIndexer>> INDEXER = Attribute.optionalNested(
                    "indexer", "Lightning indexer", LightningIndexer.FORM)
            .later();
    /** Keys and values that a picture leaves in a layer that reads pictures; no model has it in all layers. */
    private static final Attribute<Long> PICTURE_ENTRIES =
            Attribute.count("picture_entries", "Entries of a picture", 0).later();

    private static final Attribute<Long> QUERIES_PER_KV_HEAD =
            Attribute.derived("queries_per_kv_head", "Queries per KV head", "Query heads that share one KV head.");
    private static final Attribute<Long> QUERY_WIDTH =
            Attribute.derived("query_width", "Query width", "Heads times head dimension.");

    static final Form<SoftmaxAttention> FORM = Form.of(
                    SoftmaxAttention::read, "softmax", "grouped-query", "multi-head", "multi-query")
            .with(
                    HEADS,
                    KV_HEADS,
                    HEAD_DIM,
                    SPAN,
                    POSITIONS,
                    QK_NORM,
                    BIASES,
                    SINKS,
                    OUTPUT_GATE,
                    LOGIT_SOFT_CAP,
                    TEMPERATURE,
                    VALUE_HEAD_DIM,
                    KEYS_AS_VALUES,
                    SHARED_CACHE,
                    INDEXER,
                    HEAD_GATE,
                    PICTURE_ENTRIES)
            .deriving(
                    QUERIES_PER_KV_HEAD,
                    QUERY_WIDTH,
                    LightningIndexer.INDEX_HEADS,
                    LightningIndexer.INDEX_HEAD_DIM,
                    LightningIndexer.TOKENS_READ)
            .suspecting(KV_HEADS);

    static SoftmaxAttention read(Source in) {
        long heads = HEADS.read(in);
        long kvHeads = KV_HEADS.read(in);
        long headDim = HEAD_DIM.read(in);
        SoftmaxAttention plain = new SoftmaxAttention(
                heads,
                kvHeads,
                headDim,
                SPAN.read(in),
                PositionEncoding.read(in, POSITIONS.key(), headDim),
                QK_NORM.read(in),
                BIASES.read(in),
                SINKS.read(in),
                OUTPUT_GATE.read(in),
                LOGIT_SOFT_CAP.read(in),
                TEMPERATURE.read(in));
        long valueHeadDim = VALUE_HEAD_DIM.read(in);
        SoftmaxAttention own =
                plain.with(valueHeadDim == 0 ? headDim : valueHeadDim, KEYS_AS_VALUES.read(in), SHARED_CACHE.read(in));
        SoftmaxAttention indexed = INDEXER.read(in).map(own::indexedBy).orElse(own);
        SoftmaxAttention gated = HEAD_GATE.read(in) ? indexed.withHeadGate() : indexed;
        return gated.readingPictures(PICTURE_ENTRIES.read(in));
    }

    /** With keys and values as wide as each other, projected and kept by each layer, and all read that is seen. */
    public SoftmaxAttention(
            long heads,
            long kvHeads,
            long headDim,
            Span span,
            PositionEncoding positions,
            Optional<QkNorm> qkNorm,
            AttentionBiases biases,
            boolean sinks,
            boolean outputGate,
            Optional<Double> logitSoftCap,
            Optional<String> temperature) {
        this(
                heads,
                kvHeads,
                headDim,
                span,
                positions,
                qkNorm,
                biases,
                sinks,
                outputGate,
                logitSoftCap,
                temperature,
                headDim,
                false,
                false,
                false,
                Optional.empty(),
                0);
    }

    public SoftmaxAttention {
        if (heads <= 0 || kvHeads <= 0 || headDim <= 0 || valueHeadDim <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (keysAsValues && valueHeadDim != headDim) {
            throw new IllegalArgumentException("values of " + valueHeadDim + " made of keys of " + headDim);
        }
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(heads + " heads are not divisible by " + kvHeads + " KV heads");
        }
        if (outputGate && headGate) {
            throw new IllegalArgumentException("two output gates");
        }
        if (pictureEntries > 0
                && (sharedCache || indexer.isPresent() || span.limit().isPresent())) {
            throw new IllegalArgumentException("a picture within a text");
        }
        if (indexer.isPresent() && span.limit().isPresent()) {
            throw new IllegalArgumentException("an indexer within a window");
        }
    }

    /** The same, reading only the tokens that an indexer chooses. */
    public SoftmaxAttention indexedBy(LightningIndexer own) {
        return with(sinks, valueHeadDim, keysAsValues, sharedCache, headGate, Optional.of(own), pictureEntries);
    }

    /** The same attention with keys and values of its own kind. */
    public SoftmaxAttention with(long ownValueHeadDim, boolean valuesOfKeys, boolean readsBelow) {
        return with(sinks, ownValueHeadDim, valuesOfKeys, readsBelow, headGate, indexer, pictureEntries);
    }

    /** The same attention with learned sinks. */
    public SoftmaxAttention withSinks() {
        return with(true, valueHeadDim, keysAsValues, sharedCache, headGate, indexer, pictureEntries);
    }

    /** The same attention with a gate for each head. */
    public SoftmaxAttention withHeadGate() {
        return with(sinks, valueHeadDim, keysAsValues, sharedCache, true, indexer, pictureEntries);
    }

    /** The same attention over so many keys and values of a picture, and over no token of the text; 0 for a text. */
    public SoftmaxAttention readingPictures(long entries) {
        return with(sinks, valueHeadDim, keysAsValues, sharedCache, headGate, indexer, entries);
    }

    private SoftmaxAttention with(
            boolean withSinks,
            long ownValueHeadDim,
            boolean valuesOfKeys,
            boolean readsBelow,
            boolean gatesHeads,
            Optional<LightningIndexer> own,
            long entries) {
        return new SoftmaxAttention(
                heads,
                kvHeads,
                headDim,
                span,
                positions,
                qkNorm,
                biases,
                withSinks,
                outputGate,
                logitSoftCap,
                temperature,
                ownValueHeadDim,
                valuesOfKeys,
                readsBelow,
                gatesHeads,
                own,
                entries);
    }

    @Override
    public String kind() {
        if (kvHeads == heads) {
            return "multi-head attention";
        }
        return kvHeads == 1 ? "multi-query attention" : "grouped-query attention";
    }

    /** The width of all queries together, heads times head dimension. */
    public long queryWidth() {
        return Math.multiplyExact(heads, headDim);
    }

    /** The width of all keys together, KV heads times head dimension. */
    public long keyWidth() {
        return Math.multiplyExact(kvHeads, headDim);
    }

    /** The width of all values together, KV heads times value head dimension. */
    public long valueWidth() {
        return Math.multiplyExact(kvHeads, valueHeadDim);
    }

    /** The width of what all heads together hand on. */
    public long outputWidth() {
        return Math.multiplyExact(heads, valueHeadDim);
    }

    private boolean projectsValues() {
        return !sharedCache && !keysAsValues;
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long queryRows = outputGate ? Math.addExact(queryWidth(), outputWidth()) : queryWidth();
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("q_proj.weight", Part.ATTENTION, queryRows, hiddenSize));
        if (!sharedCache) {
            tensors.add(WeightTensor.of("k_proj.weight", Part.ATTENTION, keyWidth(), hiddenSize));
        }
        if (projectsValues()) {
            tensors.add(WeightTensor.of("v_proj.weight", Part.ATTENTION, valueWidth(), hiddenSize));
        }
        tensors.add(WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, outputWidth()));
        if (headGate) {
            tensors.add(WeightTensor.of("g_proj.weight", Part.ATTENTION, heads, hiddenSize));
        }
        if (biases != AttentionBiases.NONE) {
            tensors.add(WeightTensor.of("q_proj.bias", Part.ATTENTION, queryRows));
            if (!sharedCache) {
                tensors.add(WeightTensor.of("k_proj.bias", Part.ATTENTION, keyWidth()));
            }
            if (projectsValues()) {
                tensors.add(WeightTensor.of("v_proj.bias", Part.ATTENTION, valueWidth()));
            }
        }
        if (biases == AttentionBiases.ALL) {
            tensors.add(WeightTensor.of("o_proj.bias", Part.ATTENTION, hiddenSize));
        }
        if (sinks) {
            tensors.add(WeightTensor.of("sinks", Part.ATTENTION, heads));
        }
        if (qkNorm.isPresent() && qkNorm.get().weighted()) {
            boolean perHead = qkNorm.get().scope() == QkNorm.Scope.HEAD;
            tensors.add(WeightTensor.of("q_norm.weight", Part.NORM, perHead ? headDim : queryWidth()));
            if (!sharedCache) {
                tensors.add(WeightTensor.of("k_norm.weight", Part.NORM, perHead ? headDim : keyWidth()));
            }
        }
        if (readsPictures()) {
            tensors.add(WeightTensor.of("cross_attn_attn_gate", Part.NORM, 1));
            tensors.add(WeightTensor.of("cross_attn_mlp_gate", Part.NORM, 1));
        }
        if (hasOwnIndexer()) {
            LightningIndexer own = indexer.get();
            tensors.add(WeightTensor.of("indexer.q_proj.weight", Part.ATTENTION, own.queryWidth(), hiddenSize));
            tensors.add(WeightTensor.of("indexer.k_proj.weight", Part.ATTENTION, own.headDim(), hiddenSize));
            tensors.add(WeightTensor.of("indexer.q_norm.weight", Part.NORM, own.headDim()));
            tensors.add(WeightTensor.of("indexer.k_norm.weight", Part.NORM, own.headDim()));
        }
        return List.copyOf(tensors);
    }

    /** Whether it reads pictures and no token of the text: a stored number then gates each half of the layer. */
    private boolean readsPictures() {
        return pictureEntries > 0;
    }

    private boolean hasOwnIndexer() {
        return indexer.isPresent() && !indexer.get().shared();
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        KV_HEADS.write(out, kvHeads);
        HEAD_DIM.write(out, headDim);
        SPAN.write(out, span);
        POSITIONS.write(out, positions);
        QK_NORM.write(out, qkNorm);
        BIASES.write(out, biases);
        SINKS.write(out, sinks);
        OUTPUT_GATE.write(out, outputGate);
        LOGIT_SOFT_CAP.write(out, logitSoftCap);
        TEMPERATURE.write(out, temperature);
        VALUE_HEAD_DIM.write(out, valueHeadDim == headDim ? 0 : valueHeadDim);
        KEYS_AS_VALUES.write(out, keysAsValues);
        SHARED_CACHE.write(out, sharedCache);
        INDEXER.write(out, indexer);
        HEAD_GATE.write(out, headGate);
        PICTURE_ENTRIES.write(out, pictureEntries);
    }

    @Override
    public void derivedTo(Sink out) {
        QUERIES_PER_KV_HEAD.write(out, heads / kvHeads);
        QUERY_WIDTH.write(out, queryWidth());
        LightningIndexer.factsTo(out, indexer);
    }

    @Override
    public OptionalLong widthHandedOn() {
        return OptionalLong.of(outputWidth());
    }

    @Override
    public String word() {
        return kind().replace(" attention", "");
    }

    @Override
    public String unlike(String other) {
        return heads + " heads and " + kvHeads + " KV heads are " + kind() + ", not " + other + " attention";
    }

    @Override
    public Reach reach() {
        return readsPictures() ? Reach.PICTURE : span.reach();
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, kvHeads, 0, false);
    }

    @Override
    public String queryKeyNorm() {
        return qkNorm.map(QkNorm::label).orElse("none");
    }

    @Override
    public String valueSource() {
        return keysAsValues ? "the keys' projection" : "";
    }

    @Override
    public List<List<Factor>> cachedNumbers() {
        if (sharedCache) {
            return List.of();
        }
        List<List<Factor>> kept = new ArrayList<>(readNumbers());
        if (hasOwnIndexer()) {
            kept.add(List.of(new Factor("index key", indexer.get().headDim(), INDEXER.key())));
        }
        return List.copyOf(kept);
    }

    @Override
    public List<List<Factor>> readNumbers() {
        return readsPictures() ? List.of() : entryNumbers();
    }

    /** The numbers of one entry's key and value, be it of a token or of a picture. */
    public List<List<Factor>> entryNumbers() {
        Factor shared = new Factor("KV heads", kvHeads, KV_HEADS.key());
        Factor key = new Factor("head dimension", headDim, HEAD_DIM.key());
        return valueHeadDim == headDim
                ? List.of(List.of(new Factor("keys and values", 2, ""), shared, key))
                : List.of(
                        List.of(shared, key),
                        List.of(shared, new Factor("value head dimension", valueHeadDim, VALUE_HEAD_DIM.key())));
    }

    @Override
    public Optional<Factor> limit() {
        return span.limit();
    }

    @Override
    public List<List<Factor>> state() {
        return List.of();
    }

    @Override
    public long prefillMultiplyAdds(long tokens) {
        if (readsPictures()) {
            return 0;
        }
        long read = indexer.isPresent()
                ? new Span.Window(indexer.get().topK()).visiblePairs(tokens)
                : span.visiblePairs(tokens);
        return Math.addExact(
                Math.multiplyExact(multiplyAddsPerToken(), read),
                Math.multiplyExact(indexMultiplyAdds(), Span.triangle(tokens)));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.softmax(this);
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return readsPictures()
                ? 0
                : Math.addExact(
                        Math.multiplyExact(multiplyAddsPerToken(), LightningIndexer.tokensRead(indexer, visibleTokens)),
                        Math.multiplyExact(indexMultiplyAdds(), visibleTokens));
    }

    @Override
    public List<CacheRead> reads() {
        if (readsPictures()) {
            return List.of();
        }
        long numbers = readNumbersPerToken();
        long most = indexer.map(LightningIndexer::topK)
                .orElse(limit().map(Factor::value).orElse(CacheRead.ALL));
        CacheRead chosen = new CacheRead(most, numbers, multiplyAddsPerToken());
        return hasOwnIndexer()
                ? List.of(chosen, new CacheRead(CacheRead.ALL, indexer.get().headDim(), indexMultiplyAdds()))
                : List.of(chosen);
    }

    private long multiplyAddsPerToken() {
        return Math.addExact(queryWidth(), outputWidth());
    }

    private long indexMultiplyAdds() {
        return indexer.map(LightningIndexer::multiplyAddsPerToken).orElse(0L);
    }
}
