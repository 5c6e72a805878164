package dev.archnotes.cli;

import dev.archnotes.content.ModelFamily;
import dev.archnotes.diagnostic.DiagnosticPrinter;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.read.ConfigReader;
import dev.archnotes.read.FamilyReader;
import dev.archnotes.spec.ModelSpec;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/**
 * A file that describes models: an {@code architecture.yaml} or a {@code config.json}; of a folder, the one of them that it holds.
 *
 * @param models the variants that could be read
 * @param findings what is wrong or not understood
 * @param text the file's contents
 */
record ModelFile(List<ModelSpec> models, Diagnostics findings, String text) {
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
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException broken) {
            throw new IOException("it is not text in UTF-8", broken);
        }
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || !name.endsWith(".json") && !text.stripLeading().startsWith("{");
        List<ModelSpec> models = yaml
                ? FamilyReader.read(name, text, findings).map(ModelFamily::variants).orElse(List.of())
                : ConfigReader.read(absolute(file), text, findings).map(List::of).orElse(List.of());
        Diagnostics found = findings.build().all().stream()
                .map(finding -> finding.at(new Location(name, finding.location().line(), finding.location().column())))
                .collect(Diagnostics.collector());
        return new ModelFile(models, found, text);
    }

    /** A bare {@code config.json} is named after its folder. */
    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    /** The findings as an author sees them. */
    String print() {
        DiagnosticPrinter printer = new DiagnosticPrinter(path -> text, Ansi.AUTO.enabled());
        StringBuilder printed = new StringBuilder();
        findings.forEach(finding -> printed.append(printer.print(finding)));
        return printed.toString();
    }
}
