package dev.archnotes.site.cli;

import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.WithQuantization;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.verify.Verification;
import dev.archnotes.model.verify.Verifier;
import dev.archnotes.site.checkpoint.Checkpoint;
import dev.archnotes.site.checkpoint.CheckpointReader;
import dev.archnotes.site.checkpoint.DecoderType;
import dev.archnotes.site.cli.report.CheckpointReport;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.read.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies beside a configuration in a folder: weights, of which the headers are measured, and a quantization that the
 * configuration does not name.
 *
 * @param sections what was measured; empty where there are no weights
 * @param values the same as plain values
 * @param cells the same in two columns: what it is, and a number
 * @param verification the weights held against the configuration; empty where there are none
 * @param findings what cannot be read, and what has no part in the computed figures
 */
record MeasuredCheckpoint(
        List<Report.Section> sections,
        Map<String, Object> values,
        List<List<String>> cells,
        Optional<Verification> verification,
        Diagnostics findings) {
    private static final String CONFIG = "config.json";

    /**
     * What is beside a configuration.
     *
     * @param given what the call names; nothing is looked for beside a file that is named itself
     * @param read the configuration that was found there
     */
    static Optional<MeasuredCheckpoint> beside(String given, ModelFile read) throws IOException {
        if (read.name().endsWith(".gguf") && read.models().size() == 1) {
            Diagnostics.Builder findings = Diagnostics.builder();
            return CheckpointReader.read(Path.of(given), findings)
                    .map(checkpoint -> measured(
                            checkpoint,
                            object(Path.of(given), read.text()),
                            read.models().get(0),
                            findings.build()));
        }
        if (!read.name().endsWith("/" + CONFIG) || !Files.isDirectory(Path.of(given))) {
            return Optional.empty();
        }
        Path config = Path.of(read.name());
        Path folder = config.resolveSibling(".").normalize();
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<ConfigValue> values = object(config, read.text());
        boolean named =
                values.flatMap(value -> value.get("quantization_config")).isPresent();
        if (!named && Files.isRegularFile(folder.resolve(WithQuantization.FILE))) {
            readQuantization(folder.resolve(WithQuantization.FILE), findings);
        }
        Optional<Checkpoint> checkpoint =
                CheckpointReader.isThere(folder) && read.models().size() == 1
                        ? CheckpointReader.read(folder, findings).filter(Checkpoint::hasShapes)
                        : Optional.empty();
        return Optional.of(
                checkpoint.isPresent()
                        ? measured(checkpoint.get(), values, read.models().get(0), findings.build())
                        : new MeasuredCheckpoint(List.of(), Map.of(), List.of(), Optional.empty(), findings.build()));
    }

    private static Optional<ConfigValue> object(Path file, String text) {
        return new JsonSource(file.toString(), Diagnostics.builder()).object(text);
    }

    private static MeasuredCheckpoint measured(
            Checkpoint checkpoint, Optional<ConfigValue> config, Variant model, Diagnostics findings) {
        List<StoredWeight> weights = checkpoint.weights(config);
        String type = config.map(value -> DecoderType.of(value, checkpoint.container()))
                .orElse("");
        Verification verification = Verifier.compare(model.architecture(), type, checkpoint.container(), weights);
        List<Report.Section> sections = new ArrayList<>(CheckpointReport.measured(checkpoint.files(), weights));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("container", checkpoint.container().word());
        values.putAll(CheckpointReport.measuredValues(checkpoint.files(), weights));
        if (verification.naming().isPresent()) {
            sections.add(CheckpointReport.parts(verification, model.architecture()));
            values.put("parts", CheckpointReport.partValues(verification, model.architecture()));
        }
        return new MeasuredCheckpoint(
                sections, values, CheckpointReport.cells(values), Optional.of(verification), findings);
    }

    /** {@code {"quantization": {"quant_algo": "NVFP4", "exclude_modules": [...]}}}. */
    private static void readQuantization(Path file, Diagnostics.Builder findings) throws IOException {
        String name = file.toString().replace('\\', '/');
        SourceFile source = SourceFile.read(file, name, findings);
        Optional<ConfigValue> quantization = object(file, source.text()).flatMap(value -> value.get("quantization"));
        String cache = word(quantization, "kv_cache_quant_algo");
        if (!cache.isEmpty()) {
            findings.add(Diagnostic.warning(
                            Rule.NOT_MODELED,
                            Location.startOf(name),
                            "the cache is meant to be kept in " + cache + ", and is counted in 16 bits")
                    .withHint("the table has it in 8 and 4 bits, too"));
        }
    }

    private static String word(Optional<ConfigValue> quantization, String key) {
        return quantization
                .flatMap(value -> value.get(key))
                .filter(value -> value.kind() == ConfigValue.Kind.TEXT)
                .map(ConfigValue::text)
                .orElse("");
    }

    /** What was measured, for the reader of the facts. */
    Optional<Report> report() {
        return sections.isEmpty() ? Optional.empty() : Optional.of(new Report("Beside the configuration", sections));
    }

    /** The findings as an author sees them. */
    String print(boolean colors) {
        return new DiagnosticPrinter(file -> null, colors).print(findings);
    }
}
