package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.read.SourceFile;
import dev.archnotes.site.specification.FamilyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A file that describes models: an {@code architecture.yaml} or a {@code config.json}; of a folder, the one of them
 * that it holds.
 *
 * @param models the variants that could be read
 * @param findings what is wrong or not understood
 * @param text the file's contents
 */
record ModelFile(List<Variant> models, Diagnostics findings, String text) {
    /** The file that is meant by a path, which need not exist. */
    static Path of(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        Path notes = path.resolve("architecture.yaml");
        return Files.exists(notes) ? notes : path.resolve("config.json");
    }

    static ModelFile read(Path file) throws IOException {
        String name = file.toString().replace('\\', '/');
        Diagnostics.Builder findings = Diagnostics.builder();
        SourceFile source = SourceFile.read(file, name, findings);
        String text = source.text();
        if (!source.sound()) {
            return new ModelFile(List.of(), findings.build(), text);
        }
        boolean yaml = name.endsWith(".yaml")
                || name.endsWith(".yml")
                || !name.endsWith(".json") && !text.stripLeading().startsWith("{");
        List<Variant> models = FailedOn.naming(
                name,
                () -> yaml
                        ? FamilyReader.read(name, text, findings)
                                .map(ModelFamily::variants)
                                .orElse(List.of())
                        : JsonSource.model(name, absolute(file), text, findings)
                                .map(List::of)
                                .orElse(List.of()));
        return new ModelFile(models, findings.build(), text);
    }

    /** A bare {@code config.json} is named after its folder. */
    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The findings as an author sees them. */
    String print() {
        return new DiagnosticPrinter(path -> text, Ansi.AUTO.enabled()).print(findings);
    }
}
