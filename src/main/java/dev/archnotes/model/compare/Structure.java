package dev.archnotes.model.compare;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.spec.Variant;
import java.util.OptionalLong;

/**
 * A variant with everything that comparing it needs, derived once.
 *
 * @param variant the variant
 * @param sheet its facts
 * @param profile its mechanisms
 */
public record Structure(Variant variant, FactSheet sheet, MechanismProfile profile) {
    /** Derives the mechanisms of a variant whose facts are known. */
    public static Structure of(Variant variant, FactSheet sheet) {
        return new Structure(variant, sheet, MechanismProfile.of(variant.architecture()));
    }

    /** All weights of the decoder. */
    public long parameters() {
        return sheet.whole(FactPath.PARAMETERS_TOTAL);
    }

    /** The weights that act on a token. */
    public long active() {
        return sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL);
    }

    /** A whole figure by its path; empty where the variant has none. */
    public OptionalLong whole(FactPath path) {
        return sheet.find(path)
                .filter(fact -> fact.value() instanceof FactValue.Whole)
                .map(fact -> OptionalLong.of(((FactValue.Whole) fact.value()).value()))
                .orElse(OptionalLong.empty());
    }

    /** A fact as it is printed; nothing where the variant has none. */
    public String print(FactPath path) {
        return sheet.print(path).orElse("");
    }

    public boolean uses(Mechanism mechanism) {
        return profile.uses(mechanism);
    }
}
