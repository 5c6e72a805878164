package dev.archnotes.model.spec;

import java.util.List;

/** The token mixer of one kind of layer: it lists its weights and says what it keeps of each token. */
public sealed interface Attention permits SoftmaxAttention, LatentAttention, GatedDeltaNet {
    /** The kind's standard name in lower case, for example {@code grouped-query attention}. */
    String kind();

    /** The weight tensors of one layer in a model of the given hidden size. */
    List<WeightTensor> tensors(long hiddenSize);

    /** How positions enter this layer. */
    PositionEncoding positions();

    /** Numbers kept per token and layer while the token is visible; 0 for a recurrent state. */
    long cachedNumbersPerToken();

    /** Tokens kept at a context of {@code context} tokens; 0 for a recurrent state. */
    long tokensKept(long context);

    /** Whether the cache keeps growing with the context. */
    boolean growsWithContext();

    /** Bytes of fixed recurrent state per sequence and layer, whatever the context. */
    long stateBytes();

    /**
     * Multiply-adds per token for scores and mixing, for each token of context that it sees (a decode step; latent
     * attention in its absorbed form), or per token for a recurrent state (then independent of context).
     */
    long mixingMultiplyAdds(long visibleTokens);
}
