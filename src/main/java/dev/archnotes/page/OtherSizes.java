package dev.archnotes.page;

import dev.archnotes.calc.Fact;
import dev.archnotes.compare.MechanismUse;
import dev.archnotes.compare.PairChoice;
import dev.archnotes.compare.PairComparison;
import dev.archnotes.compare.PairSentence;
import dev.archnotes.spec.ModelSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The pairs of comparable size beside the one that a page of two families shows in full. */
final class OtherSizes {
    private final Charts charts;
    private final PagePath page;

    OtherSizes(Charts charts, PagePath page) {
        this.charts = charts;
        this.page = page;
    }

    /** All of them, the smallest first. */
    List<PairPage.Sized> of(List<PairChoice> all, PairChoice shown, MechanismUse use) {
        List<PairPage.Sized> sizes = new ArrayList<>();
        all.stream().filter(pair -> pair.isComparable() && !pair.equals(shown))
                .sorted(Comparator.comparingLong(pair -> pair.first().parameters() + pair.second().parameters()))
                .forEach(pair -> sizes.add(sized(PairComparison.of(pair.first(), pair.second()), use)));
        return sizes;
    }

    private PairPage.Sized sized(PairComparison pair, MechanismUse use) {
        List<PairPage.SizedGroup> groups = new ArrayList<>();
        for (PairComparison.Group group : pair.groups()) {
            groups.add(new PairPage.SizedGroup(group.group().label(),
                    group.rows().stream().map(row -> new PairPage.SizedRow(row.label(), print(row.first()), print(row.second()), row.ratio())).toList()));
        }
        groups.removeIf(group -> group.rows().isEmpty());
        ModelSpec first = pair.first().model();
        ModelSpec second = pair.second().model();
        return new PairPage.Sized(first.id() + "-and-" + second.id(), new Link(first.name(), page.to(Paths.variant(first))), new Link(second.name(), page.to(Paths.variant(second))),
                PairSentence.of(pair, use), charts.pair(first, second, pair.litRegions()), groups);
    }

    private static String print(Optional<Fact> fact) {
        Cell cell = Cell.of(fact, "");
        return cell.isDate() ? cell.text() : fact.map(known -> known.value().print()).orElse("–");
    }
}
