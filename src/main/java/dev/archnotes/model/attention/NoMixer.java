package dev.archnotes.model.attention;

import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/**
 * Stands where a layer has no token mixer, only a feed-forward with its norm (arXiv:2504.03624, section 2.1): nothing
 * is stored, kept or computed.
 */
public record NoMixer() implements Attention {
    static final Form<NoMixer> FORM = Form.of(in -> new NoMixer(), "none", "none");

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {}

    @Override
    public String kind() {
        return "no token mixer";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        return List.of();
    }

    @Override
    public PositionEncoding positions() {
        return new PositionEncoding.None();
    }

    @Override
    public Reach reach() {
        return Reach.NONE;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(0, 0, 0, false);
    }

    @Override
    public String queryKeyNorm() {
        return "none";
    }

    @Override
    public List<List<Factor>> cachedNumbers() {
        return List.of();
    }

    @Override
    public Optional<Factor> limit() {
        return Optional.empty();
    }

    @Override
    public List<List<Factor>> state() {
        return List.of();
    }

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
        return cases.none(this);
    }
}
