package dev.archnotes.compare;

import dev.archnotes.calc.FactSheet;
import dev.archnotes.spec.ModelSpec;

/**
 * A variant with everything that comparing it needs, derived once.
 *
 * @param model the variant
 * @param sheet its facts
 * @param profile its mechanisms
 */
public record Structure(ModelSpec model, FactSheet sheet, MechanismProfile profile) {
    /** Derives the mechanisms of a variant whose facts are known. */
    public static Structure of(ModelSpec model, FactSheet sheet) {
        return new Structure(model, sheet, MechanismProfile.of(model.architecture()));
    }

    /** All weights of the decoder. */
    public long parameters() {
        return sheet.whole("parameters.total");
    }

    /** The weights that act on a token. */
    public long active() {
        return sheet.whole("parameters.active.all");
    }

    boolean uses(Mechanism mechanism) {
        return profile.uses(mechanism);
    }
}
