package dev.archnotes.model.compare;

import dev.archnotes.model.fact.FactPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a difference in a fact does, in one sentence that holds whichever model has more of it. A mechanism's own
 * explanation says more; it is the notes' and stands beside this where there is one.
 */
public final class DifferenceEffect {
    private static final Map<FactPath, String> SENTENCES = sentences();

    private DifferenceEffect() {}

    /** The sentence for a fact; empty for one that comparisons do not show. */
    public static Optional<String> of(FactPath path) {
        return Optional.ofNullable(SENTENCES.get(path));
    }

    private static Map<FactPath, String> sentences() {
        Map<FactPath, String> effects = new LinkedHashMap<>();
        shape(effects);
        attention(effects);
        positions(effects);
        normalization(effects);
        feedForward(effects);
        consequences(effects);
        return Collections.unmodifiableMap(effects);
    }

    private static void shape(Map<FactPath, String> effects) {
        effects.put(FactPath.PARAMETERS_TOTAL, "More weights store more and take as much more memory to serve.");
        effects.put(
                FactPath.PARAMETERS_ACTIVE_ALL,
                "The weights that act on a token set the arithmetic of each step and what it reads.");
        effects.put(
                FactPath.LAYERS,
                "More layers compute more steps one after another, which adds to the wait for a token.");
        effects.put(FactPath.HIDDEN_SIZE, "A wider vector carries more of a token through all layers.");
        effects.put(
                FactPath.VOCABULARY_SIZE,
                "A larger vocabulary cuts a text into fewer tokens and makes the embedding table larger.");
        effects.put(FactPath.TIED_EMBEDDINGS, "One table for input and output saves the weights of the second.");
        effects.put(
                FactPath.PARAMETERS_PREDICTION_MODULE,
                "The module guesses tokens further ahead, which trains the model and can draft for it.");
        effects.put(FactPath.VISION, "An image encoder turns pictures into tokens that the decoder reads like words.");
    }

    private static void attention(Map<FactPath, String> effects) {
        effects.put(
                FactPath.ATTENTION_KIND,
                "The kind of attention decides what is kept of each token and how it is read.");
        effects.put(
                FactPath.ATTENTION_MIX,
                "Layers with a window or a state stop adding to the cache; global ones see the whole text.");
        effects.put(FactPath.ATTENTION_HEADS, "More heads look at more things at once, for more arithmetic.");
        effects.put(FactPath.ATTENTION_KV_HEADS, "Each stored head adds its keys and values to the cache.");
        effects.put(
                FactPath.ATTENTION_QUERIES_PER_KV_HEAD,
                "The more queries share a stored head, the smaller the cache, and the less they can differ.");
        effects.put(FactPath.ATTENTION_HEAD_DIM, "Longer heads tell tokens apart more finely and store more of each.");
        effects.put(FactPath.ATTENTION_QUERY_WIDTH, "Wider queries take more weights and arithmetic, not more cache.");
        effects.put(FactPath.ATTENTION_QUERY_RANK, "Queries made from a short vector save weights and activations.");
        effects.put(FactPath.ATTENTION_KV_RANK, "The latent is what is cached: a shorter one is a smaller cache.");
        effects.put(FactPath.ATTENTION_VALUE_HEAD_DIM, "Longer values carry more from each token that is read.");
        effects.put(
                FactPath.ATTENTION_WINDOW,
                "A shorter window caps the cache of its layers earlier and sees less far in one step.");
        effects.put(FactPath.ATTENTION_CHUNK, "A token sees back to the start of its chunk; longer chunks cache more.");
        effects.put(
                FactPath.ATTENTION_STATE_BYTES,
                "The state is all that such layers remember, at any length of the text.");
        effects.put(
                FactPath.ATTENTION_QK_NORM,
                "Normalized queries and keys bound the scores, which keeps training from diverging.");
        effects.put(FactPath.ATTENTION_BIASES, "Biases add a constant to the projections, for few weights.");
        effects.put(FactPath.ATTENTION_SINKS, "A sink lets a head attend to nothing instead of to the first token.");
        effects.put(FactPath.ATTENTION_OUTPUT_GATE, "A gate lets a layer turn down what attention has found.");
        effects.put(FactPath.ATTENTION_LOGIT_SOFT_CAP, "The cap bounds the scores, for a function on each of them.");
        effects.put(FactPath.ATTENTION_TEMPERATURE, "Scaled scores stay sharp where a long text spreads them out.");
    }

    private static void positions(Map<FactPath, String> effects) {
        effects.put(
                FactPath.POSITIONS_KIND,
                "The kind of positions decides how order enters and whether the context can be stretched.");
        effects.put(
                FactPath.POSITIONS_NOPE_LAYERS,
                "Layers without positions match by content alone, at lengths beyond those trained.");
        effects.put(FactPath.POSITIONS_ROPE_BASE, "A larger base turns more slowly, which suits longer contexts.");
        effects.put(
                FactPath.POSITIONS_LOCAL_ROPE_BASE,
                "A small base tells neighbors apart finely, enough for layers with a window.");
        effects.put(FactPath.POSITIONS_ROTARY_DIM, "What is not rotated carries content without regard to distance.");
        effects.put(FactPath.POSITIONS_SCALING, "Scaled rotations reach past the length of most of the training.");
        effects.put(FactPath.POSITIONS_TABLE_ROWS, "A learned table has a row for each position and none beyond.");
        effects.put(
                FactPath.CONTEXT_CONFIGURED, "The longest text that servers accept unless they are told otherwise.");
        effects.put(FactPath.CONTEXT_TRAINED, "Up to here the model has seen texts; beyond, it extrapolates.");
        effects.put(FactPath.CONTEXT_EXTENDED, "The makers claim this length with rotations scaled further.");
    }

    private static void normalization(Map<FactPath, String> effects) {
        effects.put(FactPath.NORMALIZATION_KIND, "RMSNorm leaves out the mean and the bias, which nobody has missed.");
        effects.put(
                FactPath.NORMALIZATION_PLACEMENT,
                "Where norms act decides how large the sums of a layer may grow, and how training stays stable.");
        effects.put(
                FactPath.NORMALIZATION_ZERO_CENTERED,
                "The same function, stored around zero, so that decay pulls to one.");
        effects.put(FactPath.NORMALIZATION_EPSILON, "It keeps the division safe and changes results little.");
    }

    private static void feedForward(Map<FactPath, String> effects) {
        effects.put(
                FactPath.FEED_FORWARD_KIND,
                "Experts store far more weights than a token uses; a dense one uses all it stores.");
        effects.put(
                FactPath.FEED_FORWARD_ACTIVATION, "The function between the matrices; gated ones need a third one.");
        effects.put(
                FactPath.FEED_FORWARD_EXPERTS,
                "More experts store more for the same arithmetic and spread batches thinner.");
        effects.put(
                FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN,
                "Each further expert adds its weights to what a token reads and computes.");
        effects.put(
                FactPath.FEED_FORWARD_SPARSITY,
                "Sparser models store more for each weight used and need larger batches.");
        effects.put(
                FactPath.FEED_FORWARD_EXPERT_INTERMEDIATE_SIZE,
                "Narrow experts can be combined more finely than a few wide ones.");
        effects.put(
                FactPath.FEED_FORWARD_SHARED_EXPERTS,
                "A shared expert holds what every token needs, so others need not.");
        effects.put(FactPath.FEED_FORWARD_DENSE_BRANCH_SIZE, "Every token passes the dense part beside its experts.");
        effects.put(
                FactPath.FEED_FORWARD_INTERMEDIATE_SIZE,
                "Most weights of a dense layer stand here; wider stores more.");
        effects.put(FactPath.FEED_FORWARD_MOE_LAYERS, "Only layers with experts store more than a token uses.");
        effects.put(FactPath.FEED_FORWARD_DENSE_LAYERS, "Dense layers at the bottom make routing easier to learn.");
        effects.put(
                FactPath.FEED_FORWARD_ROUTER,
                "Under a softmax experts compete for one weight; under a sigmoid each is judged alone.");
        effects.put(
                FactPath.FEED_FORWARD_ROUTER_BIAS, "A bias on the choice balances experts without a term in the loss.");
        effects.put(
                FactPath.FEED_FORWARD_ROUTER_GROUPS,
                "Groups cap the machines that a token must visit, not the quality.");
        effects.put(FactPath.FEED_FORWARD_ROUTER_SCALING, "The factor sets how loud the experts are beside the rest.");
    }

    private static void consequences(Map<FactPath, String> effects) {
        effects.put(
                FactPath.KV_CACHE_BYTES_PER_TOKEN, "If every layer kept all, each further token would take this much.");
        effects.put(
                FactPath.kvCacheBytesAt(32_768),
                "What one text of 32,768 tokens takes beside the weights, and is read at each step.");
        effects.put(
                FactPath.kvCacheBytesAt(131_072),
                "At long texts the cache decides how many readers a machine can serve.");
        effects.put(FactPath.WEIGHTS_RELEASED_BYTES, "What has to fit into the memory of the machine or machines.");
        effects.put(FactPath.RELEASED_PRECISION, "Fewer bits a weight take less memory and read faster.");
        effects.put(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN, "Arithmetic with the weights, the same at any length.");
        effects.put(
                FactPath.costAttentionFlopsPerTokenAt(131_072),
                "Arithmetic with the cache, which grows with the text where layers see all of it.");
        effects.put(FactPath.costFlopsPerTokenAt(32_768), "It bounds how fast a prompt is read.");
        effects.put(FactPath.costBytesReadPerTokenAt(32_768), "It bounds how fast a single answer is written.");
        effects.put(FactPath.TRAINING_TOKENS, "More text teaches more, at a cost that grows with it.");
        effects.put(
                FactPath.TRAINING_TOKENS_PER_PARAMETER, "Far beyond twenty, training pays for a smaller model in use.");
        effects.put(FactPath.TRAINING_FLOPS, "An estimate of the arithmetic of pre-training.");
        effects.put(FactPath.TRAINING_GPU_HOURS, "What the makers say that training took, each on its own hardware.");
        effects.put(FactPath.RELEASED, "The later model could build on the earlier.");
        effects.put(FactPath.LICENSE, "It decides who may use the weights, and for what.");
    }
}
