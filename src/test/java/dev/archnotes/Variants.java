package dev.archnotes;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
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
    /** All of them, sorted by id. */
    public static final List<Variant> ALL = families().stream()
            .flatMap(family -> family.variants().stream())
            .sorted(Comparator.comparing(Variant::id))
            .toList();

    private Variants() {}

    public static List<ModelFamily> families() {
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            return files.filter(file -> file.endsWith("architecture.yaml"))
                    .sorted()
                    .map(Variants::family)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Variant of(String id) {
        return ALL.stream()
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no variant " + id));
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
