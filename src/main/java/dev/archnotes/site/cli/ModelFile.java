package dev.archnotes.site.cli;

import dev.archnotes.model.checkpoint.GgufConfig;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.WithQuantization;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.checkpoint.Checkpoint;
import dev.archnotes.site.checkpoint.CheckpointReader;
import dev.archnotes.site.content.FailedOn;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.read.SourceFile;
import dev.archnotes.site.specification.FamilyReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/**
 * A file that describes models: an {@code architecture.yaml} or a {@code config.json}; of a folder, the one of them
 * that it holds.
 *
 * @param name how the call names it
 * @param models the variants that could be read
 * @param family the variants with which their published figures are compared
 * @param findings what is wrong or not understood
 * @param text the file's contents
 */
record ModelFile(String name, List<Variant> models, List<Variant> family, Diagnostics findings, String text) {
    private static final String GGUF = ".gguf";

    /** How findings name what came through standard input. */
    static final String STANDARD_INPUT = "<stdin>";

    ModelFile {
        models = List.copyOf(models);
        family = List.copyOf(family);
    }

    /** Models of the catalogue, in which nothing is left to find. */
    static ModelFile noted(String name, List<Variant> models, List<Variant> family) {
        return new ModelFile(name, models, family, Diagnostics.none(), "");
    }

    /**
     * The file that is meant by a path, which need not exist.
     *
     * @throws IOException where a folder of the hub's cache cannot be read
     */
    static Path of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return path;
        }
        Path folder = HubFolder.snapshot(path).orElse(path);
        Path notes = folder.resolve(ModelFamily.FILE);
        return Files.exists(notes) ? notes : folder.resolve("config.json");
    }

    static ModelFile read(Path file) throws IOException {
        if (file.toString().endsWith(GGUF)) {
            Optional<Checkpoint> checkpoint = CheckpointReader.read(file, Diagnostics.builder());
            if (checkpoint.isPresent()) {
                return read(checkpoint.get());
            }
        }
        Optional<ConfigValue> quantization = Optional.empty();
        Path beside = file.resolveSibling(WithQuantization.FILE);
        if (file.endsWith("config.json") && Files.isRegularFile(beside)) {
            SourceFile source = SourceFile.read(beside, beside.toString(), Diagnostics.builder());
            quantization = new JsonSource(beside.toString(), Diagnostics.builder()).object(source.text());
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString().replace('\\', '/'), place(file), in, quantization);
        }
    }

    /** The model that the metadata of a GGUF describes; its text is that as a configuration. */
    static ModelFile read(Checkpoint gguf) {
        String name = gguf.name();
        Diagnostics.Builder findings = Diagnostics.builder();
        GgufConfig.Made made = GgufConfig.of(gguf.metadata(), gguf.tensors());
        if (made.text().isEmpty()) {
            findings.add(Diagnostic.error(
                            Rule.WRONG_FILE, Location.startOf(name), "this is a GGUF file, and " + made.refusal())
                    .withHint("take the config.json of the model that it was made from"));
            return unread(name, findings.build(), "");
        }
        String text = made.text().get();
        String place = name.endsWith(GGUF) ? name.substring(0, name.length() - GGUF.length()) + ".json" : name;
        List<Variant> models = FailedOn.naming(
                name,
                () -> JsonSource.model(name, place, text, findings)
                        .map(List::of)
                        .orElse(List.of()));
        return new ModelFile(name, models, models, findings.build(), text);
    }

    /** What comes through standard input; the model is called so, too. */
    static ModelFile standardInput(InputStream in) throws IOException {
        return read(STANDARD_INPUT, "stdin.json", in, Optional.empty());
    }

    private static ModelFile read(String name, String place, InputStream in, Optional<ConfigValue> quantization)
            throws IOException {
        Diagnostics.Builder findings = Diagnostics.builder();
        byte[] start = in.readNBytes(WrongFile.START);
        Optional<Diagnostic> wrong = WrongFile.finding(name, start);
        if (wrong.isPresent()) {
            return unread(name, findings.add(wrong.get()).build(), "");
        }
        byte[] rest = in.readNBytes(SourceFile.LARGEST - WrongFile.START + 1);
        if (start.length + rest.length > SourceFile.LARGEST) {
            throw SourceFile.tooLarge(name);
        }
        byte[] bytes = new byte[start.length + rest.length];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(rest, 0, bytes, start.length, rest.length);
        SourceFile source = SourceFile.of(bytes, name, findings);
        String text = source.text();
        if (!source.sound()) {
            return unread(name, findings.build(), text);
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
                        : JsonSource.model(name, place, text, quantization, findings)
                                .map(List::of)
                                .orElse(List.of()));
        return new ModelFile(name, models, models, findings.build(), text);
    }

    private static ModelFile unread(String name, Diagnostics findings, String text) {
        return new ModelFile(name, List.of(), List.of(), findings, text);
    }

    /** A bare {@code config.json} is named after its folder, one of the hub's cache after the model. */
    private static String place(Path file) {
        return HubFolder.name(file)
                .map(model -> model + "/" + file.getFileName())
                .orElseGet(() -> file.toAbsolutePath().normalize().toString());
    }

    /** The findings as an author sees them. */
    String print() {
        return new DiagnosticPrinter(path -> text, Ansi.AUTO.enabled()).print(findings);
    }
}
