package dev.archnotes.calc;

import dev.archnotes.spec.ModelSpec;

/** Who made a variant, when, and under which license. */
final class IdentityFacts {
    private IdentityFacts() {}

    static void add(ModelSpec model, FactSheet.Collector sheet) {
        sheet.words("id", model.id());
        sheet.words("model", model.family());
        sheet.words("name", model.name());
        sheet.words("organisation", model.organization());
        sheet.words("announced", model.announced());
        sheet.words("released", model.weightsReleased());
        sheet.words("license", model.license());
        sheet.flag("open_license", model.licenseOpen());
    }
}
