package dev.archnotes.model.fact;

import dev.archnotes.model.spec.Variant;

/** Who made a variant, when, and under which license; what a bare configuration does not tell is left out. */
final class IdentityFacts {
    private IdentityFacts() {}

    static void add(Variant model, FactSheet.Collector sheet) {
        sheet.words("id", model.id());
        addKnown(sheet, "model", model.family());
        sheet.words("name", model.name());
        addKnown(sheet, "organisation", model.organization());
        addKnown(sheet, "announced", model.announced());
        addKnown(sheet, "released", model.weightsReleased());
        addKnown(sheet, "license", model.license());
        if (!model.license().isEmpty()) {
            sheet.flag("open_license", model.licenseOpen());
        }
    }

    private static void addKnown(FactSheet.Collector sheet, String path, String text) {
        if (!text.isEmpty()) {
            sheet.words(path, text);
        }
    }
}
