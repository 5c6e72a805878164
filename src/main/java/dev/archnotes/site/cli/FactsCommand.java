package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cli.report.FactReport;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import dev.archnotes.site.files.data.ComparisonData;
import dev.archnotes.site.files.data.ModelsJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints every fact of a model: parameters, memory, cost. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Print every fact of an architecture.yaml or of a Hugging Face config.json.")
public final class FactsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "An architecture.yaml, a config.json, or a folder that holds one of them.")
    private Path file;

    @Option(names = "--variant", paramLabel = "ID", description = "The variant to print, of a file with several.")
    private String variant;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(names = "--context", paramLabel = "TOKENS", description = "State the cache at this context, too.")
    private Long context;

    @Option(names = "--ledger", description = "List every tensor.")
    private boolean ledger;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        Path source = ModelFile.of(file);
        if (!Files.isRegularFile(source)) {
            throw new ParameterException(command.commandLine(), "there is no file " + source);
        }
        if (context != null && context <= 0) {
            throw new ParameterException(
                    command.commandLine(), "--context: " + context + " tokens; write a positive number");
        }
        ModelFile read = ModelFile.read(source);
        if (read.findings().hasErrors()) {
            err.print(read.print());
            err.flush();
            return ExitCode.FINDINGS;
        }
        List<Variant> models = chosen(read.models());
        try {
            String text = text(models, PublishedFigures.of(read.models(), FactSheet::of));
            command.commandLine().getOut().print(text);
            command.commandLine().getOut().flush();
        } catch (ArithmeticException overflow) {
            return BrokenFile.tooLarge(command.commandLine(), source);
        }
        err.print(read.print());
        err.flush();
        return ExitCode.OK;
    }

    private List<Variant> chosen(List<Variant> models) {
        if (variant == null) {
            return models;
        }
        List<Variant> chosen =
                models.stream().filter(model -> model.id().equals(variant)).toList();
        if (chosen.isEmpty()) {
            List<String> ids = models.stream().map(Variant::id).toList();
            String hint = Suggestion.hint(variant, ids);
            throw new ParameterException(
                    command.commandLine(),
                    "--variant: no variant is called " + variant + "; "
                            + (hint.isEmpty() ? "there are " + String.join(", ", ids) : hint));
        }
        return chosen;
    }

    private String text(List<Variant> models, PublishedFigures published) {
        switch (format) {
            case json:
                return models.size() == 1
                        ? ModelsJson.object(models.get(0), FactSheet.of(models.get(0)), published)
                        : ModelsJson.array(models, FactSheet::of);
            case csv:
                return ComparisonData.csv(
                        Comparison.of(models.stream().map(FactSheet::of).toList()));
            default:
                StringBuilder text = new StringBuilder();
                for (Variant variant : models) {
                    Report report = FactReport.of(variant, Optional.ofNullable(context), ledger);
                    text.append(text.length() == 0 ? "" : "\n");
                    text.append(
                            format == Format.markdown
                                    ? MarkdownText.print(report)
                                    : new TerminalText(Ansi.AUTO.enabled()).print(report));
                }
                return text.toString();
        }
    }
}
