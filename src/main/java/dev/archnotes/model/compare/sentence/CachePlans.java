package dev.archnotes.model.compare.sentence;

import static dev.archnotes.model.compare.sentence.PairView.name;
import static dev.archnotes.model.compare.sentence.PairView.ratio;
import static dev.archnotes.model.compare.sentence.PairView.words;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.compare.sentence.PairSentence.Candidate;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.RatioWords.Noun;
import java.util.Optional;

/** Sentences about what two models remember of a text, and how long a text may be. */
final class CachePlans {
    private static final long[] CONTEXTS = {131_072, 32_768, 4_096};
    private static final String PER_TOKEN = "kv_cache.bytes_per_token";

    private CachePlans() {}

    /** Two caches of the same size to the byte. */
    static Optional<Candidate> sameCache(PairView pair) {
        if (ratio(pair.older, pair.newer, PER_TOKEN) != 1) {
            return Optional.empty();
        }
        String text = name(pair.newer) + " leaves " + pair.newer.print(PER_TOKEN)
                + " a token in its cache, to the byte what " + name(pair.older) + " leaves";
        boolean heads = pair.older.whole("attention.kv_heads").isPresent()
                && pair.newer.whole("attention.kv_heads").isPresent();
        if (!heads) {
            return Candidate.of(3.4, text + pair.tail(Aspect.REACH));
        }
        String mine = layout(pair.newer);
        String theirs = layout(pair.older);
        return Candidate.of(
                3.4,
                text
                        + (mine.equals(theirs)
                                ? ", and by the same means, " + mine + pair.tail(Aspect.REACH)
                                : ": here " + mine + ", there " + theirs));
    }

    private static String layout(Structure model) {
        return DesignWords.number(model, "layers") + " layers with " + DesignWords.number(model, "attention.kv_heads")
                + " KV heads of " + DesignWords.number(model, "attention.head_dim");
    }

    /** The larger model with the smaller cache. */
    static Optional<Candidate> inversion(PairView pair) {
        Structure larger = pair.larger;
        Structure smaller = pair.smaller;
        for (long context : CONTEXTS) {
            String path = "kv_cache.bytes_at." + context;
            boolean reached = larger.whole("context.configured").orElse(0) >= context
                    && smaller.whole("context.configured").orElse(0) >= context;
            if (reached) {
                double cache = ratio(larger, smaller, path);
                if (ratio(larger, smaller, "parameters.total") < 1.4 || cache > 0.8) {
                    return Optional.empty();
                }
                return Candidate.of(
                        2.3 + Math.min(0.8, Math.log(1 / cache) / 2),
                        inversion(pair, path, Numerals.grouped(context) + " tokens"));
            }
        }
        return Optional.empty();
    }

    private static String inversion(PairView pair, String path, String tokens) {
        Structure larger = pair.larger;
        Structure smaller = pair.smaller;
        String more = words(larger, smaller, "parameters.total", Noun.count("parameters"));
        String less = words(larger, smaller, path, Noun.amount("cache"));
        String here = larger.print(path);
        String there = smaller.print(path);
        String reason = "it " + reason(pair);
        switch (pair.turn(31, 6)) {
            case 0:
                return name(larger) + " has " + more + " of " + name(smaller) + " and keeps " + less + ", " + here
                        + " for " + tokens + ", because " + reason;
            case 1:
                return "A text of " + tokens + " occupies " + there + " in " + name(smaller) + " and " + here + " in "
                        + name(larger) + ", although that model has " + more + ": " + reason;
            case 2:
                return "Size and memory part ways here: " + name(larger) + ", with " + more + ", gets by on " + less
                        + " of " + name(smaller) + ", since " + reason;
            case 3:
                return "At " + tokens + " the cache of " + name(smaller) + " has grown to " + there + "; that of "
                        + name(larger) + " stands at " + here + ", although the model has " + more
                        + pair.tail(Aspect.REACH);
            case 4:
                return "Whoever moves from " + name(smaller) + " to " + name(larger) + " loads " + more
                        + " and saves on every conversation: " + tokens + " take " + less + ", for " + reason;
            default:
                return "Against " + name(smaller) + ", " + name(larger) + " spends on weights and saves on context: "
                        + more + ", " + less + " at " + tokens + pair.tail(Aspect.FEED_FORWARD);
        }
    }

    /** Why the larger model's cache is the smaller one, told by its own design. */
    private static String reason(PairView pair) {
        if (pair.larger.profile().share(Mechanism.FULL_ATTENTION)
                < pair.smaller.profile().share(Mechanism.FULL_ATTENTION)) {
            return pair.does(pair.larger, Aspect.REACH).orElse("");
        }
        boolean sameKind = pair.larger.profile().difference(pair.smaller.profile(), Aspect.ATTENTION) == 0;
        if (sameKind && ratio(pair.larger, pair.smaller, "layers") < 0.8) {
            return "has " + DesignWords.number(pair.larger, "layers") + " layers to cache instead of "
                    + DesignWords.number(pair.smaller, "layers");
        }
        return pair.does(pair.larger, Aspect.ATTENTION).orElse("");
    }

    /** A context of another order. */
    static Optional<Candidate> context(PairView pair) {
        String path = "context.configured";
        Structure far = ratio(pair.newer, pair.older, path) > 1 ? pair.newer : pair.older;
        Structure near = far == pair.newer ? pair.older : pair.newer;
        double times = ratio(far, near, path);
        if (times < 16) {
            return Optional.empty();
        }
        String limits = near.print(path).length() < 6
                ? name(near) + " was never stretched beyond " + near.print(path) + " tokens, while " + name(far)
                        + " is configured for " + far.print(path)
                : name(far) + " is configured for " + far.print(path) + " tokens, "
                        + words(far, near, path, Noun.size("context")) + " of " + name(near);
        return Candidate.of(2.0 + Math.log(times) / 6, limits + pair.tail(Aspect.FEED_FORWARD));
    }
}
