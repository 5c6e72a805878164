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
 * Softmax attention over heads of keys and values: multi-head (arXiv:1706.03762, section 3.2), multi-query
 * (arXiv:1911.02150) or grouped-query (arXiv:2305.13245), by the number of KV heads.
 *
 * @param heads query heads
 * @param kvHeads key and value heads; {@code heads} is a multiple of it
 * @param headDim dimensions of one head
 * @param span how far back a token sees
 * @param positions the position encoding
 * @param qkNorm normalization of queries and keys, if any
 * @param biases which projections carry biases
 * @param sinks whether each query head has one learned sink logit
 * @param outputGate whether a second half of the query projection gates the output (arXiv:2505.06708)
 * @param logitSoftCap the bound of {@code cap · tanh(x / cap)} on the logits, if any
 * @param temperature temperature tuning of long positions, in words, if any
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
        Optional<String> temperature)
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
                    TEMPERATURE)
            .deriving(QUERIES_PER_KV_HEAD, QUERY_WIDTH)
            .suspecting(KV_HEADS);

    private static SoftmaxAttention read(Source in) {
        long heads = HEADS.read(in);
        long kvHeads = KV_HEADS.read(in);
        long headDim = HEAD_DIM.read(in);
        return new SoftmaxAttention(
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
    }

    public SoftmaxAttention {
        if (heads <= 0 || kvHeads <= 0 || headDim <= 0) {
            throw new IllegalArgumentException("heads, KV heads and head dimension must be positive");
        }
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(heads + " heads are not divisible by " + kvHeads + " KV heads");
        }
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

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long queryRows = outputGate ? Math.multiplyExact(2L, queryWidth()) : queryWidth();
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("q_proj.weight", Part.ATTENTION, queryRows, hiddenSize));
        tensors.add(WeightTensor.of("k_proj.weight", Part.ATTENTION, keyWidth(), hiddenSize));
        tensors.add(WeightTensor.of("v_proj.weight", Part.ATTENTION, keyWidth(), hiddenSize));
        tensors.add(WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, queryWidth()));
        if (biases != AttentionBiases.NONE) {
            tensors.add(WeightTensor.of("q_proj.bias", Part.ATTENTION, queryRows));
            tensors.add(WeightTensor.of("k_proj.bias", Part.ATTENTION, keyWidth()));
            tensors.add(WeightTensor.of("v_proj.bias", Part.ATTENTION, keyWidth()));
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
            tensors.add(WeightTensor.of("k_norm.weight", Part.NORM, perHead ? headDim : keyWidth()));
        }
        return List.copyOf(tensors);
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
    }

    @Override
    public void derivedTo(Sink out) {
        QUERIES_PER_KV_HEAD.write(out, heads / kvHeads);
        QUERY_WIDTH.write(out, queryWidth());
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
        return span.reach();
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
    public List<List<Factor>> cachedNumbers() {
        return List.of(List.of(
                new Factor("keys and values", 2, ""),
                new Factor("KV heads", kvHeads, KV_HEADS.key()),
                new Factor("head dimension", headDim, HEAD_DIM.key())));
    }

    @Override
    public Optional<Factor> limit() {
        return span.limit();
    }

    @Override
    public List<Factor> state() {
        return List.of();
    }

    @Override
    public long prefillMultiplyAdds(long tokens) {
        return Math.multiplyExact(mixingMultiplyAdds(1), span.visiblePairs(tokens));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.softmax(this);
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(Math.multiplyExact(2L, queryWidth()), visibleTokens);
    }
}
