package dev.archnotes.model.compare.sentence;

import dev.archnotes.model.compare.MechanismUse;
import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.Structure;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One sentence on how two models are related, for pairs of which the notes state no lineage.
 *
 * <p>Every plan looks for one remarkable thing (the same cache to the byte, a mechanism that nobody else uses, the
 * larger model with the smaller memory, years between) and says how remarkable it finds it; the most remarkable is
 * told, followed by the weightiest difference of another kind. So what a sentence is about depends on the two models,
 * and its form with it.
 */
public final class PairSentence {
    private static final List<Function<PairView, Optional<Candidate>>> PLANS = List.of(
            StructurePlans::twins,
            StructurePlans::onlyTwo,
            StructurePlans::generations,
            CachePlans::sameCache,
            CachePlans::inversion,
            CachePlans::context,
            SizePlans::sameTotal,
            SizePlans::sameActive,
            SizePlans::deepOrWide,
            SizePlans::denseOrExperts,
            SizePlans::traffic,
            SizePlans::tokensPerParameter,
            ExpertPlans::widths,
            ExpertPlans::weights,
            ExpertPlans::shares,
            StructurePlans::sameTime,
            StructurePlans::sharedAndNot);

    private PairSentence() {}

    /** Composes the sentence. */
    public static String of(PairComparison comparison, MechanismUse use) {
        PairView pair = new PairView(comparison, use);
        String best = "";
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < PLANS.size(); i++) {
            Optional<Candidate> candidate = PLANS.get(i).apply(pair);
            // among plans that are about equally remarkable each pair prefers its own
            double salience =
                    candidate.map(Candidate::salience).orElse(Double.NEGATIVE_INFINITY) + pair.turn(i + 1, 100) / 110.0;
            if (candidate.isPresent() && salience > most) {
                most = salience;
                best = candidate.get().text();
            }
        }
        return shorten(shorten(best, pair.older), pair.newer);
    }

    /** The full name once, and then without its size. */
    private static String shorten(String text, Structure model) {
        String name = PairView.name(model);
        int first = text.indexOf(name);
        if (first < 0) {
            return text;
        }
        int rest = first + name.length();
        return text.substring(0, rest) + text.substring(rest).replace(name, PairView.shortName(model));
    }

    /**
     * A possible sentence.
     *
     * @param salience how remarkable it is
     * @param text the sentence
     */
    record Candidate(double salience, String text) {
        static Optional<Candidate> of(double salience, String clause) {
            return Optional.of(new Candidate(salience, clause + "."));
        }
    }
}
