package dev.archnotes.site.plan;

import dev.archnotes.model.compare.AspectChange;
import dev.archnotes.model.compare.ComparisonGroup;
import dev.archnotes.model.compare.DifferenceEffect;
import dev.archnotes.model.compare.PairChoice;
import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.PairSentence;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Words;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.PairPage;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plans the page of two families. */
final class PairPlanner {
    private static final long MILLION = 1_000_000;

    private final Catalogue catalogue;
    private final Listings listings;
    private final ModelFamily first;
    private final ModelFamily second;
    private final PagePath page;

    PairPlanner(Catalogue catalogue, Listings listings, ModelFamily first, ModelFamily second) {
        this.catalogue = catalogue;
        this.listings = listings;
        this.first = first;
        this.second = second;
        this.page = Paths.pair(first, second);
    }

    PairPage pair(List<PairChoice> all, PairChoice choice) {
        PairComparison comparison = PairComparison.of(choice.first(), choice.second());
        Variant left = choice.first().variant();
        Variant right = choice.second().variant();
        String names = catalogue.familyName(first) + " against " + catalogue.familyName(second);
        Optional<Lineage.Edge> known = catalogue.library().lineage().between(first.slug(), second.slug());
        String sentence = known.map(Lineage.Edge::sentence).orElseGet(() -> PairSentence.of(comparison));
        Head head = new Head(
                page,
                names,
                description(sentence, left, right),
                "page-pair",
                Head.Section.COMPARE,
                Crumbs.to(page, "Compare", Paths.COMPARE));
        Charts charts = new Charts(catalogue, page);
        return new PairPage(
                head,
                listings.pair(head, sentence, left, right),
                sentence,
                known.map(this::basis),
                link(first),
                link(second),
                new PairPage.Drawn(link(left), place(first)),
                new PairPage.Drawn(link(right), place(second)),
                charts.pairAbove(
                        left,
                        right,
                        comparison.differingRegions(),
                        comparison.groups().stream()
                                .map(group -> group.group().id())
                                .collect(Collectors.toSet())),
                OtherSizes.id(left, right),
                key(comparison),
                comparison.groups().stream()
                        .map(group -> difference(group, left, right))
                        .toList(),
                comparison.same().stream()
                        .map(fact ->
                                new PairPage.SameFact(fact.label(), fact.value().print()))
                        .toList(),
                Arrays.stream(ComparisonGroup.values())
                        .filter(group -> comparison.groups().stream().noneMatch(found -> found.group() == group))
                        .map(group -> "diff-" + group.id())
                        .toList(),
                new OtherSizes(charts, page).of(all, choice),
                further(all, choice),
                page.to(Paths.COMPARE),
                page.to(Paths.calculator(left, right)));
    }

    /** The pairs that this page does not draw, each by its address in the table of all variants. */
    private List<Link> further(List<PairChoice> all, PairChoice shown) {
        return all.stream()
                .filter(pair -> !pair.isComparable() && !pair.equals(shown))
                .map(pair -> new Link(
                        pair.first().variant().name() + " and "
                                + pair.second().variant().name(),
                        page.to(Paths.COMPARE) + "?pick="
                                + pair.first().variant().id() + ","
                                + pair.second().variant().id()))
                .toList();
    }

    private static String place(ModelFamily family) {
        int variants = family.variants().size();
        return variants == 1 ? "The one variant of" : "One of " + variants + " variants of";
    }

    /** How two aligned drawings are to be read. */
    static String key(PairComparison comparison) {
        return comparison.differing().isEmpty()
                ? "Both are drawn alike: they do not differ in any part."
                : "What differs is drawn heavier; a dotted place is empty here and filled in the other drawing.";
    }

    /** How the two are related, where that is long enough to tell something and short enough to be shown whole. */
    private static String description(String sentence, Variant left, Variant right) {
        if (sentence.length() >= 70 && sentence.length() <= 160) {
            return sentence;
        }
        return left.name() + " vs " + right.name()
                + ": what differs in shape, attention, experts, memory and cost, with ratios, and what each "
                + "difference does.";
    }

    private Link link(ModelFamily family) {
        return new Link(catalogue.familyName(family), page.to(Paths.family(family.slug())));
    }

    private Link link(Variant variant) {
        return new Link(variant.name(), page.to(Paths.variant(variant)));
    }

    private PairPage.Basis basis(Lineage.Edge edge) {
        Reference reference = catalogue.library().references().get(edge.cite());
        String text = reference == null
                ? ""
                : reference.shortForm() + (edge.locator().isEmpty() ? "" : ", " + edge.locator());
        return new PairPage.Basis(
                Words.capital(edge.kind().label()),
                new Link(text, page.to(Paths.REFERENCES.value() + "#ref-" + edge.cite())));
    }

    private PairPage.Difference difference(PairComparison.Group group, Variant left, Variant right) {
        Facts facts = new Facts(catalogue, page);
        List<PairPage.Row> rows = group.rows().stream()
                .map(row -> new PairPage.Row(
                        row.label(),
                        DifferenceEffect.of(row.path()).orElse(""),
                        facts.cell(left, row.path()),
                        facts.cell(right, row.path()),
                        ratio(row)))
                .toList();
        List<PairPage.MechanismNote> notes = new ArrayList<>();
        for (AspectChange change : group.changes()) {
            List<String> told = change.explained().stream()
                    .map(mechanism -> mechanism.mechanism().key())
                    .toList();
            List<List<String>> against = change.explained().stream()
                    .map(mechanism -> mechanism.against().stream()
                            .map(other -> other.key())
                            .toList())
                    .toList();
            for (Explanations.Sentence explanation :
                    catalogue.library().explanations().explain(told, against)) {
                String anchor = explanation.of().anchor().isEmpty()
                        ? ""
                        : "#" + explanation.of().anchor();
                notes.add(new PairPage.MechanismNote(
                        new Link(
                                explanation.of().name(),
                                page.to(Paths.concept(explanation.of().concept())
                                                .value()
                                        + anchor)),
                        explanation.text()));
            }
        }
        return new PairPage.Difference(
                "diff-" + group.group().id(), group.group().label(), color(group.group()), rows, notes);
    }

    /** The second divided by the first, where the comparison holds that to say something. */
    private static Optional<PairPage.Ratio> ratio(PairComparison.Row row) {
        if (row.ratio().isEmpty()) {
            return Optional.empty();
        }
        double ratio = row.second().orElseThrow().value().sortKey()
                / row.first().orElseThrow().value().sortKey();
        return Optional.of(new PairPage.Ratio(times(ratio), StrictMath.log(ratio) / StrictMath.log(2)));
    }

    /** {@code 1.53×}: about three digits, and below a tenth as many decimals as two of them take. */
    private static String times(double ratio) {
        long millionths = Math.max(1, Math.round(ratio * MILLION));
        String digits = ratio >= 0.1
                ? Numerals.threeDigits(millionths, MILLION)
                : Numerals.quotient(millionths, MILLION, ratio >= 0.01 ? 3 : 5);
        return digits + "\u2009×";
    }

    private static Optional<PartColor> color(ComparisonGroup group) {
        switch (group) {
            case ATTENTION:
                return Optional.of(PartColor.ATTENTION);
            case FEED_FORWARD:
                return Optional.of(PartColor.FEED_FORWARD);
            case NORMALIZATION:
                return Optional.of(PartColor.NORMALIZATION);
            case POSITIONS:
                return Optional.of(PartColor.POSITIONS);
            default:
                return Optional.empty();
        }
    }
}
