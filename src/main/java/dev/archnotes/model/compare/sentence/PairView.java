package dev.archnotes.model.compare.sentence;

import dev.archnotes.model.compare.Aspect;
import dev.archnotes.model.compare.AspectChange;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismUse;
import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.number.RatioWords;
import dev.archnotes.model.number.RatioWords.Noun;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Two models as a sentence about them sees them: which is older, which is larger, what few others share with them. */
public final class PairView {
    final Structure older;
    final Structure newer;
    final Structure larger;
    final Structure smaller;
    final List<AspectChange> changes;
    /** What both use, the rarest first, then the weightiest. */
    final List<Mechanism> common;

    private final MechanismUse use;

    PairView(PairComparison comparison, MechanismUse use) {
        Structure a = comparison.first();
        Structure b = comparison.second();
        boolean inOrder = date(a).compareTo(date(b)) <= 0;
        this.older = inOrder ? a : b;
        this.newer = inOrder ? b : a;
        this.larger = a.parameters() >= b.parameters() ? a : b;
        this.smaller = larger == a ? b : a;
        this.use = use;
        this.changes = comparison.changes();
        List<Mechanism> shared = new ArrayList<>(a.profile().mechanisms());
        shared.retainAll(b.profile().mechanisms());
        shared.sort(Comparator.comparingInt(use::count)
                .thenComparing(
                        Comparator.comparingDouble((Mechanism m) -> m.aspect().weight())
                                .reversed()));
        this.common = List.copyOf(shared);
    }

    private static LocalDate date(Structure model) {
        return LocalDate.parse(model.model().announced());
    }

    /** The name without what stands in parentheses after it. */
    static String name(Structure model) {
        String name = model.model().name();
        int parenthesis = name.indexOf(" (");
        return parenthesis > 0 ? name.substring(0, parenthesis) : name;
    }

    long days() {
        return ChronoUnit.DAYS.between(date(older), date(newer));
    }

    /** Whether no other family uses a mechanism that these two use. */
    boolean isTheirsAlone(Mechanism mechanism) {
        return use.count(mechanism) <= 2
                && !older.model().family().equals(newer.model().family());
    }

    /** The rarest mechanism of one that the other has not, among the weighty ones. */
    Optional<Mechanism> distinctive(Structure own, Structure other) {
        return own.profile().mechanisms().stream()
                .filter(mechanism -> !other.uses(mechanism)
                        && !mechanism.isPlain()
                        && mechanism.aspect().weight() >= 1)
                .min(Comparator.comparingInt(use::count)
                        .thenComparing(Comparator.comparingDouble(
                                        (Mechanism m) -> m.aspect().weight())
                                .reversed()));
    }

    /** A fact of one model over that of another; NaN where one of them has none. */
    static double ratio(Structure dividend, Structure divisor, String path) {
        OptionalLong a = dividend.whole(path);
        OptionalLong b = divisor.whole(path);
        return a.isPresent() && b.isPresent() && b.getAsLong() > 0
                ? (double) a.getAsLong() / b.getAsLong()
                : Double.NaN;
    }

    static String words(Structure dividend, Structure divisor, String path, Noun noun) {
        return RatioWords.rounded(dividend.sheet().whole(path), divisor.sheet().whole(path))
                .of(noun);
    }

    /** {@code A does this}, {@code B does that}, for the weightiest aspect that can be told and is not left out. */
    Optional<Contrast> contrast(Aspect... leftOut) {
        for (AspectChange change : changes) {
            Optional<String> first = does(older, change.aspect());
            Optional<String> second = does(newer, change.aspect());
            boolean wanted = !List.of(leftOut).contains(change.aspect()) && change.amount() >= 0.2;
            if (wanted && first.isPresent() && second.isPresent() && !first.equals(second)) {
                return Optional.of(new Contrast(change.aspect(), name(older), first.get(), name(newer), second.get()));
            }
        }
        return Optional.empty();
    }

    /** What a model does in an aspect, in this pair's wording. */
    Optional<String> does(Structure model, Aspect aspect) {
        return DesignWords.of(model, aspect, turn(50 + aspect.ordinal(), 60));
    }

    /** The contrast as the end of a sentence that has begun otherwise. */
    String tail(Aspect... leftOut) {
        return contrast(leftOut).map(found -> "; " + found.plain()).orElse("");
    }

    /** The same, or nothing for one pair in three: a sentence that stands by itself need not go on. */
    String tailOrNothing(int question, Aspect... leftOut) {
        return turn(110 + question, 3) == 0 ? "" : tail(leftOut);
    }

    record Contrast(Aspect aspect, String older, String first, String newer, String second) {
        String plain() {
            return older + " " + first + ", " + newer + " " + second;
        }

        String reversed() {
            return newer + " " + second + ", where " + older + " " + first;
        }
    }

    /** What both use in at least half of their layers, the rarest first, by name, joined for a sentence. */
    String commonWords(int most) {
        List<String> words = new ArrayList<>();
        for (Mechanism mechanism : common) {
            boolean beside = mechanism.aspect() == Aspect.STORAGE
                    || mechanism.aspect() == Aspect.VISION
                    || mechanism.aspect() == Aspect.ROPE_SCALING;
            boolean mostly =
                    Math.min(older.profile().share(mechanism), newer.profile().share(mechanism)) >= 0.5;
            if (!beside && mostly && words.size() < most) {
                words.add(mechanism.label());
            }
        }
        return join(words);
    }

    static String join(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    /** A number from 0 to {@code choices - 1} that belongs to this pair and question. */
    int turn(int question, int choices) {
        String ids = older.model().family() + "|" + newer.model().family();
        int hash = question * 0x9E3779B9;
        for (int i = 0; i < ids.length(); i++) {
            hash = (hash ^ ids.charAt(i)) * 0x01000193;
        }
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        return Math.floorMod(hash ^ hash >>> 13, choices);
    }

    /** The name without its size: {@code Qwen3} for Qwen3-235B-A22B. */
    static String shortName(Structure model) {
        String name = name(model);
        int end = name.length();
        int cut = end;
        for (int i = end - 1; i > 0; i--) {
            if (name.charAt(i) == ' ' || name.charAt(i) == '-') {
                if (!isSize(name.substring(i + 1, cut))) {
                    break;
                }
                cut = i;
            }
        }
        return name.substring(0, cut);
    }

    /** {@code 32B}, {@code A22B}, {@code 120b}, {@code 1558M}. */
    private static boolean isSize(String word) {
        boolean unit = word.endsWith("B") || word.endsWith("b") || word.endsWith("M");
        return unit && word.length() > 1 && Character.isDigit(word.charAt(word.length() - 2));
    }
}
