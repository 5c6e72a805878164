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
 * Gated DeltaNet (arXiv:2412.06464, section 3): linear attention whose state, one matrix of key by value dimensions for
 * each value head, decays by a gate and is corrected by the delta rule at every token.
 *
 * @param keyHeads query and key heads
 * @param valueHeads value heads; a multiple of {@code keyHeads}
 * @param keyHeadDim dimensions of a key head
 * @param valueHeadDim dimensions of a value head
 * @param convolutionWidth taps of the causal depthwise convolution before the heads
 * @param separateProjections whether the checkpoint holds the projections of the input in four matrices instead of two
 */
public record GatedDeltaNet(
        long keyHeads,
        long valueHeads,
        long keyHeadDim,
        long valueHeadDim,
        long convolutionWidth,
        boolean separateProjections)
        implements FixedState {
    private static final Attribute<Long> KEY_HEADS =
            Attribute.size("key_heads", "Key heads").means("Query and key heads of the layers with a recurrent state.");
    private static final Attribute<Long> VALUE_HEADS =
            Attribute.size("value_heads", "Value heads").means("Value heads of the layers with a recurrent state.");
    private static final Attribute<Long> KEY_HEAD_DIM = Attribute.size("key_head_dim", "Key head dimension")
            .means("Dimensions of a key head of the layers with a recurrent state.");
    private static final Attribute<Long> VALUE_HEAD_DIM = Attribute.size("value_head_dim", "Value head dimension")
            .means("Dimensions of a value head, where it has its own.");
    private static final Attribute<Long> CONVOLUTION_WIDTH = Attribute.size("convolution_width", "Convolution width")
            .means("Taps of the causal convolution before the heads of the layers with a recurrent state.");
    private static final Attribute<Boolean> SEPARATE_PROJECTIONS =
            Attribute.flag("separate_projections", "Separate projections", false);

    static final Form<GatedDeltaNet> FORM = Form.of(GatedDeltaNet::read, "linear", "gated-deltanet")
            .with(KEY_HEADS, VALUE_HEADS, KEY_HEAD_DIM, VALUE_HEAD_DIM, CONVOLUTION_WIDTH, SEPARATE_PROJECTIONS);

    private static GatedDeltaNet read(Source in) {
        return new GatedDeltaNet(
                KEY_HEADS.read(in),
                VALUE_HEADS.read(in),
                KEY_HEAD_DIM.read(in),
                VALUE_HEAD_DIM.read(in),
                CONVOLUTION_WIDTH.read(in),
                SEPARATE_PROJECTIONS.read(in));
    }

    public GatedDeltaNet {
        if (keyHeads <= 0 || valueHeads <= 0 || keyHeadDim <= 0 || valueHeadDim <= 0 || convolutionWidth <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (valueHeads % keyHeads != 0) {
            throw new IllegalArgumentException(
                    valueHeads + " value heads are not divisible by " + keyHeads + " key heads");
        }
    }

    @Override
    public String kind() {
        return "Gated DeltaNet";
    }

    /** The width of all keys (and of all queries) together. */
    public long keyWidth() {
        return Math.multiplyExact(keyHeads, keyHeadDim);
    }

    /** The width of all values together. */
    public long valueWidth() {
        return Math.multiplyExact(valueHeads, valueHeadDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long convolved = Math.addExact(Math.multiplyExact(2L, keyWidth()), valueWidth());
        List<WeightTensor> tensors = new ArrayList<>();
        if (separateProjections) {
            tensors.add(WeightTensor.of("in_proj_qkv.weight", Part.ATTENTION, convolved, hiddenSize));
            tensors.add(WeightTensor.of("in_proj_z.weight", Part.ATTENTION, valueWidth(), hiddenSize));
            tensors.add(WeightTensor.of("in_proj_b.weight", Part.ATTENTION, valueHeads, hiddenSize));
            tensors.add(WeightTensor.of("in_proj_a.weight", Part.ATTENTION, valueHeads, hiddenSize));
        } else {
            tensors.add(WeightTensor.of(
                    "in_proj_qkvz.weight", Part.ATTENTION, Math.addExact(convolved, valueWidth()), hiddenSize));
            tensors.add(WeightTensor.of(
                    "in_proj_ba.weight", Part.ATTENTION, Math.multiplyExact(2L, valueHeads), hiddenSize));
        }
        tensors.add(WeightTensor.of("conv1d.weight", Part.ATTENTION, convolved, 1, convolutionWidth));
        tensors.add(WeightTensor.of("A_log", Part.ATTENTION, valueHeads));
        tensors.add(WeightTensor.of("dt_bias", Part.ATTENTION, valueHeads));
        tensors.add(WeightTensor.of("norm.weight", Part.NORM, valueHeadDim));
        tensors.add(WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, valueWidth()));
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        KEY_HEADS.write(out, keyHeads);
        VALUE_HEADS.write(out, valueHeads);
        KEY_HEAD_DIM.write(out, keyHeadDim);
        VALUE_HEAD_DIM.write(out, valueHeadDim);
        CONVOLUTION_WIDTH.write(out, convolutionWidth);
        SEPARATE_PROJECTIONS.write(out, separateProjections);
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(valueHeads, keyHeads, 0, true);
    }

    /**
     * The state matrices; the few inputs that the convolution looks back on are left out, as the makers' figures do.
     */
    @Override
    public List<List<Factor>> state() {
        return FixedState.matrices(
                new Factor("value heads", valueHeads, VALUE_HEADS.key()),
                new Factor("key head dimension", keyHeadDim, KEY_HEAD_DIM.key()),
                new Factor("value head dimension", valueHeadDim, VALUE_HEAD_DIM.key()));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.gatedDeltaNet(this);
    }

    /** Numbers of the recurrent state of one layer. */
    public long stateNumbers() {
        return Math.multiplyExact(valueHeads, Math.multiplyExact(keyHeadDim, valueHeadDim));
    }

    /** Decay, read-back, correction and read-out: four passes over the state, whatever the context. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(4L, stateNumbers());
    }
}
