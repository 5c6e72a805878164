package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.number.PrintedNumber.Measure;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.catalogue.Targets;
import dev.archnotes.site.catalogue.VariantFact;
import dev.archnotes.site.content.Prose;
import dev.archnotes.site.markdown.node.FactRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Do the figures in the notes equal the computed ones in every printed digit? */
final class CheckedFacts implements Check {
    private final Targets.Builder targets;

    CheckedFacts(Targets.Builder targets) {
        this.targets = targets;
    }

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Prose text : catalogue.library().prose()) {
            for (FactRef fact : text.document().facts()) {
                check(fact, catalogue, findings);
            }
        }
    }

    void check(FactRef fact, Catalogue catalogue, Diagnostics.Builder findings) {
        Optional<FactTarget> target = FactTarget.parse(fact.target(), fact.location());
        if (target.isEmpty()) {
            findings.add(Diagnostic.error(
                            Rule.UNKNOWN_FACT, fact.location(), "\"" + fact.target() + "\" does not name a fact")
                    .withHint("write fact:variant/path, or fact:variant/path:variant/path for a ratio")
                    .withLength(fact.target().length()));
            return;
        }
        List<VariantFact> facts = new ArrayList<>();
        for (FactTarget.Part part : target.get().parts()) {
            find(part, catalogue, findings).ifPresent(facts::add);
        }
        if (facts.size() < target.get().parts().size()) {
            return;
        }
        targets.facts(fact, facts);
        List<FactValue> values =
                facts.stream().map(named -> named.fact().value()).toList();
        if (values.size() == 1) {
            compare(fact, values.get(0)).ifPresent(findings::add);
        } else {
            compareRatio(fact, target.get(), values).ifPresent(findings::add);
        }
    }

    /** The fact that is named; a finding where there is none. */
    static Optional<VariantFact> find(FactTarget.Part part, Catalogue catalogue, Diagnostics.Builder findings) {
        Optional<Variant> variant = NamedVariants.find(catalogue, part.model(), part.modelPlace(), findings);
        Optional<FactSheet> sheet = variant.map(catalogue::sheet);
        Optional<Fact> fact = sheet.flatMap(facts -> facts.named(part.path()));
        if (sheet.isPresent() && fact.isEmpty()) {
            boolean known = Dictionary.named(part.path()).isPresent();
            List<String> paths = sheet.get().facts().stream()
                    .map(there -> there.path().text())
                    .toList();
            findings.add(Diagnostic.error(
                            Rule.UNKNOWN_FACT,
                            part.pathPlace(),
                            known
                                    ? "\"" + part.path() + "\" does not apply to " + part.model()
                                    : "no fact has the path \"" + part.path() + "\"")
                    .about(part.path(), paths));
        }
        return fact.map(found -> new VariantFact(variant.orElseThrow(), found));
    }

    private static Optional<Diagnostic> compare(FactRef fact, FactValue value) {
        Optional<Quantity> quantity = Quantity.of(value);
        if (quantity.isPresent()) {
            return compare(fact, quantity.get());
        }
        boolean same = words(fact.text()).equalsIgnoreCase(words(value.print()));
        return same ? Optional.empty() : Optional.of(wrong(fact, value.print(), value.print()));
    }

    private static Optional<Diagnostic> compareRatio(FactRef fact, FactTarget target, List<FactValue> values) {
        Optional<Quantity> first = Quantity.of(values.get(0));
        Optional<Quantity> second = Quantity.of(values.get(1));
        Optional<Quantity> ratio =
                first.flatMap(dividend -> second.flatMap(divisor -> Quantity.ratio(dividend, divisor)));
        if (ratio.isPresent()) {
            return compare(fact, ratio.get());
        }
        FactTarget.Part culprit = target.parts().get(first.isEmpty() ? 0 : 1);
        FactValue value = values.get(first.isEmpty() ? 0 : 1);
        return Optional.of(Diagnostic.error(
                        Rule.UNKNOWN_FACT,
                        culprit.pathPlace(),
                        "\"" + culprit.path() + "\" of " + culprit.model() + " is " + value.print()
                                + ", which has no place in a ratio")
                .withLength(culprit.path().length()));
    }

    private static Optional<Diagnostic> compare(FactRef fact, Quantity quantity) {
        boolean ofBytes = quantity.measures().contains(Measure.BYTES);
        Optional<PrintedNumber> parsed = PrintedNumber.parse(fact.text(), ofBytes);
        String plain = quantity.print().replaceFirst(" \\(.*", "");
        if (parsed.isEmpty() || !fits(parsed.get(), quantity)) {
            return Optional.of(wrong(fact, quantity.print(), plain));
        }
        PrintedNumber number = parsed.get();
        if (number.matches(quantity.dividend(), quantity.divisor())) {
            return Optional.empty();
        }
        boolean visible =
                number.rounded(quantity.dividend(), quantity.divisor()).signum() > 0;
        if (!visible) {
            return Optional.of(wrong(fact, quantity.print(), plain));
        }
        String right = number.corrected(fact.text(), quantity.dividend(), quantity.divisor());
        return Optional.of(wrong(fact, quantity.print(), right).withEdit(fact.textLocation(), fact.text(), right));
    }

    /** A unit of the right kind; for bytes, K and M alone do not say whether 1000 or 1024 is meant. */
    private static boolean fits(PrintedNumber number, Quantity quantity) {
        boolean scaledCount =
                number.measure() == Measure.COUNT && number.scale().compareTo(BigDecimal.ONE) != 0;
        boolean bytesWithoutUnit = quantity.measures().contains(Measure.BYTES) && scaledCount;
        return quantity.measures().contains(number.measure()) && !bytesWithoutUnit;
    }

    private static Diagnostic wrong(FactRef fact, String computed, String right) {
        return Diagnostic.error(
                        Rule.WRONG_FACT,
                        fact.textLocation(),
                        "the text says \"" + fact.text() + "\", the computation gives " + computed)
                .withHint("write \"" + right.replace('\u202F', ' ') + "\"")
                .withLength(fact.text().length());
    }

    private static String words(String text) {
        return text.strip().replaceAll("[\\s\u00A0\u202F]+", " ");
    }
}
