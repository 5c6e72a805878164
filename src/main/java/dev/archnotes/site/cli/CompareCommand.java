package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cli.report.ComparisonReport;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import dev.archnotes.site.files.data.ComparisonData;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints in what models differ. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Print the facts in which models differ, of two with the ratio of the second to the first.")
public final class CompareCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "MODEL",
            arity = "1..*",
            description =
                    "Ids of variants in the notes, or files: an architecture.yaml with one variant, a config.json.")
    private List<String> names;

    @Option(
            names = "--notes",
            paramLabel = "DIR",
            defaultValue = "notes",
            description = "The notes folder (default: ${DEFAULT-VALUE}).")
    private Path notes;

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

    private final List<Variant> noted = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        if (names.size() < 2) {
            throw new ParameterException(
                    command.commandLine(), "name a second model, with which " + names.get(0) + " is compared");
        }
        List<FactSheet> sheets = new ArrayList<>();
        boolean broken = false;
        for (String name : names) {
            Optional<Variant> model = model(name);
            broken |= model.isEmpty();
            try {
                model.map(FactSheet::of).ifPresent(sheets::add);
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
                return format == Format.markdown
                        ? MarkdownText.print(report)
                        : new TerminalText(Ansi.AUTO.enabled()).print(report);
        }
    }

    /** The model of a name; empty, with its findings printed, where its file is broken. */
    private Optional<Variant> model(String name) throws IOException {
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
            throw new ParameterException(
                    command.commandLine(),
                    name + " has " + read.models().size() + " variants; name one by its id: "
                            + String.join(
                                    ", ",
                                    read.models().stream().map(Variant::id).toList()));
        }
        return Optional.of(read.models().get(0));
    }

    private Variant fromNotes(String id) throws IOException {
        if (noted.isEmpty() && Files.isDirectory(notes)) {
            LibraryReader.Specifications read = LibraryReader.specifications(notes);
            read.families().forEach(family -> noted.addAll(family.variants()));
            DiagnosticPrinter printer = new DiagnosticPrinter(
                    read.sources()::get, Ansi.AUTO.enabled(), notes.toString().replace('\\', '/') + "/");
            command.commandLine().getErr().print(printer.print(read.findings()));
            command.commandLine().getErr().flush();
        }
        List<Variant> family =
                noted.stream().filter(model -> model.family().equals(id)).toList();
        return noted.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .or(() -> family.size() == 1 ? Optional.of(family.get(0)) : Optional.empty())
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        family.isEmpty()
                                ? unknown(id)
                                : id + " is a family; name one of its variants: " + ids(family)));
    }

    /** What can be said of a name that is neither a file nor a variant nor a family. */
    private String unknown(String name) {
        if (name.contains("/")
                || name.contains("\\")
                || name.endsWith(".json")
                || name.endsWith(".yaml")
                || name.endsWith(".yml")) {
            return "there is no file " + name;
        }
        if (noted.isEmpty()) {
            return "no file is called " + name + ", and there are no variants in " + notes;
        }
        String unknown = "no file and no variant in " + notes + " is called " + name + "; ";
        Set<String> families = new TreeSet<>();
        noted.forEach(model -> families.add(model.family()));
        List<String> known = new ArrayList<>(families);
        noted.forEach(model -> known.add(model.id()));
        List<Variant> near = noted.stream()
                .filter(model -> model.id().contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        return unknown
                + Suggestion.closest(name, known)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse(
                                near.isEmpty()
                                        ? "there are variants of " + String.join(", ", families)
                                        : "did you mean one of " + ids(near) + "?");
    }

    private static String ids(List<Variant> models) {
        return String.join(", ", models.stream().map(Variant::id).sorted().toList());
    }
}
