package dev.archnotes.model.fact;

import dev.archnotes.model.spec.Variant;

/** Who made a variant, when, and under which license; what a bare configuration does not tell is left out. */
final class IdentityFacts {
    private IdentityFacts() {}

    static void add(Variant variant, FactSheet.Collector sheet) {
        sheet.words("id", variant.id());
        addKnown(sheet, "model", variant.family());
        sheet.words("name", variant.name());
        addKnown(sheet, "organization", variant.organization());
        addKnown(sheet, "announced", variant.announced());
        addKnown(sheet, "released", variant.weightsReleased());
        addKnown(sheet, "license", variant.license());
        if (!variant.license().isEmpty()) {
            sheet.flag("open_license", variant.licenseOpen());
        }
    }

    private static void addKnown(FactSheet.Collector sheet, String path, String text) {
        if (!text.isEmpty()) {
            sheet.words(path, text);
        }
    }
}
