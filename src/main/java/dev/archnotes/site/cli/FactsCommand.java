package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.Comparison;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cli.argument.TokenCount;
import dev.archnotes.site.cli.report.FactReport;
import dev.archnotes.site.cli.report.FindingsData;
import dev.archnotes.site.cli.report.LedgerData;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import dev.archnotes.site.files.data.ComparisonData;
import dev.archnotes.site.files.data.CsvText;
import dev.archnotes.site.files.data.ModelsCsv;
import dev.archnotes.site.files.data.ModelsJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints every fact of models: parameters, memory, cost. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Print every fact of models, each read from a Hugging Face config.json or an architecture.yaml. "
                + "Nothing is loaded from anywhere.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.FILE_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT, ExitCode.STRICT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes facts qwen3-8b",
            "  archnotes facts config.json --context 200k --format json",
            "",
            "'archnotes types' lists the model types of a config.json that can be read."
        })
public final class FactsCommand implements Callable<Integer> {
    private static final long[] PRECISIONS = {16, 8, 4};
    private static final String AT_CONTEXT = "kv_cache.bytes_at_context";
    private static final List<String> MEASURED =
            List.of("measured.weights", "measured.elements", "measured.bytes", "measured.scale_bytes");

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = NamedModels.WHAT)
    private List<String> names;

    @Mixin
    private NamedModels named;

    @Option(names = "--variant", paramLabel = "ID", description = "The variant to print, of a file with several.")
    private @Nullable String variant;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); csv has a row for each of several "
                    + "files, and a row for each fact of one.")
    private Format format;

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            converter = TokenCount.class,
            description = "State the cache at this context, too: 8192, 200k (k = 1,024), 1M.")
    private @Nullable Long context;

    @Option(names = "--ledger", description = "List every tensor; with csv, nothing else.")
    private boolean ledger;

    @Spec
    private CommandSpec command;

    /** A file with those of its models that are printed, and what was measured in the checkpoint beside it. */
    private record Shown(ModelFile file, List<Variant> models, Optional<MeasuredCheckpoint> measured) {
        Diagnostics findings() {
            return measured.map(beside -> file.findings().and(beside.findings()))
                    .orElse(file.findings());
        }

        boolean hasMeasured() {
            return measured.map(beside -> !beside.cells().isEmpty()).orElse(false);
        }
    }

    @Override
    public Integer call() throws IOException {
        List<ModelFile> files = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        boolean tooLarge = false;
        for (String name : names) {
            ModelFile file = named.read(name);
            files.add(file);
            if (file.findings().hasErrors()) {
                continue;
            }
            List<Variant> models = chosen(file.models());
            try {
                models.forEach(FactSheet::of);
                shown.add(new Shown(file, models, MeasuredCheckpoint.beside(name, file)));
            } catch (ArithmeticException overflow) {
                BrokenFile.tooLarge(command.commandLine(), name);
                tooLarge = true;
            }
        }
        if (!shown.isEmpty()) {
            command.commandLine().getOut().print(text(shown));
            command.commandLine().getOut().flush();
        }
        for (Shown file : shown) {
            file.measured().flatMap(MeasuredCheckpoint::report).map(this::text).ifPresent(text -> {
                command.commandLine().getOut().print(text);
                command.commandLine().getOut().flush();
            });
            file.measured()
                    .ifPresent(beside -> command.commandLine().getErr().print(beside.print(Ansi.AUTO.enabled())));
        }
        files.forEach(named::print);
        return tooLarge ? ExitCode.FINDINGS : named.exitCode(files);
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

    /** What was measured, behind the facts; in JSON and CSV it stands among them. */
    private String text(Report measured) {
        switch (format) {
            case table:
                return "\n" + new TerminalText(Ansi.AUTO.enabled()).print(measured);
            case markdown:
                return "\n" + MarkdownText.print(measured);
            default:
                return "";
        }
    }

    private String text(List<Shown> shown) {
        List<Variant> models =
                shown.stream().flatMap(file -> file.models().stream()).toList();
        switch (format) {
            case json:
                List<Map<String, Object>> objects = new ArrayList<>();
                shown.forEach(file -> file.models().forEach(model -> objects.add(object(file, model))));
                return JsonText.indented(names.size() == 1 && objects.size() == 1 ? objects.get(0) : objects);
            case csv:
                return ledger ? LedgerData.csv(models) : names.size() == 1 ? facts(shown.get(0)) : rows(shown);
            default:
                StringBuilder text = new StringBuilder();
                for (Variant model : models) {
                    Report report = FactReport.of(model, Optional.ofNullable(context), ledger);
                    text.append(text.length() == 0 ? "" : "\n");
                    text.append(
                            format == Format.markdown
                                    ? MarkdownText.print(report)
                                    : new TerminalText(Ansi.AUTO.enabled()).print(report));
                }
                return text.toString();
        }
    }

    /** A model as an object; its file is named where there are several. */
    private Map<String, Object> object(Shown shown, Variant model) {
        ModelFile file = shown.file();
        Map<String, Object> object = new LinkedHashMap<>();
        if (names.size() > 1) {
            object.put("file", file.name());
        }
        object.putAll(ModelsJson.entry(model, FactSheet.of(model), PublishedFigures.of(file.family(), FactSheet::of)));
        if (context != null) {
            Map<String, Object> cache = new LinkedHashMap<>();
            cache.put("tokens", context);
            for (long bits : PRECISIONS) {
                cache.put(
                        "bytes_" + bits + "_bits",
                        CacheSize.of(model.architecture()).bytesAt(context, bits));
            }
            object.put("cache_at_context", cache);
        }
        if (ledger) {
            object.put("ledger", LedgerData.json(model.architecture()));
        }
        if (shown.hasMeasured()) {
            object.put("measured", shown.measured().orElseThrow().values());
        }
        object.put("warnings", FindingsData.json(shown.findings()));
        return object;
    }

    /** A row for each fact of the models of one file, and one for each number that was measured beside it. */
    private String facts(Shown shown) {
        StringBuilder table = new StringBuilder(ComparisonData.csv(
                Comparison.of(shown.models().stream().map(FactSheet::of).toList())));
        if (context != null) {
            List<String> tokens = new ArrayList<>(List.of("context", "Context"));
            List<String> bytes = new ArrayList<>(List.of(AT_CONTEXT, "Cache at this context"));
            for (Variant model : shown.models()) {
                List<String> cache = cacheAt(context, model);
                tokens.add(cache.get(0));
                bytes.add(cache.get(1));
            }
            table.append(new CsvText().row(tokens).row(bytes));
        }
        if (shown.hasMeasured()) {
            CsvText measured = new CsvText();
            for (List<String> cell : shown.measured().orElseThrow().cells()) {
                measured.row(List.of(cell.get(0), "Measured in the checkpoint", cell.get(1)));
            }
            table.append(measured);
        }
        return table.toString();
    }

    /** A row for each model of several files. */
    private String rows(List<Shown> shown) {
        List<ModelsCsv.Listed> rows = new ArrayList<>();
        boolean measured = shown.stream().anyMatch(Shown::hasMeasured);
        for (Shown file : shown) {
            for (Variant model : file.models()) {
                List<String> more = new ArrayList<>(context == null ? List.of() : cacheAt(context, model));
                if (measured) {
                    MEASURED.forEach(column -> more.add(measured(file, column)));
                }
                rows.add(new ModelsCsv.Listed(
                        file.file().name(), file.findings().all().size(), more, FactSheet.of(model)));
            }
        }
        List<String> columns = new ArrayList<>(context == null ? List.of() : List.of("context", AT_CONTEXT));
        columns.addAll(measured ? MEASURED : List.of());
        return ModelsCsv.of(rows, columns);
    }

    /** A measured number; empty where nothing was measured. */
    private static String measured(Shown file, String column) {
        return file.measured().map(MeasuredCheckpoint::cells).orElse(List.of()).stream()
                .filter(cell -> cell.get(0).equals(column))
                .map(cell -> cell.get(1))
                .findFirst()
                .orElse("");
    }

    private static List<String> cacheAt(long tokens, Variant model) {
        long bytes = CacheSize.of(model.architecture()).bytesAt(tokens, PRECISIONS[0]);
        return List.of(Long.toString(tokens), Long.toString(bytes));
    }
}
