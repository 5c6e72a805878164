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
 * The gated short convolution of LFM2 (arXiv:2511.23404, section 2): each channel of a projected input, multiplied by a
 * gate from the same token, is summed over the newest few tokens with a weight for each, and multiplied by a second
 * gate ({@code modeling_lfm2.py} of {@code huggingface/transformers}).
 *
 * @param channels channels of the convolution
 * @param kernelSize its taps: the tokens that it sees, the present one included
 * @param biased whether projections and convolution carry biases
 */
public record GatedConvolution(long channels, long kernelSize, boolean biased) implements FixedState {
    private static final long BYTES = 2;

    private static final Attribute<Long> CHANNELS =
            Attribute.size("channels", "Convolution channels").means("Channels of the short convolutions.");
    private static final Attribute<Long> KERNEL_SIZE = Attribute.size("kernel_size", "Kernel size")
            .means("Tokens that a short convolution sees, the present one included.");
    private static final Attribute<Boolean> BIASES = Attribute.flag("biases", "Biases", false);

    static final Form<GatedConvolution> FORM =
            Form.of(GatedConvolution::read, "conv", "short-convolution").with(CHANNELS, KERNEL_SIZE, BIASES);

    private static GatedConvolution read(Source in) {
        return new GatedConvolution(CHANNELS.read(in), KERNEL_SIZE.read(in), BIASES.read(in));
    }

    public GatedConvolution {
        if (channels <= 0 || kernelSize <= 1) {
            throw new IllegalArgumentException("a convolution without taps");
        }
    }

    @Override
    public String kind() {
        return "gated short convolution";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long projected = Math.multiplyExact(3L, channels);
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("in_proj.weight", Part.ATTENTION, projected, hiddenSize));
        tensors.add(WeightTensor.of("conv.weight", Part.ATTENTION, channels, 1, kernelSize));
        tensors.add(WeightTensor.of("out_proj.weight", Part.ATTENTION, hiddenSize, channels));
        if (biased) {
            tensors.add(WeightTensor.of("in_proj.bias", Part.ATTENTION, projected));
            tensors.add(WeightTensor.of("conv.bias", Part.ATTENTION, channels));
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
        KERNEL_SIZE.write(out, kernelSize);
        BIASES.write(out, biased);
    }

    @Override
    public Reach reach() {
        return Reach.CONVOLUTION;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(1, 1, 0, true);
    }

    /** The inputs that the convolution looks back on, in 16 bits; the newest one comes with the token itself. */
    @Override
    public List<List<Factor>> state() {
        return List.of(List.of(
                new Factor("channels", channels, CHANNELS.key()),
                new Factor("inputs before the newest", kernelSize - 1, ""),
                new Factor("bytes of a 16-bit number", BYTES, "")));
    }

    /** None besides the taps, which are weights and counted as such. */
    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return 0;
    }

    @Override
    public long prefillMultiplyAdds(long tokens) {
        return 0;
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.gatedConvolution(this);
    }
}
