package dev.archnotes.site.drawing;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.chart.Charted;
import dev.archnotes.site.specification.FamilyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The variants of the repository's own notes. */
public final class CatalogVariants {
    private CatalogVariants() {}

    public static List<Variant> all() {
        List<Variant> variants = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            for (Path file : files.filter(path -> path.endsWith("architecture.yaml"))
                    .sorted()
                    .toList()) {
                FamilyReader.read(file.toString(), Files.readString(file), Diagnostics.builder())
                        .ifPresent(family -> variants.addAll(family.variants()));
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return variants;
    }

    /** Variants as charts take them. */
    public static List<Charted> charted(List<Variant> variants) {
        return variants.stream()
                .map(variant -> new Charted(variant, FactSheet.of(variant), WeightInventory.of(variant.architecture())))
                .toList();
    }

    public static Variant named(String id) {
        return all().stream()
                .filter(variant -> variant.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
