package dev.archnotes;

import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.drawing.chart.Charted;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.specification.FamilyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The variants of the real notes, for tests. */
public final class Variants {
    /** The families, in the order of their files. */
    public static final List<ModelFamily> FAMILIES = families();

    /** All variants, sorted by id. */
    public static final List<Variant> ALL = FAMILIES.stream()
            .flatMap(family -> family.variants().stream())
            .sorted(Comparator.comparing(Variant::id))
            .toList();

    private Variants() {}

    private static List<ModelFamily> families() {
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            return files.filter(file -> file.endsWith("architecture.yaml"))
                    .sorted()
                    .map(Variants::family)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All variants of the family of one. */
    public static List<Variant> siblings(Variant variant) {
        return ALL.stream()
                .filter(other -> other.family().equals(variant.family()))
                .toList();
    }

    public static Variant of(String id) {
        return ALL.stream()
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variant " + id));
    }

    /** Variants as charts take them. */
    public static List<Charted> charted(List<Variant> variants) {
        return variants.stream()
                .map(variant ->
                        new Charted(variant, FactSheet.of(variant), WeightInventory.of(variant.architecture()), 0))
                .toList();
    }

    /** All variants as comparing takes them, in the order of the files. */
    public static List<Structure> structures() {
        return FAMILIES.stream()
                .flatMap(family -> family.variants().stream())
                .map(variant -> Structure.of(variant, FactSheet.of(variant)))
                .toList();
    }

    /** The models of configurations that no notes treat, by the names of their files. */
    public static List<Variant> configured() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/configs/other"))) {
            return files.sorted().map(Variants::configured).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Variant configured(Path file) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model(file.getFileName().toString(), text(file), findings)
                .orElseThrow(() -> new AssertionError(file + ": " + findings.build()));
    }

    /** The variants of one family as comparing takes them. */
    public static List<Structure> structures(String family) {
        return structures().stream()
                .filter(variant -> variant.variant().family().equals(family))
                .toList();
    }

    /** One variant as comparing takes it. */
    public static Structure structure(String id) {
        return Structure.of(of(id), FactSheet.of(of(id)));
    }

    /** The slugs of all families by announcement, oldest first. */
    public static List<String> slugs() {
        return FAMILIES.stream()
                .sorted(Comparator.comparing(ModelFamily::announced).thenComparing(ModelFamily::slug))
                .map(ModelFamily::slug)
                .toList();
    }

    private static ModelFamily family(Path file) {
        Diagnostics.Builder findings = Diagnostics.builder();
        ModelFamily family =
                FamilyReader.read(file.toString(), text(file), findings).orElseThrow();
        if (findings.build().hasErrors()) {
            throw new AssertionError(findings.build());
        }
        return family;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
