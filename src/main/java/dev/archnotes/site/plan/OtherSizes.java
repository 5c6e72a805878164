package dev.archnotes.site.plan;

import dev.archnotes.model.compare.PairChoice;
import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.PairSentence;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.Paths;
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
    List<PairPage.Sized> of(List<PairChoice> all, PairChoice shown) {
        List<PairPage.Sized> sizes = new ArrayList<>();
        all.stream()
                .filter(pair -> pair.isComparable() && !pair.equals(shown))
                .sorted(Comparator.comparingLong(
                        pair -> pair.first().parameters() + pair.second().parameters()))
                .forEach(pair -> sizes.add(sized(PairComparison.of(pair.first(), pair.second()))));
        return sizes;
    }

    private PairPage.Sized sized(PairComparison pair) {
        List<PairPage.SizedGroup> groups = new ArrayList<>();
        for (PairComparison.Group group : pair.groups()) {
            groups.add(new PairPage.SizedGroup(
                    group.group().label(),
                    group.rows().stream()
                            .map(row -> new PairPage.SizedRow(
                                    row.label(), print(row.first()), print(row.second()), row.ratio()))
                            .toList()));
        }
        groups.removeIf(group -> group.rows().isEmpty());
        Variant first = pair.first().variant();
        Variant second = pair.second().variant();
        return new PairPage.Sized(
                id(first, second),
                new Link(first.name(), page.to(Paths.variant(first))),
                new Link(second.name(), page.to(Paths.variant(second))),
                PairSentence.of(pair),
                charts.pair(first, second, pair.differingRegions()),
                groups);
    }

    private static String print(Optional<Fact> fact) {
        Cell cell = Cell.of(fact, "");
        return cell.isDate()
                ? cell.text()
                : fact.map(known -> known.value().print()).orElse("–");
    }

    /** The anchor of a pair on the page of two families. */
    static String id(Variant first, Variant second) {
        return first.id() + "-and-" + second.id();
    }
}
