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

/**
 * Lightning attention (arXiv:2401.04658; with the output gate, arXiv:2501.08313, section 2.2): linear attention whose
 * state, one square matrix for each head, decays at a rate that is fixed for each head and layer
 * ({@code modeling_minimax.py} of {@code huggingface/transformers}).
 *
 * @param heads heads, each with a query, a key, a value and a state
 * @param headDim dimensions of each of them
 * @param qkNorm whether queries and keys are normalized head by head, with a learned scale
 * @param positions how positions enter besides the decay
 */
public record LightningAttention(long heads, long headDim, boolean qkNorm, PositionEncoding positions)
        implements FixedState {
    private static final Attribute<Long> HEADS =
            Attribute.size("state_heads", "State heads").means("Heads of the layers with a recurrent state.");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("state_head_dim", "State head dimension")
            .means("Dimensions of a head of the layers with a recurrent state.");
    private static final Attribute<Boolean> QK_NORM = Attribute.flag("qk_norm", "QK-norm", false);
    private static final Attribute<PositionEncoding> POSITIONS =
            Attribute.kind("positions", "Positions", PositionEncoding.forms());

    static final Form<LightningAttention> FORM = Form.of(LightningAttention::read, "lightning", "lightning-attention")
            .with(HEADS, HEAD_DIM, QK_NORM, POSITIONS);

    private static LightningAttention read(Source in) {
        long heads = HEADS.read(in);
        long headDim = HEAD_DIM.read(in);
        return new LightningAttention(
                heads, headDim, QK_NORM.read(in), PositionEncoding.read(in, POSITIONS.key(), headDim));
    }

    public LightningAttention {
        if (heads <= 0 || headDim <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    @Override
    public String kind() {
        return "lightning attention";
    }

    /** The width of all queries, of all keys or of all values together. */
    public long width() {
        return Math.multiplyExact(heads, headDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long width = width();
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("qkv_proj.weight", Part.ATTENTION, Math.multiplyExact(3L, width), hiddenSize));
        if (qkNorm) {
            tensors.add(WeightTensor.of("q_norm.weight", Part.NORM, headDim));
            tensors.add(WeightTensor.of("k_norm.weight", Part.NORM, headDim));
        }
        tensors.add(WeightTensor.of("output_gate.weight", Part.ATTENTION, width, hiddenSize));
        tensors.add(WeightTensor.of("norm.weight", Part.NORM, width));
        tensors.add(WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, width));
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        HEAD_DIM.write(out, headDim);
        QK_NORM.write(out, qkNorm);
        POSITIONS.write(out, positions);
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, heads, 0, true);
    }

    @Override
    public String queryKeyNorm() {
        return qkNorm ? "per head" : "none";
    }

    /** The state matrices, which the kernels of its makers keep in 32 bits. */
    @Override
    public List<List<Factor>> state() {
        return FixedState.matrices(
                new Factor("heads", heads, HEADS.key()),
                new Factor("key head dimension", headDim, HEAD_DIM.key()),
                new Factor("value head dimension", headDim, HEAD_DIM.key()));
    }

    /** Decay, write and read-out: three passes over the state, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(3L, Math.multiplyExact(width(), headDim));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.lightning(this);
    }
}
