package dev.archnotes.model.fact;

import dev.archnotes.model.spec.Variant;

/** Who made a variant, when, and under which license; what a bare configuration does not tell is left out. */
final class IdentityFacts {
    private IdentityFacts() {}

    static void add(Variant variant, FactSheet.Collector sheet) {
        sheet.words(FactPath.ID, variant.id());
        addKnown(sheet, FactPath.MODEL, variant.family());
        sheet.words(FactPath.NAME, variant.name());
        addKnown(sheet, FactPath.ORGANIZATION, variant.organization());
        addKnown(sheet, FactPath.ANNOUNCED, variant.announced());
        addKnown(sheet, FactPath.RELEASED, variant.weightsReleased());
        addKnown(sheet, FactPath.LICENSE, variant.license());
        if (!variant.license().isEmpty()) {
            sheet.flag(FactPath.OPEN_LICENSE, variant.licenseOpen());
        }
    }

    private static void addKnown(FactSheet.Collector sheet, FactPath path, String text) {
        if (!text.isEmpty()) {
            sheet.words(path, text);
        }
    }
}
