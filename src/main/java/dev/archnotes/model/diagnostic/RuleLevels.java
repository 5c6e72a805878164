package dev.archnotes.model.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which level each rule has on a site.
 *
 * @param strict whether rules that the settings do not name have the severity with which they were found; otherwise
 *     their errors have the level that is usual
 * @param chosen the levels that the settings name
 */
public record RuleLevels(boolean strict, Map<Rule, Level> chosen) {
    /** Of a site whose settings say nothing. */
    public static final RuleLevels USUAL = new RuleLevels(false, Map.of());

    public RuleLevels {
        chosen = Map.copyOf(chosen);
    }

    /** The level of an error of that rule. */
    public Level of(Rule rule) {
        Level named = chosen.get(rule);
        return named != null ? named : strict ? Level.ERROR : rule.usual().orElse(Level.ERROR);
    }

    /** The findings as this site is told of them. */
    public Diagnostics apply(Diagnostics findings) {
        List<Diagnostic> told = new ArrayList<>();
        findings.forEach(finding -> told(finding).ifPresent(told::add));
        List<Diagnostic> ofVersion = told.stream()
                .filter(finding -> finding.rule() == Rule.WRONG_VERSION)
                .toList();
        if (!ofVersion.isEmpty()) {
            return Diagnostics.of(ofVersion);
        }
        return Diagnostics.of(told);
    }

    private Optional<Diagnostic> told(Diagnostic finding) {
        Level named = chosen.get(finding.rule());
        if (named == Level.OFF || named == null && of(finding.rule()) == Level.OFF) {
            return Optional.empty();
        }
        return Optional.of(finding.withSeverity(
                named == Level.ERROR ? Severity.ERROR : of(finding.rule()).atMost(finding.severity())));
    }
}
