package dev.archnotes.model.network;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One network that every token passes.
 *
 * @param intermediateSize the inner width
 * @param activation the non-linearity; a gated one adds a third matrix
 * @param biased whether the matrices carry biases
 */
public record DenseFeedForward(long intermediateSize, Activation activation, boolean biased) implements FeedForward {
    private static final Attribute<Long> INTERMEDIATE_SIZE =
            Attribute.size("intermediate_size", "Intermediate size").means("Inner width of the dense layers.");
    private static final Attribute<Activation> ACTIVATION =
            Attribute.choice("activation", "Activation", Activation.values());
    private static final Attribute<Boolean> BIASES = Attribute.flag("biases", "Biases", false);

    static final Form<DenseFeedForward> FORM =
            Form.of(DenseFeedForward::read, "dense", "dense").with(INTERMEDIATE_SIZE, ACTIVATION, BIASES);

    private static DenseFeedForward read(Source in) {
        return new DenseFeedForward(INTERMEDIATE_SIZE.read(in), ACTIVATION.read(in), BIASES.read(in));
    }

    public DenseFeedForward {
        if (intermediateSize <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        return tensors("", Part.DENSE_FEED_FORWARD, 1, 1, hiddenSize);
    }

    /** The same tensors as those of {@code copies} experts. */
    List<WeightTensor> tensors(String prefix, Part part, long copies, long activeCopies, long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        if (activation.isGated()) {
            tensors.add(WeightTensor.ofExperts(
                    prefix + "gate_proj.weight", part, copies, activeCopies, intermediateSize, hiddenSize));
        }
        tensors.add(WeightTensor.ofExperts(
                prefix + "up_proj.weight", part, copies, activeCopies, intermediateSize, hiddenSize));
        tensors.add(WeightTensor.ofExperts(
                prefix + "down_proj.weight", part, copies, activeCopies, hiddenSize, intermediateSize));
        if (biased) {
            if (activation.isGated()) {
                tensors.add(WeightTensor.ofExperts(
                        prefix + "gate_proj.bias", part, copies, activeCopies, intermediateSize));
            }
            tensors.add(WeightTensor.ofExperts(prefix + "up_proj.bias", part, copies, activeCopies, intermediateSize));
            tensors.add(WeightTensor.ofExperts(prefix + "down_proj.bias", part, copies, activeCopies, hiddenSize));
        }
        for (String name : activation.learned()) {
            tensors.add(WeightTensor.ofExperts(prefix + name, part, copies, activeCopies, 1));
        }
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        INTERMEDIATE_SIZE.write(out, intermediateSize);
        ACTIVATION.write(out, activation);
        BIASES.write(out, biased);
    }

    @Override
    public Optional<Activation> nonLinearity() {
        return Optional.of(activation);
    }

    @Override
    public OptionalLong widthHandedOn() {
        return OptionalLong.of(intermediateSize);
    }

    @Override
    public Optional<MixtureOfExperts> sparse() {
        return Optional.empty();
    }

    @Override
    public <R> R answer(FeedForward.Cases<R> cases) {
        return cases.dense(this);
    }
}
