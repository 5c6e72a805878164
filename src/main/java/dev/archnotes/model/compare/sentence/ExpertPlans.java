package dev.archnotes.model.compare.sentence;

import static dev.archnotes.model.compare.sentence.PairView.name;
import static dev.archnotes.model.compare.sentence.PairView.ratio;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.compare.sentence.PairSentence.Candidate;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.Words;
import java.util.List;
import java.util.Optional;

/** Sentences about two mixtures: how finely each is divided and how much of it a token meets. */
final class ExpertPlans {
    private static final String EXPERTS = "feed_forward.experts";
    private static final String WIDTH = "feed_forward.expert_intermediate_size";
    private static final String CHOSEN = "feed_forward.experts_per_token";
    private static final String ONE = "parameters.per_routed_expert";

    private ExpertPlans() {}

    /** Few wide experts or many narrow ones. */
    static Optional<Candidate> widths(PairView pair) {
        for (Structure many : List.of(pair.older, pair.newer)) {
            Structure few = many == pair.older ? pair.newer : pair.older;
            if (ratio(many, few, EXPERTS) >= 2.9 && ratio(many, few, WIDTH) < 0.6) {
                String cut = number(many, EXPERTS) + " experts of width " + number(many, WIDTH);
                String kept = number(few, EXPERTS) + " of width " + number(few, WIDTH);
                return Candidate.of(
                        2.4 + Math.log(ratio(many, few, EXPERTS)) / 6,
                        pair.turn(36, 2) == 0
                                ? "Two ways to divide a feed-forward: " + name(many) + " cuts it into " + cut + ", "
                                        + name(few) + " into " + kept + pair.tailOrNothing(2, Aspect.ACTIVATION)
                                : "A token in " + name(many) + " consults " + number(many, CHOSEN) + " of " + cut
                                        + ", in " + name(few) + " " + number(few, CHOSEN) + " of " + kept
                                        + pair.tailOrNothing(3, Aspect.ACTIVATION));
            }
        }
        return Optional.empty();
    }

    /** One expert that outweighs several. */
    static Optional<Candidate> weights(PairView pair) {
        for (Structure heavy : List.of(pair.older, pair.newer)) {
            Structure light = heavy == pair.older ? pair.newer : pair.older;
            double times = ratio(heavy, light, ONE);
            if (times >= 2.5) {
                String many = times < 10 ? Words.number(Math.round(times)) : Long.toString(Math.round(times));
                return Candidate.of(
                        2.3 + Math.log(times) / 5,
                        "One expert of " + name(heavy) + " weighs as much as "
                                + (Math.abs(times - Math.rint(times)) < 0.05 ? "" : "about ") + many + " of "
                                + name(light) + pair.tailOrNothing(4, Aspect.SHARED_EXPERT));
            }
        }
        return Optional.empty();
    }

    /** A larger or smaller share of the weights for a token. */
    static Optional<Candidate> shares(PairView pair) {
        if (!pair.older.uses(Mechanism.MIXTURE_OF_EXPERTS) || !pair.newer.uses(Mechanism.MIXTURE_OF_EXPERTS)) {
            return Optional.empty();
        }
        double first = (double) pair.older.active() / pair.older.parameters();
        double second = (double) pair.newer.active() / pair.newer.parameters();
        double times = Math.max(first, second) / Math.min(first, second);
        if (times < 1.8) {
            return Optional.empty();
        }
        Structure idle = first < second ? pair.older : pair.newer;
        Structure busy = idle == pair.older ? pair.newer : pair.older;
        return Candidate.of(
                2.2 + Math.log(times) / 4,
                pair.turn(37, 2) == 0
                        ? "Both are mixtures, but a token meets " + share(busy) + " of " + name(busy) + " and "
                                + share(idle) + " of " + name(idle) + pair.tail()
                        : name(idle) + " lets all but " + share(idle) + " of its " + idle.print("parameters.total")
                                + " parameters rest, " + name(busy) + " all but " + share(busy) + " of "
                                + busy.print("parameters.total") + pair.tail());
    }

    private static String share(Structure model) {
        return new FactValue.Ratio(model.active(), model.parameters(), true).print();
    }

    private static String number(Structure model, String path) {
        return DesignWords.number(model, path);
    }
}
