package dev.archnotes.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Softmax attention over heads of keys and values: multi-head (arXiv:1706.03762, section 3.2), multi-query
 * (arXiv:1911.02150) or grouped-query (arXiv:2305.13245), by the number of KV heads.
 *
 * @param heads query heads
 * @param kvHeads key and value heads; {@code heads} is a multiple of it
 * @param headDim dimensions of one head
 * @param span how far back a token sees
 * @param positions the position encoding
 * @param qkNorm normalization of queries and keys, if any
 * @param biases which projections carry biases
 * @param sinks whether each query head has one learned sink logit
 * @param outputGate whether a second half of the query projection gates the output (arXiv:2505.06708)
 * @param logitSoftCap the bound of {@code cap · tanh(x / cap)} on the logits, if any
 * @param temperature temperature tuning of long positions, in words, if any
 */
public record SoftmaxAttention(
        long heads,
        long kvHeads,
        long headDim,
        Span span,
        PositionEncoding positions,
        Optional<QkNorm> qkNorm,
        AttentionBiases biases,
        boolean sinks,
        boolean outputGate,
        Optional<Double> logitSoftCap,
        Optional<String> temperature)
        implements Attention {
    public SoftmaxAttention {
        if (heads <= 0 || kvHeads <= 0 || headDim <= 0) {
            throw new IllegalArgumentException("heads, KV heads and head dimension must be positive");
        }
        if (heads % kvHeads != 0) {
            throw new IllegalArgumentException(heads + " heads are not divisible by " + kvHeads + " KV heads");
        }
    }

    @Override
    public String kind() {
        if (kvHeads == heads) {
            return "multi-head attention";
        }
        return kvHeads == 1 ? "multi-query attention" : "grouped-query attention";
    }

    /** The width of all queries together, heads times head dimension. */
    public long queryWidth() {
        return Math.multiplyExact(heads, headDim);
    }

    /** The width of all keys together, KV heads times head dimension. */
    public long keyWidth() {
        return Math.multiplyExact(kvHeads, headDim);
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        long queryRows = outputGate ? Math.multiplyExact(2L, queryWidth()) : queryWidth();
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("q_proj.weight", Part.ATTENTION, queryRows, hiddenSize));
        tensors.add(WeightTensor.of("k_proj.weight", Part.ATTENTION, keyWidth(), hiddenSize));
        tensors.add(WeightTensor.of("v_proj.weight", Part.ATTENTION, keyWidth(), hiddenSize));
        tensors.add(WeightTensor.of("o_proj.weight", Part.ATTENTION, hiddenSize, queryWidth()));
        if (biases != AttentionBiases.NONE) {
            tensors.add(WeightTensor.of("q_proj.bias", Part.ATTENTION, queryRows));
            tensors.add(WeightTensor.of("k_proj.bias", Part.ATTENTION, keyWidth()));
            tensors.add(WeightTensor.of("v_proj.bias", Part.ATTENTION, keyWidth()));
        }
        if (biases == AttentionBiases.ALL) {
            tensors.add(WeightTensor.of("o_proj.bias", Part.ATTENTION, hiddenSize));
        }
        if (sinks) {
            tensors.add(WeightTensor.of("sinks", Part.ATTENTION, heads));
        }
        if (qkNorm.isPresent() && qkNorm.get().weighted()) {
            boolean perHead = qkNorm.get().scope() == QkNorm.Scope.HEAD;
            tensors.add(WeightTensor.of("q_norm.weight", Part.NORM, perHead ? headDim : queryWidth()));
            tensors.add(WeightTensor.of("k_norm.weight", Part.NORM, perHead ? headDim : keyWidth()));
        }
        return List.copyOf(tensors);
    }

    @Override
    public long cachedNumbersPerToken() {
        return Math.multiplyExact(2L, keyWidth());
    }

    @Override
    public long tokensKept(long context) {
        return span.tokensKept(context);
    }

    @Override
    public boolean growsWithContext() {
        return !span.isBounded();
    }

    @Override
    public long stateBytes() {
        return 0;
    }

    @Override
    public long mixingMultiplyAdds(long visibleTokens) {
        return Math.multiplyExact(Math.multiplyExact(2L, queryWidth()), visibleTokens);
    }
}
