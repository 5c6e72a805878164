package dev.archnotes.model.network;

import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The token-wise network of one kind of layer. */
public sealed interface FeedForward extends Described permits DenseFeedForward, MixtureOfExperts, NoFeedForward {
    /** How each kind is written down. */
    static List<Form<? extends FeedForward>> forms() {
        return List.of(DenseFeedForward.FORM, MixtureOfExperts.FORM, NoFeedForward.FORM);
    }

    /** The kind's standard name in lower case. */
    String kind();

    /** The weight tensors of one layer in a model of the given hidden size. */
    List<WeightTensor> tensors(long hiddenSize);

    /** The non-linearity; nothing where there is no network. */
    Optional<Activation> nonLinearity();

    /** Whether its matrices carry biases. */
    boolean biased();

    /** The experts, where only some of the network acts on a token. */
    Optional<MixtureOfExperts> sparse();

    /** The width on which a norm can act before the matrix that leads out. */
    default OptionalLong widthHandedOn() {
        return OptionalLong.empty();
    }

    /** Whether this stands for the lack of one: a layer that only mixes tokens. */
    default boolean isNone() {
        return nonLinearity().isEmpty();
    }

    /** The answer of the kind that this is. */
    <R> R answer(Cases<R> cases);

    /**
     * An answer for each kind of feed-forward, for questions that the kinds cannot answer themselves.
     *
     * @param <R> the type of the answer
     */
    interface Cases<R> {
        /** The answer for one network that every token passes. */
        R dense(DenseFeedForward network);

        /** The answer for experts of which a token passes some. */
        R experts(MixtureOfExperts network);

        /** The answer for a layer without a feed-forward. */
        R none(NoFeedForward network);
    }
}
