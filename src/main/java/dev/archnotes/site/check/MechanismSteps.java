package dev.archnotes.site.check;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Timeline;
import java.util.List;
import java.util.Optional;

/**
 * Do the specifications agree with the histories of mechanisms? A model that introduced or adopted one has it in every
 * variant, or in exactly those that the step names; a model that dropped one has it in none of them.
 */
final class MechanismSteps implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Timeline.History mechanism : catalogue.library().timeline().histories()) {
            mechanism.steps().forEach(step -> checkVariants(catalogue, step, findings));
            MechanismGroup.named(mechanism.feature()).ifPresent(group -> {
                mechanism.steps().stream()
                        .filter(step -> !mechanism.dropped().contains(step))
                        .forEach(step -> checkStep(catalogue, mechanism, step, group, true, findings));
                mechanism.dropped().forEach(step -> checkStep(catalogue, mechanism, step, group, false, findings));
            });
        }
    }

    private static void checkVariants(Catalogue catalogue, Timeline.Step step, Diagnostics.Builder findings) {
        family(catalogue, step).ifPresent(family -> {
            List<String> ids = family.variants().stream().map(Variant::id).toList();
            for (String variant : step.variants()) {
                if (!ids.contains(variant) && !family.places().containsKey(variant)) {
                    findings.add(Diagnostic.error(
                                    Rule.UNKNOWN_MODEL,
                                    step.places().getOrDefault(variant, step.place()),
                                    "no variant of \"" + step.model() + "\" has the id \"" + variant + "\"")
                            .withHint(Suggestion.hint(variant, ids))
                            .withLength(variant.length()));
                }
            }
        });
    }

    private static void checkStep(
            Catalogue catalogue,
            Timeline.History mechanism,
            Timeline.Step step,
            MechanismGroup group,
            boolean adopted,
            Diagnostics.Builder findings) {
        List<Variant> variants =
                family(catalogue, step).map(ModelFamily::variants).orElse(List.of());
        for (Variant variant : variants) {
            boolean named = step.variants().isEmpty() || step.variants().contains(variant.id());
            boolean uses = group.usedBy(variant.architecture());
            if (named != (uses == adopted)) {
                String has = uses ? " has \"" : " does not have \"";
                report(
                        step,
                        variant,
                        has + mechanism.id() + "\" by its specification, and "
                                + (named ? "this step says otherwise" : "this step leaves it out"),
                        findings);
            }
        }
    }

    /** The family that a step is about; none where two families say that they are it. */
    private static Optional<ModelFamily> family(Catalogue catalogue, Timeline.Step step) {
        List<ModelFamily> named = catalogue.library().families().stream()
                .filter(family -> family.slug().equals(step.model()))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static void report(
            Timeline.Step step, Variant variant, String contradiction, Diagnostics.Builder findings) {
        String written = step.variants().contains(variant.id()) ? variant.id() : step.model();
        Location place = step.places().getOrDefault(written, step.place());
        findings.add(Diagnostic.error(Rule.WRONG_FACT, place, variant.id() + contradiction)
                .withHint("name under \"variants\" those of which it is true, or correct the step")
                .withLength(written.length()));
    }
}
