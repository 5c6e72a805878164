package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;

/**
 * The smallest kind that answers for itself: retention (arXiv:2307.08621, section 2.1), a decaying state for each head.
 *
 * @param heads heads, each with a state
 * @param headDim dimensions of a head
 */
public record RetentionAttention(long heads, long headDim) implements Attention {
    private static final Attribute<Long> HEADS = Attribute.size("retention_heads", "Retention heads");
    private static final Attribute<Long> HEAD_DIM = Attribute.size("retention_head_dim", "Retention head dimension");

    static final Form<RetentionAttention> FORM =
            Form.of(RetentionAttention::read, "retention", "retention").with(HEADS, HEAD_DIM);

    private static RetentionAttention read(Source in) {
        return new RetentionAttention(HEADS.read(in), HEAD_DIM.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        HEADS.write(out, heads);
        HEAD_DIM.write(out, headDim);
    }

    @Override
    public String kind() {
        return "retention";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        return List.of(WeightTensor.of("qkvo_proj.weight", Part.ATTENTION, 4, hiddenSize, hiddenSize));
    }

    @Override
    public PositionEncoding positions() {
        return new PositionEncoding.None();
    }

    @Override
    public Reach reach() {
        return Reach.LINEAR;
    }

    @Override
    public HeadLayout layout() {
        return new HeadLayout(heads, heads, 0, true);
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
        return List.of(
                List.of(new Factor("heads", heads, HEADS.key()), new Factor("state", 4 * headDim * headDim, "")));
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return 2 * heads * headDim * headDim;
    }

    @Override
    public long prefillMultiplyAdds(long tokens) {
        return mixingMultiplyAdds(0) * tokens;
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.retention(this);
    }
}
