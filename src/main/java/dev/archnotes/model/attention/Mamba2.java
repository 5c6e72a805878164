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
 * Mamba-2 (arXiv:2405.21060, section 7): each head keeps a state of its dimensions by the state size, which decays by a
 * number that the head computes from the token and takes up the token's value. What writes (B) and what reads (C) is
 * shared by the heads of a group.
 *
 * @param heads heads, each with a state
 * @param headDim dimensions of one head
 * @param groups groups of heads that share B and C; a divisor of {@code heads}
 * @param stateSize numbers kept for each dimension of a head
 * @param convolutionWidth taps of the causal depthwise convolution before the heads
 * @param convolutionBias whether the convolution has a bias
 * @param inputBias whether the projection into the layer has one
 * @param outputBias whether the projection out of it has one
 * @param outputNorm whether a gated RMSNorm stands before the projection out of it
 */
public record Mamba2(
        long heads,
        long headDim,
        long groups,
        long stateSize,
        long convolutionWidth,
        boolean convolutionBias,
        boolean inputBias,
        boolean outputBias,
        boolean outputNorm)
        implements FixedState {
    static final Attribute<Long> STATE_SIZE = Attribute.size("state_size", "State size")
            .means("Numbers that a state-space layer keeps for each of its dimensions.");
    static final Attribute<Long> CONVOLUTION_WIDTH = Attribute.size("convolution_width", "Convolution width")
            .means("Taps of the causal convolution before the heads of the layers with a recurrent state.");
    static final Attribute<Boolean> CONVOLUTION_BIAS =
            Attribute.flag("convolution_bias", "Bias of the convolution", true);
    static final Attribute<Boolean> INPUT_BIAS = Attribute.flag("input_bias", "Bias of the input projection", false);
    static final Attribute<Boolean> OUTPUT_BIAS = Attribute.flag("output_bias", "Bias of the output projection", false);
    private static final Attribute<Long> HEADS =
            Attribute.size("state_heads", "State heads").means("Heads of the state-space layers, each with a state.");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("state_head_dim", "State head dimension")
            .means("Dimensions of a head of the state-space layers.");
    private static final Attribute<Long> GROUPS = Attribute.size("state_groups", "State groups")
            .means("Groups of state heads that share what writes to their states and what reads from them.");
    private static final Attribute<Boolean> OUTPUT_NORM =
            Attribute.flag("output_norm", "Norm before the output projection", true);

    static final Form<Mamba2> FORM = Form.of(Mamba2::read, "mamba2", "mamba-2")
            .with(
                    HEADS,
                    HEAD_DIM,
                    GROUPS,
                    STATE_SIZE,
                    CONVOLUTION_WIDTH,
                    CONVOLUTION_BIAS,
                    INPUT_BIAS,
                    OUTPUT_BIAS,
                    OUTPUT_NORM)
            .suspecting(GROUPS);

    static Mamba2 read(Source in) {
        return new Mamba2(
                HEADS.read(in),
                HEAD_DIM.read(in),
                GROUPS.read(in),
                STATE_SIZE.read(in),
                CONVOLUTION_WIDTH.read(in),
                CONVOLUTION_BIAS.read(in),
                INPUT_BIAS.read(in),
                OUTPUT_BIAS.read(in),
                OUTPUT_NORM.read(in));
    }

    public Mamba2 {
        if (heads <= 0 || headDim <= 0 || groups <= 0 || stateSize <= 0 || convolutionWidth <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (heads % groups != 0) {
            throw new IllegalArgumentException(heads + " state heads are not divisible by " + groups + " groups");
        }
    }

    @Override
    public String kind() {
        return "Mamba-2";
    }

    /** The width of all heads together. */
    public long innerWidth() {
        return Math.multiplyExact(heads, headDim);
    }

    /** Channels that pass the convolution: the heads, and B and C of every group. */
    public long convolvedChannels() {
        return Math.addExact(innerWidth(), Math.multiplyExact(2L, Math.multiplyExact(groups, stateSize)));
    }

    /** As in {@code modeling_mamba2.py} and its relatives of {@code huggingface/transformers}. */
    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long projected = Math.addExact(Math.addExact(innerWidth(), convolvedChannels()), heads);
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("in_proj.weight", Part.ATTENTION, projected, hiddenSize));
        if (inputBias) {
            tensors.add(WeightTensor.of("in_proj.bias", Part.ATTENTION, projected));
        }
        tensors.add(WeightTensor.of("conv1d.weight", Part.ATTENTION, convolvedChannels(), 1, convolutionWidth));
        if (convolutionBias) {
            tensors.add(WeightTensor.of("conv1d.bias", Part.ATTENTION, convolvedChannels()));
        }
        tensors.add(WeightTensor.of("A_log", Part.ATTENTION, heads));
        tensors.add(WeightTensor.of("D", Part.ATTENTION, heads));
        tensors.add(WeightTensor.of("dt_bias", Part.ATTENTION, heads));
        if (outputNorm) {
            tensors.add(WeightTensor.of("norm.weight", Part.NORM, innerWidth()));
        }
        tensors.add(WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, innerWidth()));
        if (outputBias) {
            tensors.add(WeightTensor.of("out_proj.bias", Part.ATTENTION, hiddenSize));
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
        HEAD_DIM.write(out, headDim);
        GROUPS.write(out, groups);
        STATE_SIZE.write(out, stateSize);
        CONVOLUTION_WIDTH.write(out, convolutionWidth);
        CONVOLUTION_BIAS.write(out, convolutionBias);
        INPUT_BIAS.write(out, inputBias);
        OUTPUT_BIAS.write(out, outputBias);
        OUTPUT_NORM.write(out, outputNorm);
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, groups, 0, true);
    }

    @Override
    public List<List<Factor>> state() {
        return ShortConvolution.withState(
                convolvedChannels(),
                convolutionWidth,
                new Factor("state heads", heads, HEADS.key()),
                new Factor("state head dimension", headDim, HEAD_DIM.key()),
                new Factor("state size", stateSize, STATE_SIZE.key()));
    }

    /** Numbers of the states of one layer. */
    public long stateNumbers() {
        return Math.multiplyExact(innerWidth(), stateSize);
    }

    /** Decay, write and read-out: three passes over the states, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(3L, stateNumbers());
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.mamba2(this);
    }
}
