package dev.archnotes.model.attention;

import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.tensor.Factor;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The token mixer of one kind of layer: it lists its weights and says what it keeps of each token. */
public sealed interface Attention extends Described
        permits SoftmaxAttention, LatentAttention, CompressedAttention, FixedState, ParallelHeads, NoMixer {
    /** How each kind is written down. */
    static List<Form<? extends Attention>> forms() {
        return List.of(
                SoftmaxAttention.FORM,
                LatentAttention.FORM,
                CompressedAttention.FORM,
                GatedDeltaNet.FORM,
                KimiDeltaAttention.FORM,
                LightningAttention.FORM,
                GatedConvolution.FORM,
                Mamba.FORM,
                Mamba2.FORM,
                ParallelHeads.FORM,
                NoMixer.FORM);
    }

    /** The kind's standard name in lower case, for example {@code grouped-query attention}. */
    String kind();

    /** The weight tensors of one layer in a model of the given hidden size. */
    List<WeightTensor> tensors(long hiddenSize);

    /** How positions enter this layer. */
    PositionEncoding positions();

    /** How far it sees. */
    Reach reach();

    /** Its heads and what they share. */
    HeadLayout layout();

    /** Over what queries and keys are normalized, in words; {@code none} where they are not. */
    String queryKeyNorm();

    /** Whether heads have learned sinks. */
    default boolean sinks() {
        return false;
    }

    /** Where values come from, in words; empty where a projection of their own makes them. */
    default String valueSource() {
        return "";
    }

    /**
     * The numbers kept per token and layer while the token is visible: a sum of products. Nothing for a recurrent
     * state, nor where the layer reads what another one keeps.
     */
    List<List<Factor>> cachedNumbers();

    /** The numbers read of each visible token in a decode step, whichever layer keeps them: a sum of products. */
    default List<List<Factor>> readNumbers() {
        return cachedNumbers();
    }

    /** The most tokens that are kept, where there is a limit. */
    Optional<Factor> limit();

    /**
     * The bytes of state per sequence and layer that do not grow with the context: a sum of products, since its parts
     * may have numbers of different sizes. Nothing without one.
     */
    List<List<Factor>> state();

    /**
     * Multiply-adds per token for scores and mixing, for each token of context that it sees (a decode step; latent
     * attention in its absorbed form), or per token for a recurrent state (then independent of context).
     */
    long mixingMultiplyAdds(long visibleTokens);

    /** Multiply-adds for scores and mixing over a causal prompt of {@code tokens} tokens. */
    long prefillMultiplyAdds(long tokens);

    /**
     * What one decoded token reads of the cache, part by part; nothing for a recurrent state. It differs from what is
     * kept where the tokens to be read are chosen.
     */
    default List<CacheRead> reads() {
        return readsTokens()
                ? List.of(new CacheRead(
                        limit().map(Factor::value).orElse(CacheRead.ALL),
                        readNumbersPerToken(),
                        Math.subtractExact(mixingMultiplyAdds(1), mixingMultiplyAdds(0))))
                : List.of();
    }

    /** The width of what the heads hand to the matrix that leads out, where a norm can act on it. */
    default OptionalLong widthHandedOn() {
        return OptionalLong.empty();
    }

    /** What chooses the tokens to be read, where not all that are seen are read. */
    default Optional<LightningIndexer> indexer() {
        return Optional.empty();
    }

    /** The answer of the kind that this is. */
    <R> R answer(Cases<R> cases);

    /** Whether this stands for the lack of one: a layer that mixes no tokens. */
    default boolean isNone() {
        return reach() == Reach.NONE;
    }

    /** Whether it keeps something of each token that it sees. */
    default boolean keepsTokens() {
        return !cachedNumbers().isEmpty();
    }

    /** Whether it reads something of each token that it sees, kept by itself or by a layer below. */
    default boolean readsTokens() {
        return !readNumbers().isEmpty();
    }

    /** Whether it keeps a state of fixed size, be it instead of something of each token or beside it. */
    default boolean hasState() {
        return !state().isEmpty();
    }

    /** Whether it keeps a state of fixed size instead of something of each token. */
    default boolean isRecurrent() {
        return hasState() && !readsTokens();
    }

    /** Whether it reads what a layer below keeps, and keeps nothing itself. */
    default boolean sharesCache() {
        return cachedNumbers().isEmpty() && !readNumbers().isEmpty();
    }

    /** Numbers kept per token and layer while the token is visible; 0 for a recurrent state or a shared cache. */
    default long cachedNumbersPerToken() {
        return sum(cachedNumbers());
    }

    /** Numbers that a decode step reads of each visible token; 0 for a recurrent state. */
    default long readNumbersPerToken() {
        return sum(readNumbers());
    }

    /** What is kept, part by part; nothing for a recurrent state or a shared cache. */
    default List<KeptPart> kept() {
        return keepsTokens() ? List.of(new KeptPart(cachedNumbers(), limit(), 1)) : List.of();
    }

    /** Numbers kept per layer at a context of {@code context} tokens; 0 for a recurrent state. */
    default long keptNumbers(long context) {
        long numbers = 0;
        for (KeptPart part : kept()) {
            numbers = Math.addExact(numbers, Math.multiplyExact(part.entryNumbers(), part.entries(context)));
        }
        return numbers;
    }

    /** Tokens kept at a context of {@code context} tokens; 0 for a recurrent state. */
    default long tokensKept(long context) {
        if (!readsTokens()) {
            return 0;
        }
        return limit().isPresent() ? Math.min(context, limit().get().value()) : context;
    }

    /** Whether the cache keeps growing with the context. */
    default boolean growsWithContext() {
        return readsTokens() && limit().isEmpty();
    }

    /** Bytes of fixed state per sequence and layer, whatever the context. */
    default long stateBytes() {
        return sum(state());
    }

    /** The value of a sum of products. */
    static long sum(List<List<Factor>> products) {
        long sum = 0;
        for (List<Factor> factors : products) {
            long product = 1;
            for (Factor factor : factors) {
                product = Math.multiplyExact(product, factor.value());
            }
            sum = Math.addExact(sum, product);
        }
        return sum;
    }

    /**
     * An answer for each kind of attention, for questions that the kinds cannot answer themselves: a new kind does not
     * compile until each of them is answered.
     *
     * @param <R> the type of the answer
     */
    interface Cases<R> {
        /** The answer for softmax attention over heads. */
        R softmax(SoftmaxAttention attention);

        /** The answer for latent attention. */
        R latent(LatentAttention attention);

        /** The answer for attention over a window and pooled entries. */
        R compressed(CompressedAttention attention);

        /** The answer for Gated DeltaNet. */
        R gatedDeltaNet(GatedDeltaNet attention);

        /** The answer for Kimi Delta Attention. */
        R kimiDelta(KimiDeltaAttention attention);

        /** The answer for lightning attention. */
        R lightning(LightningAttention attention);

        /** The answer for a gated short convolution. */
        R gatedConvolution(GatedConvolution attention);

        /** The answer for Mamba of the first version. */
        R mamba(Mamba attention);

        /** The answer for Mamba-2. */
        R mamba2(Mamba2 attention);

        /** The answer for attention and Mamba-2 side by side. */
        R parallel(ParallelHeads attention);

        /** The answer for a layer that mixes no tokens. */
        R none(NoMixer attention);
    }
}
