package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Softmax attention and Mamba-2 side by side in one layer (arXiv:2507.22448, section 2.1): both read the same vector,
 * and their outputs are added. The layer keeps keys and values of each token and a state as well.
 *
 * @param attention the attention heads
 * @param stateSpace the state-space heads beside them
 */
public record ParallelHeads(SoftmaxAttention attention, Mamba2 stateSpace) implements Attention {
    static final Form<ParallelHeads> FORM = Form.of(ParallelHeads::read, "parallel", "attention-beside-mamba-2")
            .with(both())
            .deriving(SoftmaxAttention.FORM.derived().toArray(new Attribute<?>[0]));

    private static Attribute<?>[] both() {
        List<Attribute<?>> attributes = new ArrayList<>(SoftmaxAttention.FORM.attributes());
        attributes.addAll(Mamba2.FORM.attributes());
        return attributes.toArray(new Attribute<?>[0]);
    }

    private static ParallelHeads read(Source in) {
        return new ParallelHeads(SoftmaxAttention.read(in), Mamba2.read(in));
    }

    @Override
    public String kind() {
        return attention.kind() + " beside Mamba-2";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>(attention.tensors(hiddenSize));
        tensors.addAll(stateSpace.tensors(hiddenSize));
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        attention.writeTo(out);
        stateSpace.writeTo(out);
    }

    @Override
    public void derivedTo(Sink out) {
        attention.derivedTo(out);
    }

    @Override
    public PositionEncoding positions() {
        return attention.positions();
    }

    @Override
    public Reach reach() {
        return attention.reach();
    }

    @Override
    public HeadLayout layout() {
        return attention.layout();
    }

    @Override
    public String queryKeyNorm() {
        return attention.queryKeyNorm();
    }

    @Override
    public List<List<Factor>> cachedNumbers() {
        return attention.cachedNumbers();
    }

    @Override
    public List<List<Factor>> readNumbers() {
        return attention.readNumbers();
    }

    @Override
    public String valueSource() {
        return attention.valueSource();
    }

    @Override
    public Optional<Factor> limit() {
        return attention.limit();
    }

    @Override
    public List<List<Factor>> state() {
        return stateSpace.state();
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.addExact(attention.mixingMultiplyAdds(visibleTokens), stateSpace.mixingMultiplyAdds(visibleTokens));
    }

    @Override
    public long prefillMultiplyAdds(long tokens) {
        return Math.addExact(attention.prefillMultiplyAdds(tokens), stateSpace.prefillMultiplyAdds(tokens));
    }

    @Override
    public <R> R answer(Attention.Cases<R> cases) {
        return cases.parallel(this);
    }
}
