package dev.archnotes.site.cli;

import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.site.cli.report.ComparisonReport;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import dev.archnotes.site.files.data.ComparisonData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints in what models differ. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Print the facts in which models differ, of two with the ratio of the second to the first.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.FILE_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT, ExitCode.STRICT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes compare qwen3-8b my/config.json"})
public final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", arity = "1..*", description = NamedModels.WHAT)
    private List<String> names;

    @Mixin
    private NamedModels named;

    @Option(names = "--all", description = "Print the facts that are the same, too.")
    private boolean all;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (names.size() < 2) {
            throw new ParameterException(
                    command.commandLine(), "name a second model, with which " + names.get(0) + " is compared");
        }
        List<FactSheet> sheets = new ArrayList<>();
        List<ModelFile> files = new ArrayList<>();
        boolean broken = false;
        for (String name : names) {
            ModelFile read = named.readOne(name);
            files.add(read);
            named.print(read);
            broken |= read.models().isEmpty() || read.findings().hasErrors();
            try {
                read.models().stream().map(FactSheet::of).forEach(sheets::add);
            } catch (ArithmeticException overflow) {
                BrokenFile.tooLarge(command.commandLine(), name);
                broken = true;
            }
        }
        if (broken) {
            return ExitCode.FINDINGS;
        }
        Comparison comparison = Comparison.of(sheets);
        Comparison shown = all ? comparison : comparison.differing();
        command.commandLine().getOut().print(text(shown));
        if (shown.rows().isEmpty() && (format == Format.table || format == Format.markdown)) {
            command.commandLine()
                    .getOut()
                    .println("\nNothing differs; --all prints the "
                            + comparison.rows().size() + " facts that are the same.");
        }
        command.commandLine().getOut().flush();
        return named.exitCode(files);
    }

    private String text(Comparison comparison) {
        switch (format) {
            case json:
                return ComparisonData.json(comparison);
            case csv:
                return ComparisonData.csv(comparison);
            default:
                Report report = ComparisonReport.of(comparison);
                return format == Format.markdown
                        ? MarkdownText.print(report)
                        : new TerminalText(Ansi.AUTO.enabled()).print(report);
        }
    }
}
