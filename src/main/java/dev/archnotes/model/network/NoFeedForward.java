package dev.archnotes.model.network;

import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/** Stands where a layer has no feed-forward, only a token mixer with its norm (arXiv:2312.00752, section 3.4). */
public record NoFeedForward() implements FeedForward {
    static final Form<NoFeedForward> FORM = Form.of(in -> new NoFeedForward(), "none", "none");

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {}

    @Override
    public String kind() {
        return "no feed-forward";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        return List.of();
    }

    @Override
    public Optional<Activation> nonLinearity() {
        return Optional.empty();
    }

    @Override
    public boolean biased() {
        return false;
    }

    @Override
    public Optional<MixtureOfExperts> sparse() {
        return Optional.empty();
    }

    @Override
    public <R> R answer(FeedForward.Cases<R> cases) {
        return cases.none(this);
    }
}
