package dev.archnotes.model.compare.sentence;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.number.Numerals;
import java.util.Optional;

/**
 * What a model does in one aspect, as a verb phrase with its numbers: {@code shares 8 KV heads among 64 query heads}.
 * What many pairs have to say has several wordings; {@code turn}, which belongs to a pair, chooses.
 */
final class DesignWords {
    private DesignWords() {}

    /** The phrase; empty for aspects that are better named than told. */
    static Optional<String> of(Structure model, Aspect aspect, int turn) {
        switch (aspect) {
            case ATTENTION:
                return Optional.of(attention(model, turn));
            case REACH:
                return Optional.of(reach(model, turn));
            case FEED_FORWARD:
                return Optional.of(feedForward(model, turn));
            case NORM_PLACEMENT:
                return Optional.of(
                        model.uses(Mechanism.SANDWICH_NORM)
                                ? "norms both ends of a branch"
                                : model.uses(Mechanism.INSIDE_BRANCH_NORM)
                                        ? "norms only what leaves a branch"
                                        : choose(turn, "norms only what enters a branch", "stays with pre-norm"));
            case POSITIONS:
                return Optional.of(positions(model));
            case QK_NORM:
                return Optional.of(
                        model.uses(Mechanism.QK_NORM_VECTOR)
                                ? "norms the whole projected query and key"
                                : model.uses(Mechanism.QK_NORM_HEAD)
                                        ? "norms queries and keys head by head"
                                        : model.uses(Mechanism.QK_NORM_AFTER_ROPE)
                                                ? "norms rotated queries and keys without weights"
                                                : "leaves queries and keys without a norm");
            case ROUTING:
                return routing(model);
            case SHARED_EXPERT:
                return model.profile().answers(aspect)
                        ? Optional.of(
                                model.uses(Mechanism.SHARED_EXPERT)
                                        ? "adds a shared expert to the chosen ones"
                                        : "has no shared expert")
                        : Optional.empty();
            case SINKS:
                return Optional.of(
                        model.uses(Mechanism.ATTENTION_SINKS)
                                ? "gives every head a learned sink"
                                : "does without sinks");
            case HEAD:
                return Optional.of(
                        model.uses(Mechanism.TIED_EMBEDDINGS)
                                ? "uses one table for input and output"
                                : "keeps separate tables for input and output");
            case ACTIVATION:
                return Optional.of("has "
                        + model.model()
                                .architecture()
                                .kinds()
                                .get(0)
                                .feedForward()
                                .activation()
                                .label() + " in the feed-forward");
            default:
                return Optional.empty();
        }
    }

    private static String attention(Structure model, int turn) {
        if (model.uses(Mechanism.LATENT_ATTENTION)) {
            return choose(
                    turn,
                    "caches one latent a layer in place of keys and values",
                    "rebuilds keys and values from a cached latent",
                    "squeezes what it caches into " + number(model, "attention.kv_rank")
                            + " numbers and a short rotary key",
                    "keeps a latent of each token rather than its keys and values");
        }
        if (model.uses(Mechanism.GATED_DELTANET)) {
            return choose(
                    turn,
                    "gives " + number(model, "attention.linear_layers") + " of " + number(model, "layers")
                            + " layers a state of fixed size",
                    "updates a matrix instead of a cache in " + number(model, "attention.linear_layers") + " of "
                            + number(model, "layers") + " layers");
        }
        if (model.uses(Mechanism.MULTI_HEAD_ATTENTION)) {
            return "gives each of " + number(model, "attention.heads") + " heads keys and values of its own";
        }
        if (model.uses(Mechanism.MULTI_QUERY_ATTENTION)) {
            return "lets all heads read a single key and value";
        }
        return choose(
                turn,
                "shares " + number(model, "attention.kv_heads") + " KV heads among " + number(model, "attention.heads")
                        + " query heads",
                "has " + number(model, "attention.queries_per_kv_head") + " query heads read each KV head",
                "stores " + number(model, "attention.kv_heads") + " keys and values a layer for "
                        + number(model, "attention.heads") + " query heads");
    }

    private static String reach(Structure model, int turn) {
        if (model.uses(Mechanism.SLIDING_WINDOW)) {
            return "shows " + number(model, "attention.window_layers") + " of " + number(model, "layers")
                    + " layers only the last " + number(model, "attention.window") + " tokens";
        }
        if (model.uses(Mechanism.CHUNKED_ATTENTION)) {
            return choose(
                    turn,
                    "cuts the text into chunks in " + number(model, "attention.chunk_layers") + " of "
                            + number(model, "layers") + " layers",
                    "stops at the border of a chunk in " + number(model, "attention.chunk_layers") + " of "
                            + number(model, "layers") + " layers");
        }
        if (model.uses(Mechanism.RECURRENT_STATE)) {
            if (!model.uses(Mechanism.FULL_ATTENTION)) {
                return "keeps a state of fixed size and no full attention at all";
            }
            return choose(
                    turn,
                    "looks back without limit in only " + number(model, "attention.full_layers") + " of "
                            + number(model, "layers") + " layers",
                    "replaces the cache by a fixed state in " + number(model, "attention.linear_layers") + " of "
                            + number(model, "layers") + " layers");
        }
        return choose(
                turn,
                "lets every layer see the whole text",
                "forgets nothing in any layer",
                "keeps full attention throughout");
    }

    private static String feedForward(Structure model, int turn) {
        if (model.uses(Mechanism.MIXTURE_OF_EXPERTS)) {
            return choose(
                    turn,
                    "picks " + number(model, "feed_forward.experts_per_token") + " of "
                            + number(model, "feed_forward.experts") + " experts for a token",
                    "sends a token to " + number(model, "feed_forward.experts_per_token") + " of "
                            + number(model, "feed_forward.experts") + " experts");
        }
        return choose(turn, "runs all its weights for every token", "is dense");
    }

    private static String positions(Structure model) {
        if (model.uses(Mechanism.LEARNED_POSITIONS)) {
            return "looks positions up in a table";
        }
        if (model.uses(Mechanism.NO_POSITIONS)) {
            return "leaves " + number(model, "positions.nope_layers") + " of " + number(model, "layers")
                    + " layers without positions";
        }
        return "rotates queries and keys in every attention layer";
    }

    private static Optional<String> routing(Structure model) {
        if (model.uses(Mechanism.SIGMOID_ROUTING)) {
            return Optional.of("scores each expert by itself with a sigmoid");
        }
        if (model.uses(Mechanism.TOP_K_SOFTMAX_ROUTING)) {
            return Optional.of("takes the softmax over the chosen experts alone");
        }
        return model.uses(Mechanism.SOFTMAX_ROUTING)
                ? Optional.of("lets all experts compete in one softmax")
                : Optional.empty();
    }

    private static String choose(int turn, String... wordings) {
        return wordings[turn % wordings.length];
    }

    static String number(Structure model, String path) {
        return Numerals.grouped(model.sheet().whole(path));
    }
}
