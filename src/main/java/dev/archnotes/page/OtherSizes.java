package dev.archnotes.page;

import dev.archnotes.calc.Fact;
import dev.archnotes.compare.MechanismUse;
import dev.archnotes.compare.PairChoice;
import dev.archnotes.compare.PairComparison;
import dev.archnotes.compare.PairSentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pairs of comparable size beside the one that a page of two families shows in full. */
final class OtherSizes {
    private OtherSizes() {}

    /** All of them, the smallest first. */
    static List<PairPage.Sized> of(List<PairChoice> all, PairChoice shown, MechanismUse use) {
        List<PairPage.Sized> sizes = new ArrayList<>();
        all.stream().filter(pair -> pair.isComparable() && !pair.equals(shown))
                .sorted(Comparator.comparingLong(pair -> pair.first().parameters() + pair.second().parameters()))
                .forEach(pair -> sizes.add(sized(PairComparison.of(pair.first(), pair.second()), use)));
        return sizes;
    }

    private static PairPage.Sized sized(PairComparison pair, MechanismUse use) {
        List<PairPage.SizedGroup> groups = new ArrayList<>();
        for (PairComparison.Group group : pair.groups()) {
            groups.add(new PairPage.SizedGroup(group.group().label(),
                    group.rows().stream().map(row -> new PairPage.SizedRow(row.label(), print(row.first()), print(row.second()), row.ratio())).toList()));
        }
        groups.removeIf(group -> group.rows().isEmpty());
        String first = pair.first().model().name();
        String second = pair.second().model().name();
        return new PairPage.Sized(pair.first().model().id() + "-and-" + pair.second().model().id(), first, second, PairSentence.of(pair, use), groups);
    }

    private static String print(Optional<Fact> fact) {
        return fact.map(known -> known.value().print()).orElse("–");
    }
}
