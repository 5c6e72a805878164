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
 * Mamba, the first version (arXiv:2312.00752, section 3): each channel keeps a state of a few numbers, each of which
 * decays at a rate of its own, scaled by a step size that the channel computes from the token.
 *
 * @param channels the inner width, a state for each channel
 * @param stateSize numbers of the state of one channel
 * @param stepRank the width of the bottleneck from which the step sizes are computed
 * @param convolutionWidth taps of the causal depthwise convolution before the states
 * @param convolutionBias whether the convolution has a bias
 * @param inputBias whether the projection into the layer has one
 * @param outputBias whether the projection out of it has one
 * @param innerNorms whether RMSNorms with weights act on step sizes, B and C (arXiv:2403.19887, section 6.4)
 */
public record Mamba(
        long channels,
        long stateSize,
        long stepRank,
        long convolutionWidth,
        boolean convolutionBias,
        boolean inputBias,
        boolean outputBias,
        boolean innerNorms)
        implements FixedState {
    private static final Attribute<Long> CHANNELS = Attribute.size("state_channels", "State channels")
            .means("Channels of the state-space layers, each with a state.");
    private static final Attribute<Long> STEP_RANK = Attribute.size("step_rank", "Step rank")
            .means("Width of the bottleneck from which the step sizes of a state-space layer are computed.");
    private static final Attribute<Boolean> INNER_NORMS =
            Attribute.flag("inner_norms", "Norms on step sizes, B and C", false);

    static final Form<Mamba> FORM = Form.of(Mamba::read, "mamba", "mamba")
            .with(
                    CHANNELS,
                    Mamba2.STATE_SIZE,
                    STEP_RANK,
                    Mamba2.CONVOLUTION_WIDTH,
                    Mamba2.CONVOLUTION_BIAS,
                    Mamba2.INPUT_BIAS,
                    Mamba2.OUTPUT_BIAS,
                    INNER_NORMS);

    private static Mamba read(Source in) {
        return new Mamba(
                CHANNELS.read(in),
                Mamba2.STATE_SIZE.read(in),
                STEP_RANK.read(in),
                Mamba2.CONVOLUTION_WIDTH.read(in),
                Mamba2.CONVOLUTION_BIAS.read(in),
                Mamba2.INPUT_BIAS.read(in),
                Mamba2.OUTPUT_BIAS.read(in),
                INNER_NORMS.read(in));
    }

    public Mamba {
        if (channels <= 0 || stateSize <= 0 || stepRank <= 0 || convolutionWidth <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    @Override
    public String kind() {
        return "Mamba";
    }

    /** As in {@code modeling_mamba.py} and {@code modeling_jamba.py} of {@code huggingface/transformers}. */
    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long projected = Math.multiplyExact(2L, channels);
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("in_proj.weight", Part.ATTENTION, projected, hiddenSize));
        if (inputBias) {
            tensors.add(WeightTensor.of("in_proj.bias", Part.ATTENTION, projected));
        }
        tensors.add(WeightTensor.of("conv1d.weight", Part.ATTENTION, channels, 1, convolutionWidth));
        if (convolutionBias) {
            tensors.add(WeightTensor.of("conv1d.bias", Part.ATTENTION, channels));
        }
        tensors.add(WeightTensor.of(
                "x_proj.weight", Part.ATTENTION, Math.addExact(stepRank, Math.multiplyExact(2L, stateSize)), channels));
        tensors.add(WeightTensor.of("dt_proj.weight", Part.ATTENTION, channels, stepRank));
        tensors.add(WeightTensor.of("dt_proj.bias", Part.ATTENTION, channels));
        tensors.add(WeightTensor.of("A_log", Part.ATTENTION, channels, stateSize));
        tensors.add(WeightTensor.of("D", Part.ATTENTION, channels));
        if (innerNorms) {
            tensors.add(WeightTensor.of("dt_layernorm.weight", Part.NORM, stepRank));
            tensors.add(WeightTensor.of("b_layernorm.weight", Part.NORM, stateSize));
            tensors.add(WeightTensor.of("c_layernorm.weight", Part.NORM, stateSize));
        }
        tensors.add(WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, channels));
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
        CHANNELS.write(out, channels);
        Mamba2.STATE_SIZE.write(out, stateSize);
        STEP_RANK.write(out, stepRank);
        Mamba2.CONVOLUTION_WIDTH.write(out, convolutionWidth);
        Mamba2.CONVOLUTION_BIAS.write(out, convolutionBias);
        Mamba2.INPUT_BIAS.write(out, inputBias);
        Mamba2.OUTPUT_BIAS.write(out, outputBias);
        INNER_NORMS.write(out, innerNorms);
    }

    /** Thousands of channels are no heads; one mark stands for all of them. */
    @Override
    public HeadLayout layout() {
        return new HeadLayout(1, 1, 0, true);
    }

    @Override
    public List<List<Factor>> state() {
        return ShortConvolution.withState(
                channels,
                convolutionWidth,
                new Factor("state channels", channels, CHANNELS.key()),
                new Factor("state size", stateSize, Mamba2.STATE_SIZE.key()));
    }

    /** Decay, write and read-out: three passes over the states, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(3L, Math.multiplyExact(channels, stateSize));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.mamba(this);
    }
}
