package dev.archnotes.cli;

import dev.archnotes.calc.Comparison;
import dev.archnotes.calc.FactSheet;
import dev.archnotes.data.ComparisonData;
import dev.archnotes.diagnostic.Suggestion;
import dev.archnotes.report.ComparisonReport;
import dev.archnotes.report.MarkdownText;
import dev.archnotes.report.Report;
import dev.archnotes.report.TerminalText;
import dev.archnotes.spec.ModelSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints in what models differ. */
@Command(name = "compare", mixinStandardHelpOptions = true, description = "Print the facts in which models differ, of two with the ratio of the second to the first.")
public final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", arity = "2..*", description = "Ids of variants in the notes, or files: an architecture.yaml with one variant, a config.json.")
    private List<String> names;

    @Option(names = "--notes", paramLabel = "DIR", defaultValue = "notes", description = "The notes folder (default: ${DEFAULT-VALUE}).")
    private Path notes;

    @Option(names = "--all", description = "Print the facts that are the same, too.")
    private boolean all;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec command;

    private final List<ModelSpec> noted = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        List<FactSheet> sheets = new ArrayList<>();
        boolean broken = false;
        for (String name : names) {
            Optional<ModelSpec> model = model(name);
            broken |= model.isEmpty();
            try {
                model.map(FactSheet::of).ifPresent(sheets::add);
            } catch (ArithmeticException overflow) {
                command.commandLine().getErr().println("archnotes: " + name + ": the sizes are too large, a figure does not fit into 64 bits");
                broken = true;
            }
        }
        if (broken) {
            return ExitCode.FINDINGS;
        }
        Comparison comparison = Comparison.of(sheets);
        command.commandLine().getOut().print(text(all ? comparison : comparison.differing()));
        command.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private String text(Comparison comparison) {
        switch (format) {
            case json:
                return ComparisonData.json(comparison);
            case csv:
                return ComparisonData.csv(comparison);
            default:
                Report report = ComparisonReport.of(comparison);
                return format == Format.markdown ? MarkdownText.print(report) : new TerminalText(Ansi.AUTO.enabled()).print(report);
        }
    }

    /** The model of a name; empty, with its findings printed, where its file is broken. */
    private Optional<ModelSpec> model(String name) throws IOException {
        Path file = ModelFile.of(Path.of(name));
        if (!Files.isRegularFile(file)) {
            return Optional.of(fromNotes(name));
        }
        ModelFile read = ModelFile.read(file);
        command.commandLine().getErr().print(read.print());
        command.commandLine().getErr().flush();
        if (read.findings().hasErrors()) {
            return Optional.empty();
        }
        if (read.models().size() != 1) {
            throw new ParameterException(command.commandLine(), name + " has " + read.models().size() + " variants; name one by its id: "
                    + String.join(", ", read.models().stream().map(ModelSpec::id).toList()));
        }
        return Optional.of(read.models().get(0));
    }

    private ModelSpec fromNotes(String id) throws IOException {
        if (noted.isEmpty() && Files.isDirectory(notes)) {
            try (Stream<Path> files = Files.walk(notes)) {
                for (Path file : files.filter(path -> path.endsWith("architecture.yaml")).sorted().toList()) {
                    noted.addAll(ModelFile.read(file).models());
                }
            }
        }
        List<String> ids = noted.stream().map(ModelSpec::id).sorted().toList();
        return noted.stream().filter(model -> model.id().equals(id)).findFirst().orElseThrow(() -> {
            String hint = Suggestion.hint(id, ids);
            return new ParameterException(command.commandLine(), "no file and no variant in " + notes + " is called " + id
                    + (hint.isEmpty() ? "; there are " + String.join(", ", ids) : "; " + hint));
        });
    }
}
