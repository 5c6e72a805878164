package dev.archnotes.model.compare.sentence;

import static dev.archnotes.model.compare.sentence.PairView.join;
import static dev.archnotes.model.compare.sentence.PairView.name;
import static dev.archnotes.model.compare.sentence.PairView.ratio;
import static dev.archnotes.model.compare.sentence.PairView.words;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.AspectChange;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.compare.sentence.PairSentence.Candidate;
import dev.archnotes.model.number.RatioWords.Noun;
import dev.archnotes.model.number.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences about what two models share in structure, or no longer share. */
final class StructurePlans {
    private StructurePlans() {}

    /** Almost the same block. */
    static Optional<Candidate> twins(PairView pair) {
        List<AspectChange> block = pair.changes.stream()
                .filter(change -> change.aspect() != Aspect.STORAGE
                        && change.aspect() != Aspect.VISION
                        && change.aspect() != Aspect.ROPE_SCALING)
                .toList();
        double sum = block.stream().mapToDouble(AspectChange::amount).sum();
        if (block.size() > 3 || sum > 2.8) {
            return Optional.empty();
        }
        List<String> gained = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (AspectChange change : block) {
            Optional<Mechanism> taken = special(change.aspect(), pair.newer, pair.older);
            Optional<Mechanism> left = special(change.aspect(), pair.older, pair.newer);
            taken.ifPresent(mechanism -> gained.add(mechanism.label()
                    + left.map(old -> " in place of " + old.label()).orElse("")));
            Optional<Mechanism> plain = change.aspect() == Aspect.NORM_PLACEMENT
                    ? Optional.of(Mechanism.PRE_NORM).filter(pair.newer::uses)
                    : Optional.empty();
            if (taken.isEmpty() && left.isPresent()) {
                plain.ifPresentOrElse(
                        norm -> gained.add(
                                norm.label() + " in place of " + left.get().label()),
                        () -> lost.add(left.get().label()));
            }
        }
        String size = words(pair.newer, pair.older, "parameters.total", Noun.count("parameters"));
        if (gained.isEmpty() && lost.isEmpty()) {
            return Candidate.of(
                    6,
                    "Nothing in the block of " + name(pair.newer) + " is missing from " + name(pair.older)
                            + "; what differs are the sizes, from "
                            + pair.older.print("layers") + " to " + pair.newer.print("layers") + " layers and from "
                            + pair.older.print("hidden_size") + " to "
                            + pair.newer.print("hidden_size") + " in width");
        }
        String added = gained.isEmpty() ? "" : "with " + join(gained);
        String changed = lost.isEmpty() ? added : (added.isEmpty() ? "" : added + " and ") + "without " + join(lost);
        switch (pair.turn(38, 3)) {
            case 0:
                return Candidate.of(
                        5.5 - sum / 2,
                        "The block of " + name(pair.newer) + " is that of " + name(pair.older) + " " + changed
                                + ", with " + size + " in all");
            case 1:
                return Candidate.of(
                        5.5 - sum / 2,
                        "Build " + name(pair.older) + " " + changed + ", give it " + size
                                + ", and the result is the block of " + name(pair.newer));
            default:
                return Candidate.of(
                        5.5 - sum / 2,
                        "Little separates the two: " + name(pair.newer) + " is " + name(pair.older) + " " + changed
                                + " at " + size);
        }
    }

    private static Optional<Mechanism> special(Aspect aspect, Structure own, Structure other) {
        for (Mechanism mechanism : own.profile().mechanisms()) {
            if (mechanism.aspect() == aspect
                    && !mechanism.isPlain()
                    && mechanism != Mechanism.ROPE
                    && own.profile().share(mechanism) > other.profile().share(mechanism)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }

    /** A mechanism that nobody else uses. */
    static Optional<Candidate> onlyTwo(PairView pair) {
        List<String> shared = new ArrayList<>();
        double weight = 0;
        for (Mechanism mechanism : pair.common) {
            if (pair.isTheirsAlone(mechanism)
                    && mechanism.aspect() != Aspect.STORAGE
                    && mechanism.aspect() != Aspect.ROPE_SCALING) {
                shared.add(mechanism.label());
                weight += mechanism.aspect().weight();
            }
        }
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        String both = name(pair.older) + " and " + name(pair.newer);
        boolean plural = shared.size() > 1
                || shared.get(0).endsWith("s")
                || shared.get(0).endsWith("around zero");
        switch (pair.turn(39, 3)) {
            case 0:
                return Candidate.of(
                        3.6 + weight / 2,
                        "No other family here has " + join(shared) + " but these two; apart from that, "
                                + pair.contrast().map(PairView.Contrast::plain).orElse(both + " agree"));
            case 1:
                return Candidate.of(
                        3.6 + weight / 2,
                        Words.capital(join(shared)) + ", found nowhere else on these pages, "
                                + (plural ? "connect " : "connects ") + both + pair.tail());
            default:
                return Candidate.of(
                        3.6 + weight / 2,
                        "What " + both + " have in common nobody else here has, namely " + join(shared) + pair.tail());
        }
    }

    /** Years lie between them: what is left, and what came. */
    static Optional<Candidate> generations(PairView pair) {
        if (pair.days() < 4 * 365) {
            return Optional.empty();
        }
        String older = name(pair.older);
        String newer = name(pair.newer);
        String years = Words.span(pair.days());
        String kept = pair.commonWords(3);
        String own =
                pair.distinctive(pair.newer, pair.older).map(Mechanism::label).orElse("the rest of its block");
        String context = words(pair.newer, pair.older, "context.configured", Noun.size("context"));
        double size = ratio(pair.newer, pair.older, "parameters.total");
        String store = words(pair.newer, pair.older, "parameters.total", Noun.count("weights"));
        String work = words(pair.newer, pair.older, "parameters.active.all", Noun.count("weights"));
        String does = pair.contrast().map(PairView.Contrast::second).orElse("differs in everything");
        List<String> texts = new ArrayList<>();
        if (size < 1.4 && size > 0.72 && ratio(pair.newer, pair.older, "kv_cache.bytes_per_token") < 0.6) {
            String cache = "kv_cache.bytes_per_token";
            texts.add("Nearly of one size and " + years + " apart, " + older + " and " + newer
                    + " differ in reach: the younger takes in " + context + " and stores " + pair.newer.print(cache)
                    + " a token instead of " + pair.older.print(cache) + ", with " + own + " among what is new");
            texts.add(Words.capital(kept) + " is what " + newer + " still has from the days of " + older + "; " + own
                    + " had to be found in the " + years + " between");
            texts.add("Hardly another size than " + older + ", " + newer + " shows where " + years
                    + " of changes went: into the cache, " + pair.newer.print(cache) + " a token where it was "
                    + pair.older.print(cache) + ", and into " + own);
        } else if (pair.newer.uses(Mechanism.MIXTURE_OF_EXPERTS)) {
            texts.add(Words.capital(years) + " after " + older + ", a token in " + newer + " meets " + work
                    + " out of a store that holds " + store + "; new above all: " + own);
            texts.add("Between " + older + " and " + newer + " the weights to store became " + times(size)
                    + " as many and those at work " + times(ratio(pair.newer, pair.older, "parameters.active.all"))
                    + "; " + own + " came on the way, " + kept + " stayed");
            texts.add("Someone who knew only " + older + " would recognize " + kept + " in " + newer
                    + " and wonder at the rest: it " + does + ", and it has " + own);
            texts.add(newer + " answers questions that " + older + " never had to ask: it " + does + ", and with "
                    + context + " it must");
        } else {
            texts.add("Enlarged to " + store + ", " + older + " would still lack " + own + " and RoPE to be " + newer
                    + ", which keeps " + kept + " and reads " + context);
            texts.add("In " + newer + " one recognizes " + kept + " of " + older
                    + "; the rest of the block was replaced in " + years + ", lastly by " + own);
        }
        return Candidate.of(4.6, texts.get(pair.turn(40, texts.size())));
    }

    private static String times(double ratio) {
        return ratio < 10 ? Math.round(ratio * 10) / 10.0 + " times" : Math.round(ratio) + " times";
    }

    /** Announced within three weeks, and yet. */
    static Optional<Candidate> sameTime(PairView pair) {
        Optional<PairView.Contrast> contrast = pair.contrast();
        if (pair.days() > 21 || contrast.isEmpty()) {
            return Optional.empty();
        }
        String second = pair.contrast(contrast.get().aspect(), Aspect.REACH)
                .map(more -> "; " + more.reversed())
                .orElse("");
        String told = contrast.get().plain();
        String span = Words.span(pair.days());
        switch (pair.turn(41, 3)) {
            case 0:
                return Candidate.of(
                        3.1,
                        Words.capital(span) + (pair.days() == 1 ? " lies" : " lie")
                                + " between the announcements, and hardly a decision is the same: " + told + second);
            case 1:
                return Candidate.of(
                        3.1,
                        "Announced " + span + " apart, they can hardly have learned from each other: " + told + second);
            default:
                return Candidate.of(3.1, "Two releases of the same weeks: " + told + second);
        }
    }

    /** What they share most and what sets them apart most. */
    static Optional<Candidate> sharedAndNot(PairView pair) {
        Optional<PairView.Contrast> contrast = pair.contrast();
        if (contrast.isEmpty()) {
            return Optional.empty();
        }
        PairView.Contrast first = contrast.get();
        Optional<PairView.Contrast> second = pair.contrast(first.aspect(), Aspect.ACTIVATION, Aspect.REACH);
        String common = pair.commonWords(2);
        switch (pair.turn(42, 3)) {
            case 0:
                return Candidate.of(
                        2.1,
                        "Common to both are " + common + "; otherwise " + first.plain()
                                + second.map(more -> ", and " + more.reversed()).orElse(""));
            case 1:
                return Candidate.of(
                        2.1,
                        "Released " + Words.span(pair.days()) + " after " + first.older() + ", " + first.newer() + " "
                                + first.second() + ", where " + first.older() + " " + first.first()
                                + second.map(more -> "; also, " + more.plain()).orElse(""));
            default:
                return Candidate.of(
                        2.1,
                        first.plain()
                                + second.map(more -> "; " + more.reversed()).orElse("") + "; what they share is "
                                + common);
        }
    }
}
