package dev.archnotes.model.fact;

import dev.archnotes.model.fact.PublishedFigure.Verdict;
import dev.archnotes.model.spec.Published;
import dev.archnotes.model.spec.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what makers counted. A family's makers count one way: the rule is named that gives most of the figures of
 * one kind that they print of their variants, the most natural one where several do. A figure that happens to agree
 * with another rule is not explained by it.
 */
public final class PublishedFigures {
    private static final int MOST_DIGITS_OF_A_NAME = 2;

    private final Collection<Variant> family;
    private final Function<Variant, FactSheet> sheets;

    private PublishedFigures(Collection<Variant> family, Function<Variant, FactSheet> sheets) {
        this.family = family;
        this.sheets = sheets;
    }

    /** The figures of a family, whose variants have these facts. */
    public static PublishedFigures of(Collection<Variant> family, Function<Variant, FactSheet> sheets) {
        return new PublishedFigures(List.copyOf(family), sheets);
    }

    /** All published figures of one of the family's variants, in their order. */
    public List<PublishedFigure> of(Variant variant) {
        List<PublishedFigure> figures = new ArrayList<>();
        for (Published published : variant.published()) {
            figures.add(compare(published, sheets.apply(variant)));
        }
        return List.copyOf(figures);
    }

    /** How the makers count the active weights; all of them, where they published nothing that tells. */
    public FactPath active() {
        CountingRules.Rule rule = ofFamily(CountingRules.ACTIVE);
        return rule.of(sheets.apply(family.iterator().next())).added().get(0);
    }

    private PublishedFigure compare(Published published, FactSheet sheet) {
        List<Reading> readings = Reading.of(published);
        List<CountedAs> rules = rules(published, sheet);
        for (Reading.Agreement agreement : Reading.Agreement.values()) {
            for (Reading reading : readings) {
                for (CountedAs rule : rules) {
                    Optional<BigDecimal> value = rule.value(sheet);
                    if (value.isPresent() && agreement.holds(reading, value.get())) {
                        return figure(published, agreement.verdict(), reading.told(rule), value.get(), reading);
                    }
                }
            }
        }
        return nearest(published, sheet, readings);
    }

    /** The rules that may explain a figure: the one that its makers state, their family's one, or any. */
    private List<CountedAs> rules(Published published, FactSheet sheet) {
        if (published.counted().isPresent()) {
            return List.of(CountingRules.stated(published.counted().get()));
        }
        CountingRules.Meaning meaning = CountingRules.of(published.quantity());
        if (meaning.choice() == CountingRules.Choice.FAMILY) {
            return List.of(ofFamily(published.quantity()).of(sheet));
        }
        return meaning.rules().stream().map(rule -> rule.of(sheet)).toList();
    }

    /** The rule that gives most of what the family's makers print of a quantity. */
    private CountingRules.Rule ofFamily(String quantity) {
        List<CountingRules.Rule> rules = CountingRules.of(quantity).rules();
        CountingRules.Rule best = rules.get(0);
        int most = -1;
        for (CountingRules.Rule rule : rules) {
            int evidence = 0;
            for (Variant variant : family) {
                FactSheet sheet = sheets.apply(variant);
                for (Published published : variant.published()) {
                    if (published.quantity().equals(quantity)
                            && published.counted().isEmpty()) {
                        evidence += rule.of(sheet)
                                .value(sheet)
                                .map(value -> Reading.evidence(published, value))
                                .orElse(0);
                    }
                }
            }
            if (evidence > most) {
                best = rule;
                most = evidence;
            }
        }
        return best;
    }

    private static PublishedFigure nearest(Published published, FactSheet sheet, List<Reading> readings) {
        PublishedFigure nearest = null;
        for (Reading reading : readings) {
            for (CountingRules.Rule tried :
                    CountingRules.of(published.quantity()).rules()) {
                CountedAs rule = tried.of(sheet);
                Optional<BigDecimal> value = rule.value(sheet);
                if (value.isEmpty()) {
                    continue;
                }
                boolean name = reading.isNear(value.get()) && reading.significantDigits() <= MOST_DIGITS_OF_A_NAME;
                PublishedFigure figure = figure(
                        published, name ? Verdict.NAME : Verdict.DIFFERENT, reading.told(rule), value.get(), reading);
                if (nearest == null || figure.distance().compareTo(nearest.distance()) < 0) {
                    nearest = figure;
                }
            }
        }
        return nearest != null
                ? nearest
                : new PublishedFigure(
                        published, Verdict.NOT_COMPARED, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PublishedFigure figure(
            Published published, Verdict verdict, CountedAs rule, BigDecimal computed, Reading reading) {
        return new PublishedFigure(
                published,
                verdict,
                Optional.of(rule),
                Optional.of(computed),
                Optional.of(reading.number().digits().multiply(reading.number().scale())));
    }
}
