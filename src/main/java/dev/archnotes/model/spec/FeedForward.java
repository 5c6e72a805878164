package dev.archnotes.model.spec;

import java.util.List;

/** The token-wise network of one kind of layer. */
public sealed interface FeedForward permits DenseFeedForward, MixtureOfExperts {
    /** The kind's standard name in lower case. */
    String kind();

    /** The weight tensors of one layer in a model of the given hidden size. */
    List<WeightTensor> tensors(long hiddenSize);

    /** The non-linearity. */
    Activation activation();
}
