package dev.archnotes.site.cli;

import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.verify.Verification;
import dev.archnotes.model.verify.Verifier;
import dev.archnotes.model.verify.Verifier.Container;
import dev.archnotes.site.checkpoint.Checkpoint;
import dev.archnotes.site.checkpoint.CheckpointReader;
import dev.archnotes.site.checkpoint.DecoderType;
import dev.archnotes.site.cli.report.CheckpointReport;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import dev.archnotes.site.json.JsonSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares every tensor of a released checkpoint with the ledger that its configuration gives. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compare the name and the shape of every tensor in a checkpoint with those that its config.json "
                + "gives. Only headers are read.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.FILE_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT, ExitCode.DIFFERS},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes verify Qwen3-8B/", "  archnotes verify model.gguf"})
public final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            description = "A folder with safetensors files, their index or a GGUF; or one such file.")
    private Path path;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The config.json of the model (default: the one beside the checkpoint).")
    private Path config;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, json or markdown (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (format == Format.csv) {
            throw new ParameterException(command.commandLine(), "--format: table, json or markdown");
        }
        if (!CheckpointReader.isThere(path)) {
            throw new ParameterException(
                    command.commandLine(), "there are no safetensors files, no index of them and no GGUF at " + path);
        }
        Path file = config != null ? config : beside();
        CompletableFuture<Optional<ModelFile>> early = CompletableFuture.supplyAsync(() -> readEarly(file));
        Diagnostics.Builder findings = Diagnostics.builder();
        Optional<Checkpoint> checkpoint = CheckpointReader.read(path, findings);
        err.print(new DiagnosticPrinter(other -> null, Ansi.AUTO.enabled()).print(findings.build()));
        err.flush();
        if (checkpoint.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        try {
            return compare(checkpoint.get(), file, early.join(), err);
        } catch (ArithmeticException overflow) {
            return BrokenFile.tooLarge(command.commandLine(), path);
        }
    }

    /** The configuration, read beside the headers; empty where it is not there, or where reading it again fails. */
    private static Optional<ModelFile> readEarly(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(ModelFile.read(file)) : Optional.empty();
        } catch (IOException | RuntimeException toldWhenItIsNeeded) {
            return Optional.empty();
        }
    }

    private int compare(Checkpoint checkpoint, Path file, Optional<ModelFile> early, PrintWriter err)
            throws IOException {
        boolean there = Files.isRegularFile(file);
        ModelFile read = null;
        if (there) {
            read = early.isPresent() ? early.get() : ModelFile.read(file);
        } else if (config == null && checkpoint.container() == Container.GGUF) {
            read = ModelFile.read(checkpoint);
        }
        if (read == null || !there && read.findings().hasErrors()) {
            print(checkpoint, checkpoint.weights(Optional.empty()), Optional.empty(), Optional.empty());
            err.print(read == null ? "" : read.print());
            err.println("archnotes: there is no configuration " + file + " to compare with; name one with --config");
            err.flush();
            return ExitCode.FINDINGS;
        }
        Optional<ConfigValue> values = new JsonSource(file.toString(), Diagnostics.builder()).object(read.text());
        List<StoredWeight> weights = checkpoint.weights(values);
        err.print(read.print());
        err.flush();
        String type = values.map(value -> DecoderType.of(value, checkpoint.container()))
                .orElse("");
        if (read.findings().hasErrors() || read.models().size() != 1 || type.isEmpty()) {
            print(checkpoint, weights, Optional.empty(), Optional.empty());
            return ExitCode.FINDINGS;
        }
        Variant model = read.models().get(0);
        Verification verification = Verifier.compare(model.architecture(), type, checkpoint.container(), weights);
        if (verification.naming().isEmpty()) {
            print(checkpoint, weights, Optional.empty(), Optional.of(model.architecture()));
            err.println("archnotes: "
                    + (Verifier.knows(type, checkpoint.container())
                            ? "none of the tensors has a name that is known of the type " + type
                            : "the tensors' names of the type " + type + " are not known in this format")
                    + "; counts alone are compared");
            err.flush();
            return ExitCode.FINDINGS;
        }
        print(checkpoint, weights, Optional.of(verification), Optional.of(model.architecture()));
        return verification.agrees() ? ExitCode.OK : ExitCode.DIFFERENT;
    }

    private Path beside() {
        Path folder = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
        return folder == null ? Path.of("config.json") : folder.resolve("config.json");
    }

    private void print(
            Checkpoint checkpoint,
            List<StoredWeight> weights,
            Optional<Verification> verification,
            Optional<Architecture> architecture) {
        PrintWriter out = command.commandLine().getOut();
        if (format == Format.json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("checkpoint", checkpoint.name());
            values.put("container", checkpoint.container().word());
            values.put(
                    "measured",
                    checkpoint.hasShapes() ? CheckpointReport.measuredValues(checkpoint.files(), weights) : null);
            values.put(
                    "compared",
                    verification
                            .map(found -> CheckpointReport.comparedValues(found, architecture.orElseThrow()))
                            .orElse(null));
            out.print(JsonText.indented(values));
        } else {
            List<Report.Section> sections = new ArrayList<>(
                    checkpoint.hasShapes()
                            ? CheckpointReport.measured(checkpoint.files(), weights)
                            : CheckpointReport.named(weights, checkpoint.statedBytes()));
            verification.ifPresent(found -> {
                if (checkpoint.hasShapes()) {
                    sections.add(CheckpointReport.parts(found, architecture.orElseThrow()));
                }
                sections.addAll(CheckpointReport.compared(found));
            });
            Report report = new Report(checkpoint.name(), sections);
            out.print(
                    format == Format.markdown
                            ? MarkdownText.print(report)
                            : new TerminalText(Ansi.AUTO.enabled()).print(report));
        }
        out.flush();
    }
}
