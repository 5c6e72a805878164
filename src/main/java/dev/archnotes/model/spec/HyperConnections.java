package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;

/**
 * Several residual streams in place of one (arXiv:2409.19606; {@code modeling_deepseek_v4.py} of
 * {@code huggingface/transformers}): before each sub-layer weights computed from all streams make one input of them,
 * behind it they add its output to each and mix the streams. The weights are counted with the norms, beside which they
 * stand in every layer.
 *
 * @param streams residual streams
 */
public record HyperConnections(long streams) implements Described {
    private static final Attribute<Long> STREAMS = Attribute.size("streams", "Residual streams");

    static final Form<HyperConnections> FORM =
            Form.plain(in -> new HyperConnections(STREAMS.read(in))).with(STREAMS);

    public HyperConnections {
        if (streams <= 0) {
            throw new IllegalArgumentException("no residual streams");
        }
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        STREAMS.write(out, streams);
    }

    @Override
    public String phrase() {
        return streams + " streams";
    }

    /** What reads and writes the streams around one sub-layer: weights to read, to write, and to mix each with each. */
    List<WeightTensor> tensors(String prefix, long hiddenSize) {
        long weights = Math.multiplyExact(Math.addExact(2L, streams), streams);
        return List.of(
                WeightTensor.of(prefix + "fn", Part.NORM, weights, Math.multiplyExact(streams, hiddenSize)),
                WeightTensor.of(prefix + "base", Part.NORM, weights),
                WeightTensor.of(prefix + "scale", Part.NORM, 3));
    }

    /** What makes one stream of all behind the last layer. */
    List<WeightTensor> headTensors(long hiddenSize) {
        return List.of(
                WeightTensor.of("hc_head.hc_fn", Part.NORM, streams, Math.multiplyExact(streams, hiddenSize)),
                WeightTensor.of("hc_head.hc_base", Part.NORM, streams),
                WeightTensor.of("hc_head.hc_scale", Part.NORM, 1));
    }
}
