package dev.archnotes.model.compare;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.Reach;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Factor;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a variant does in one aspect, as verb phrases with their numbers and the layers that they are true of:
 * {@code sees only the last 1,024 tokens in 52 of its 62 layers and the whole text in the other 10}, the larger part
 * first.
 */
final class DesignWords {
    private final Structure variant;
    private final Aspect aspect;
    private final List<Mechanism> mechanisms;

    DesignWords(Structure variant, Aspect aspect) {
        this.variant = variant;
        this.aspect = aspect;
        this.mechanisms = variant.profile().mechanisms(aspect).stream()
                .sorted(Comparator.comparingLong(this::layers).reversed())
                .toList();
    }

    /** Whether the variant uses none of the mechanisms of the aspect. */
    boolean isEmpty() {
        return mechanisms.isEmpty();
    }

    /** Whether some of the layers that the aspect applies to do otherwise than others. */
    boolean isMixed() {
        return mechanisms.stream().anyMatch(mechanism -> layers(mechanism) < asked());
    }

    /** The phrases; with {@code stressed}, what holds for all layers is said to do so. */
    String text(boolean stressed) {
        StringBuilder text = new StringBuilder();
        String verb = "";
        for (int i = 0; i < mechanisms.size(); i++) {
            Phrase phrase = phrase(mechanisms.get(i));
            text.append(i == 0 ? "" : " and ");
            text.append(phrase.verb().equals(verb) ? "" : phrase.verb() + " ").append(phrase.object());
            text.append(extent(i, stressed));
            verb = phrase.verb();
        }
        return text.toString();
    }

    private String extent(int index, boolean stressed) {
        long layers = layers(mechanisms.get(index));
        boolean ofAll = asked() == variant.variant().architecture().layers();
        if (layers == asked()) {
            return stressed && ofAll ? " in every layer" : "";
        }
        boolean rest = index == 1 && mechanisms.size() == 2 && layers + layers(mechanisms.get(0)) == asked();
        if (rest) {
            return layers == 1 ? " in the remaining one" : " in the other " + Numerals.grouped(layers);
        }
        return " in " + Numerals.grouped(layers) + " of " + (ofAll ? "its " : "the ") + Numerals.grouped(asked())
                + (ofAll ? " layers" : " layers concerned");
    }

    private long layers(Mechanism mechanism) {
        return variant.profile().layers(mechanism);
    }

    private long asked() {
        return variant.profile().layersAsked(aspect);
    }

    private Phrase phrase(Mechanism mechanism) {
        switch (mechanism) {
            case MULTI_HEAD_ATTENTION:
                return phrase(mechanism, "gives", "each of ", heads(), " heads its own keys and values");
            case GROUPED_QUERY_ATTENTION:
                return phrase(mechanism, "shares", "", kvHeads(), " KV heads among ", heads(), " query heads");
            case MULTI_QUERY_ATTENTION:
                return phrase(mechanism, "shares", "one KV head among ", heads(), " query heads");
            case LATENT_ATTENTION:
                return new Phrase("caches", "one compressed latent in place of keys and values");
            case GATED_DELTANET:
                return new Phrase("keeps", "a state of fixed size (Gated DeltaNet)");
            case KIMI_DELTA_ATTENTION:
                return new Phrase("keeps", "a state of fixed size (Kimi Delta Attention)");
            case LIGHTNING_ATTENTION:
                return new Phrase("keeps", "a state of fixed size (lightning attention)");
            case SHORT_CONVOLUTION:
                return new Phrase("mixes", "neighboring tokens with gated convolutions");
            case FULL_ATTENTION:
                return new Phrase("sees", "the whole text");
            case SLIDING_WINDOW:
                return phrase(mechanism, "sees", "only the last ", window(), " tokens");
            case CHUNKED_ATTENTION:
                return phrase(mechanism, "sees", "only the current chunk of ", chunk(), " tokens");
            case RECURRENT_STATE:
                return new Phrase("sees", "only a running summary of the text");
            case SHARED_CACHE:
                return new Phrase("reads", "the cache of a layer below");
            case KEYS_AS_VALUES:
                return new Phrase("makes", "values of the keys' projection");
            case OWN_VALUE_WIDTH:
                return new Phrase("has", mechanism.label());
            case CONVOLUTION_KERNEL:
                return new Phrase("sees", "only the newest few tokens");
            case CROSS_ATTENTION:
                return new Phrase("reads", "pictures in place of the text");
            case SPARSE_ATTENTION:
                return new Phrase("reads", "only the tokens that an indexer ranks highest");
            case SHARED_SELECTION:
                return new Phrase("reads", "the tokens that a layer below has chosen");
            case ROPE:
                return new Phrase("uses", "rotary positions");
            case ALIBI:
                return new Phrase("uses", "a penalty by distance (ALiBi)");
            case NO_POSITIONS:
                return new Phrase("uses", "no positions");
            case PRE_NORM:
                return new Phrase("norms", "the input of each branch");
            case INSIDE_BRANCH_NORM:
                return new Phrase("norms", "the output of each branch");
            case SANDWICH_NORM:
                return new Phrase("norms", "the input and the output of each branch");
            case PARALLEL_BLOCK:
                return new Phrase("norms", "once what attention and feed-forward read side by side");
            case PARALLEL_PAIR:
                return new Phrase("norms", "twice what attention and feed-forward read side by side");
            case DENSE_FEED_FORWARD:
                return new Phrase("has", "a dense feed-forward");
            case MIXTURE_OF_EXPERTS:
                return phrase(mechanism, "picks", "", chosen(), " of ", experts(), " experts for each token");
            case SOFTMAX_ROUTING:
                return new Phrase("routes", "with a softmax over all experts");
            case SIGMOID_ROUTING:
                return new Phrase("routes", "with a sigmoid for each expert");
            case SQRT_SOFTPLUS_ROUTING:
                return new Phrase("routes", "with the root of a softplus for each expert");
            case HASH_ROUTING:
                return new Phrase("routes", "by a fixed table of the vocabulary");
            case COMPRESSED_ATTENTION:
                return new Phrase(
                        "keeps", "one vector as key and value of all heads, and pooled entries of what is far");
            case TOP_K_SOFTMAX_ROUTING:
                return new Phrase("routes", "with a softmax over the chosen experts");
            case PER_LAYER_EMBEDDINGS:
            case ALTUP:
            case LAUREL:
            case SHARED_EXPERT:
            case LATENT_EXPERTS:
            case ONE_PART_LAYERS:
            case DENSE_BRANCH:
            case DENSE_FIRST:
            case ALTERNATING_EXPERTS:
            case PREDICTION_MODULE:
            case VISION:
                return new Phrase("has", mechanism.label());
            case SIXTEEN_BITS:
            case FLOAT32:
            case FP8_BLOCKS:
            case MXFP4_EXPERTS:
            case QUANTIZED:
                return new Phrase("is released with", mechanism.label());
            default:
                return new Phrase("uses", mechanism.label());
        }
    }

    /** The phrase with its numbers; without them where not all layers of the kind have the same ones. */
    private static Phrase phrase(Mechanism mechanism, String verb, Object... words) {
        StringBuilder object = new StringBuilder();
        for (Object word : words) {
            if (word instanceof Optional<?> number) {
                if (number.isEmpty()) {
                    return new Phrase("uses", mechanism.label());
                }
                object.append(number.get());
            } else {
                object.append(word);
            }
        }
        return new Phrase(verb, object.toString());
    }

    private Optional<String> heads() {
        return common(
                block -> softmax(block).map(attention -> attention.layout().heads()));
    }

    private Optional<String> kvHeads() {
        return common(
                block -> softmax(block).map(attention -> attention.layout().shared()));
    }

    private Optional<String> window() {
        return limit(Reach.WINDOW);
    }

    private Optional<String> chunk() {
        return limit(Reach.CHUNK);
    }

    private Optional<String> limit(Reach reach) {
        return common(block -> softmax(block)
                .filter(attention -> attention.reach() == reach)
                .flatMap(Attention::limit)
                .map(Factor::value));
    }

    private Optional<String> chosen() {
        return common(block -> block.feedForward().sparse().map(MixtureOfExperts::expertsPerToken));
    }

    private Optional<String> experts() {
        return common(block -> block.feedForward().sparse().map(MixtureOfExperts::experts));
    }

    private static Optional<Attention> softmax(LayerBlock block) {
        return Optional.of(block.attention())
                .filter(attention -> attention.reach().hasKeysAndValues());
    }

    /** The number that all layers have in common which have one. */
    private Optional<String> common(Function<LayerBlock, Optional<Long>> number) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (LayerBlock kind : variant.variant().architecture().kinds()) {
            number.apply(kind).ifPresent(numbers::add);
        }
        return numbers.size() == 1
                ? Optional.of(Numerals.grouped(numbers.iterator().next()))
                : Optional.empty();
    }

    /**
     * A predicate of a sentence, in two pieces so that a verb which two share is said once.
     *
     * @param verb the verb
     * @param object the rest
     */
    private record Phrase(String verb, String object) {}
}
