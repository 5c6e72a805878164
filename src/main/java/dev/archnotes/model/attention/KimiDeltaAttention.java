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
 * Kimi Delta Attention (arXiv:2510.26692, section 3): linear attention whose state, one square matrix for each head, is
 * corrected by the delta rule as in {@linkplain GatedDeltaNet Gated DeltaNet}, but decays in each key channel at a rate
 * of its own. The decay and the gate on the output come from two narrow projections each
 * ({@code modeling_kimi_linear.py} of {@code huggingface/transformers}).
 *
 * @param heads heads, each with a query, a key, a value and a state
 * @param headDim dimensions of each of them
 * @param gateRank the inner width of the projections of decay and output gate
 * @param convolutionWidth taps of the causal depthwise convolutions of queries, keys and values
 */
public record KimiDeltaAttention(long heads, long headDim, long gateRank, long convolutionWidth) implements FixedState {
    private static final Attribute<Long> HEADS =
            Attribute.size("state_heads", "State heads").means("Heads of the layers with a recurrent state.");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("state_head_dim", "State head dimension")
            .means("Dimensions of a head of the layers with a recurrent state.");
    private static final Attribute<Long> GATE_RANK =
            Attribute.size("gate_rank", "Gate rank").means("Inner width of the projections of decay and output gate.");
    private static final Attribute<Long> CONVOLUTION_WIDTH = Attribute.size("convolution_width", "Convolution width")
            .means("Taps of the causal convolution before the heads of the layers with a recurrent state.");

    static final Form<KimiDeltaAttention> FORM = Form.of(KimiDeltaAttention::read, "kda", "kimi-delta-attention")
            .with(HEADS, HEAD_DIM, GATE_RANK, CONVOLUTION_WIDTH);

    private static KimiDeltaAttention read(Source in) {
        return new KimiDeltaAttention(
                HEADS.read(in), HEAD_DIM.read(in), GATE_RANK.read(in), CONVOLUTION_WIDTH.read(in));
    }

    public KimiDeltaAttention {
        if (heads <= 0 || headDim <= 0 || gateRank <= 0 || convolutionWidth <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    @Override
    public String kind() {
        return "Kimi Delta Attention";
    }

    /** The width of all queries, of all keys or of all values together. */
    public long width() {
        return Math.multiplyExact(heads, headDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long width = width();
        List<WeightTensor> tensors = new ArrayList<>();
        for (String part : List.of("q", "k", "v")) {
            tensors.add(WeightTensor.of(part + "_proj.weight", Part.ATTENTION, width, hiddenSize));
            tensors.add(WeightTensor.of(part + "_conv1d.weight", Part.ATTENTION, width, 1, convolutionWidth));
        }
        tensors.add(WeightTensor.of("A_log", Part.ATTENTION, heads));
        tensors.add(WeightTensor.of("f_a_proj.weight", Part.ATTENTION, gateRank, hiddenSize));
        tensors.add(WeightTensor.of("f_b_proj.weight", Part.ATTENTION, width, gateRank));
        tensors.add(WeightTensor.of("dt_bias", Part.ATTENTION, width));
        tensors.add(WeightTensor.of("b_proj.weight", Part.ATTENTION, heads, hiddenSize));
        tensors.add(WeightTensor.of("g_a_proj.weight", Part.ATTENTION, gateRank, hiddenSize));
        tensors.add(WeightTensor.of("g_b_proj.weight", Part.ATTENTION, width, gateRank));
        tensors.add(WeightTensor.of("o_norm.weight", Part.NORM, headDim));
        tensors.add(WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, width));
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
        GATE_RANK.write(out, gateRank);
        CONVOLUTION_WIDTH.write(out, convolutionWidth);
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, heads, 0, true);
    }

    /** The state matrices; the few inputs that the convolutions look back on are left out, as in Gated DeltaNet. */
    @Override
    public List<List<Factor>> state() {
        return FixedState.matrices(
                new Factor("heads", heads, HEADS.key()),
                new Factor("key head dimension", headDim, HEAD_DIM.key()),
                new Factor("value head dimension", headDim, HEAD_DIM.key()));
    }

    /** Decay, read-back, correction and read-out: four passes over the state, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(4L, Math.multiplyExact(width(), headDim));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.kimiDelta(this);
    }
}
