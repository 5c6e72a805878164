package dev.archnotes.model.compare;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.specification.FamilyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The variants of the real notes. */
public final class Catalog {
    public static final List<ModelFamily> FAMILIES = families();

    private Catalog() {}

    private static List<ModelFamily> families() {
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            List<ModelFamily> families = new ArrayList<>();
            for (Path file : files.filter(path -> path.endsWith("architecture.yaml"))
                    .sorted()
                    .toList()) {
                families.add(FamilyReader.read(file.toString(), Files.readString(file), Diagnostics.builder())
                        .orElseThrow());
            }
            return List.copyOf(families);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Variant> variants() {
        return FAMILIES.stream().flatMap(family -> family.variants().stream()).toList();
    }

    /** All variants as comparing takes them. */
    public static List<Structure> structures() {
        return variants().stream()
                .map(variant -> Structure.of(variant, FactSheet.of(variant)))
                .toList();
    }

    public static List<Structure> structures(String family) {
        return structures().stream()
                .filter(variant -> variant.model().family().equals(family))
                .toList();
    }

    static Structure structure(String id) {
        return structures().stream()
                .filter(variant -> variant.model().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The slugs of all families by announcement, oldest first. */
    public static List<String> slugs() {
        return FAMILIES.stream()
                .sorted((a, b) -> a.announced().equals(b.announced())
                        ? a.slug().compareTo(b.slug())
                        : a.announced().compareTo(b.announced()))
                .map(ModelFamily::slug)
                .toList();
    }
}
