package dev.archnotes.model.compare.sentence;

import static dev.archnotes.model.compare.sentence.PairView.name;
import static dev.archnotes.model.compare.sentence.PairView.ratio;
import static dev.archnotes.model.compare.sentence.PairView.words;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.compare.sentence.PairSentence.Candidate;
import dev.archnotes.model.number.RatioWords.Noun;
import java.util.List;
import java.util.Optional;

/** Sentences about how many weights two models store, how many they use, and how long each was trained. */
final class SizePlans {
    private static final String TOTAL = "parameters.total";
    private static final String ACTIVE = "parameters.active.all";

    private SizePlans() {}

    /** As many weights at work for a token, out of very different stores. */
    static Optional<Candidate> sameActive(PairView pair) {
        double active = ratio(pair.older, pair.newer, ACTIVE);
        if (active < 0.92 || active > 1.087 || ratio(pair.larger, pair.smaller, TOTAL) < 1.4) {
            return Optional.empty();
        }
        String stored = words(pair.larger, pair.smaller, TOTAL, Noun.count("weights"));
        return Candidate.of(
                3.0,
                pair.turn(32, 2) == 0
                        ? "A token costs about the same in both, " + pair.older.print(ACTIVE) + " active parameters in "
                                + name(pair.older) + " and " + pair.newer.print(ACTIVE) + " in " + name(pair.newer)
                                + ", though " + name(pair.larger) + " stores " + stored + pair.tail(Aspect.FEED_FORWARD)
                        : name(pair.larger) + " stores " + stored + " of " + name(pair.smaller)
                                + " to compute with about as many: " + pair.larger.print(ACTIVE) + " against "
                                + pair.smaller.print(ACTIVE) + " for a token" + pair.tail(Aspect.FEED_FORWARD));
    }

    /** As many stored weights, put to different use. */
    static Optional<Candidate> sameTotal(PairView pair) {
        double active = ratio(pair.larger, pair.smaller, ACTIVE);
        if (ratio(pair.larger, pair.smaller, TOTAL) > 1.15 || (active > 0.7 && active < 1.4)) {
            return Optional.empty();
        }
        Structure lean = active > 1 ? pair.smaller : pair.larger;
        Structure rich = lean == pair.smaller ? pair.larger : pair.smaller;
        String used = words(lean, rich, ACTIVE, Noun.count("weights"));
        return Candidate.of(
                3.4,
                pair.turn(33, 2) == 0
                        ? name(rich) + " and " + name(lean) + " are nearly of one size, " + rich.print(TOTAL) + " and "
                                + lean.print(TOTAL) + " parameters, but " + name(lean) + " needs " + used
                                + " for a token" + pair.tail(Aspect.FEED_FORWARD)
                        : "Of " + lean.print(TOTAL) + " parameters " + name(lean) + " uses " + lean.print(ACTIVE)
                                + " for a token, " + name(rich)
                                + (rich.active() == rich.parameters()
                                        ? " all of its " + rich.print(TOTAL)
                                        : " " + rich.print(ACTIVE) + " of " + rich.print(TOTAL))
                                + pair.tail(Aspect.FEED_FORWARD));
    }

    /** One deep and narrow, the other shallow and wide. */
    static Optional<Candidate> deepOrWide(PairView pair) {
        for (Structure deep : List.of(pair.older, pair.newer)) {
            Structure wide = deep == pair.older ? pair.newer : pair.older;
            double layers = ratio(deep, wide, "layers");
            double width = ratio(deep, wide, "hidden_size");
            if (layers >= 1.3 && width <= 0.8) {
                return Candidate.of(
                        1.9 + Math.log(layers / width),
                        name(deep) + " grows upward, " + name(wide) + " sideways: " + DesignWords.number(deep, "layers")
                                + " layers of width " + DesignWords.number(deep, "hidden_size") + " against "
                                + DesignWords.number(wide, "layers") + " of "
                                + DesignWords.number(wide, "hidden_size") + pair.tailOrNothing(1, Aspect.FEED_FORWARD));
            }
        }
        return Optional.empty();
    }

    /** A dense model and a mixture. */
    static Optional<Candidate> denseOrExperts(PairView pair) {
        Structure dense = pair.older.uses(Mechanism.MIXTURE_OF_EXPERTS) ? pair.newer : pair.older;
        Structure sparse = dense == pair.older ? pair.newer : pair.older;
        if (dense.uses(Mechanism.MIXTURE_OF_EXPERTS) || !sparse.uses(Mechanism.MIXTURE_OF_EXPERTS)) {
            return Optional.empty();
        }
        double active = ratio(sparse, dense, ACTIVE);
        double total = ratio(sparse, dense, TOTAL);
        String stored = words(sparse, dense, TOTAL, Noun.count("weights"));
        String used = words(sparse, dense, ACTIVE, Noun.count("weights"));
        String tail = pair.tail(Aspect.FEED_FORWARD, Aspect.ACTIVATION);
        if (active < 0.95 && total > 1.05) {
            return Candidate.of(
                    2.6,
                    name(sparse) + " stores " + stored + " of " + name(dense) + " and computes with fewer, "
                            + sparse.print(ACTIVE) + " against " + dense.print(ACTIVE) + " for a token" + tail);
        }
        switch (pair.turn(34, 4)) {
            case 0:
                return Candidate.of(
                        1.9,
                        "Where " + name(dense) + " runs all of its " + dense.print(TOTAL) + " parameters, "
                                + name(sparse) + " runs " + sparse.print(ACTIVE) + " of " + sparse.print(TOTAL) + tail);
            case 1:
                return Candidate.of(
                        1.9,
                        "In " + name(dense) + " no weight ever rests; in " + name(sparse) + " a token wakes "
                                + sparse.print(ACTIVE) + " of " + sparse.print(TOTAL) + tail);
            case 2:
                return Candidate.of(
                        1.9,
                        "To hold in memory, " + name(sparse) + " takes " + stored + " of " + name(dense)
                                + "; to run for a token, " + used + tail);
            default:
                return Candidate.of(
                        1.9,
                        name(dense) + " sends a token through everything it has, " + name(sparse) + " through "
                                + DesignWords.number(sparse, "feed_forward.experts_per_token") + " of "
                                + DesignWords.number(sparse, "feed_forward.experts") + " experts a layer" + tail);
        }
    }

    /** The larger model that moves fewer bytes for a token. */
    static Optional<Candidate> traffic(PairView pair) {
        String path = "cost.bytes_read_per_token_at.32768";
        double less = ratio(pair.larger, pair.smaller, path);
        boolean reached = pair.smaller.whole("context.configured").orElse(0) >= 32_768
                && pair.larger.whole("context.configured").orElse(0) >= 32_768;
        if (!reached || less > 0.8 || ratio(pair.larger, pair.smaller, TOTAL) < 1.4) {
            return Optional.empty();
        }
        return Candidate.of(
                2.7,
                "Writing one token after 32,768 others moves " + pair.smaller.print(path) + " through the memory of "
                        + name(pair.smaller) + " and "
                        + pair.larger.print(path) + " through that of " + name(pair.larger) + ", which stores "
                        + words(pair.larger, pair.smaller, TOTAL, Noun.count("weights"))
                        + pair.tail());
    }

    /** Trained far beyond its size, or not. */
    static Optional<Candidate> tokensPerParameter(PairView pair) {
        String path = "training.tokens";
        if (pair.older.whole(path).isEmpty() || pair.newer.whole(path).isEmpty()) {
            return Optional.empty();
        }
        double times = ratio(pair.smaller, pair.larger, path) * ratio(pair.larger, pair.smaller, TOTAL);
        if (times < 12) {
            return Optional.empty();
        }
        String per = "training.tokens_per_parameter";
        return Candidate.of(
                2.2 + Math.log(times / 12) / 5,
                pair.turn(35, 2) == 0
                        ? name(pair.smaller) + " read " + pair.smaller.print(per)
                                + " tokens for each of its parameters, " + name(pair.larger) + " "
                                + pair.larger.print(per) + ": small and long trained against large and soon done"
                                + pair.tail()
                        : "For every parameter of " + name(pair.larger) + " there were " + pair.larger.print(per)
                                + " training tokens, for every one of " + name(pair.smaller) + " "
                                + pair.smaller.print(per) + pair.tail());
    }
}
