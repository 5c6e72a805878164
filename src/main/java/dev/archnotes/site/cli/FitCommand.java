package dev.archnotes.site.cli;

import dev.archnotes.model.deployment.CacheFormat;
import dev.archnotes.model.deployment.Card;
import dev.archnotes.model.deployment.Cards;
import dev.archnotes.model.deployment.Engine;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.Load;
import dev.archnotes.model.deployment.MeasuredWeights;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Split;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.verify.Verification;
import dev.archnotes.model.verify.Verifier;
import dev.archnotes.site.cli.argument.ByteCount;
import dev.archnotes.site.cli.argument.TokenCount;
import dev.archnotes.site.cli.report.FindingsData;
import dev.archnotes.site.cli.report.FitReport;
import dev.archnotes.site.cli.report.MarkdownText;
import dev.archnotes.site.cli.report.Report;
import dev.archnotes.site.cli.report.TerminalText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Tells whether a model fits into a memory, and what else would. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        description = "Tell whether a model fits into a memory with its cache, the longest context and the most "
                + "sequences that would, and the smallest card.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.FILE_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT, ExitCode.STRICT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes fit qwen3-8b --memory 24GiB --context 32k --weights q4_k_m --sequences 4"})
public final class FitCommand implements Callable<Integer> {
    private static final long MOST_SEQUENCES = 1L << 16;

    @Parameters(paramLabel = "MODEL", arity = "1..*", description = NamedModels.WHAT)
    private List<String> names;

    @Mixin
    private NamedModels named;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = ByteCount.class,
            description =
                    "The memory: 24GB is 24 × 10⁹ bytes, 24GiB is 24 × 2³⁰; a card of \"24 GB\" has nearly " + "24GiB.")
    private @Nullable Long memory;

    @Option(
            names = "--card",
            paramLabel = "NAME",
            converter = CardName.class,
            description = "A card, for its memory and bandwidth: rtx-4090, h100, mi300x, m4-max-128gb and others; any "
                    + "other word lists them.")
    private @Nullable Card card;

    @Option(
            names = "--context",
            paramLabel = "TOKENS",
            defaultValue = "32k",
            converter = TokenCount.class,
            description = "Tokens of each sequence: 8192, 200k (k = 1,024), 1M (default: ${DEFAULT-VALUE}).")
    private long context;

    @Option(
            names = "--sequences",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Sequences at once (default: ${DEFAULT-VALUE}).")
    private long sequences;

    @Option(
            names = "--prefix",
            paramLabel = "TOKENS",
            converter = TokenCount.class,
            description = "Tokens at the beginning that all sequences share, kept once (default: none).")
    private @Nullable Long prefix;

    @Option(
            names = "--cards",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "Equal cards that share the model; memory and bandwidth are those of one (default: "
                    + "${DEFAULT-VALUE}).")
    private long cards;

    @Option(
            names = "--split",
            paramLabel = "KIND",
            defaultValue = "pipeline",
            converter = SplitName.class,
            description = "How cards share it: pipeline (consecutive layers), tensor (a part of every matrix), expert "
                    + "(experts divided, the rest on each) (default: ${DEFAULT-VALUE}).")
    private Split split;

    @Option(
            names = "--weights",
            paramLabel = "FORMAT",
            defaultValue = "released",
            converter = WeightName.class,
            description = "Format of the weights: released, bf16, fp8, awq, gptq, nvfp4, mxfp4, q8_0, q4_k_m and "
                    + "others; any other word lists them (default: ${DEFAULT-VALUE}, the bytes of the tensors where "
                    + "MODEL is a folder with them or a GGUF).")
    private WeightFormat weights;

    @Option(
            names = "--cache",
            paramLabel = "FORMAT",
            defaultValue = "16",
            converter = CacheName.class,
            description = "Format of the cache: 16, 8, 4 bits, q8_0, q5_1, q5_0, q4_1, q4_0 (default: "
                    + "${DEFAULT-VALUE}).")
    private CacheFormat cache;

    @Option(
            names = "--overhead",
            paramLabel = "SIZE",
            converter = ByteCount.class,
            description = "What the engine needs besides, instead of a workspace by llama.cpp's rule and 512 MiB.")
    private @Nullable Long overhead;

    @Option(
            names = "--whole-windows",
            description = "Let layers with a window keep all tokens, as some engines reserve them.")
    private boolean wholeWindows;

    @Option(names = "--text-only", description = "Leave the image encoder out.")
    private boolean textOnly;

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
        if (memory != null && card != null) {
            throw new ParameterException(command.commandLine(), "--memory and --card: name one of them");
        }
        if (sequences < 1 || sequences > MOST_SEQUENCES) {
            throw new ParameterException(
                    command.commandLine(), "--sequences: " + sequences + "; write a number from 1 to 65536");
        }
        if (cards < 1 || cards > Cards.MOST) {
            throw new ParameterException(
                    command.commandLine(), "--cards: " + cards + "; write a number from 1 to " + Cards.MOST);
        }
        if (prefix != null && prefix > context) {
            throw new ParameterException(
                    command.commandLine(), "--prefix: " + prefix + "; it is a part of the context of " + context);
        }
        List<ModelFile> files = new ArrayList<>();
        List<FitReport> reports = new ArrayList<>();
        List<Map<String, Object>> objects = new ArrayList<>();
        boolean tooLarge = false;
        List<MeasuredCheckpoint> measured = new ArrayList<>();
        for (String name : names) {
            ModelFile file = named.readOne(name);
            files.add(file);
            Optional<MeasuredCheckpoint> beside =
                    weights == WeightFormat.RELEASED && !file.findings().hasErrors()
                            ? MeasuredCheckpoint.beside(name, file)
                            : Optional.empty();
            beside.ifPresent(measured::add);
            Optional<Verification> verified = beside.flatMap(MeasuredCheckpoint::verification);
            for (Variant model : file.findings().hasErrors() ? List.<Variant>of() : file.models()) {
                try {
                    FitReport report = report(model, verified);
                    Map<String, Object> object = report.json();
                    object.put("warnings", FindingsData.json(file.findings()));
                    objects.add(object);
                    reports.add(report);
                } catch (ArithmeticException overflow) {
                    BrokenFile.tooLarge(command.commandLine(), name);
                    tooLarge = true;
                }
            }
        }
        if (!reports.isEmpty()) {
            command.commandLine().getOut().print(text(reports, objects));
            command.commandLine().getOut().flush();
        }
        for (MeasuredCheckpoint beside : measured) {
            command.commandLine().getErr().print(beside.print(Ansi.AUTO.enabled()));
        }
        files.forEach(named::print);
        return tooLarge ? ExitCode.FINDINGS : named.exitCode(files);
    }

    private FitReport report(Variant model, Optional<Verification> checkpoint) {
        Optional<Verification> measured = checkpoint.filter(Verification::agrees);
        Engine computed = Engine.usual(model.architecture()).withWholeWindows(wholeWindows);
        Engine whole = measured.map(found -> withImages(computed, model.architecture(), found))
                .orElse(computed);
        Engine usual = textOnly ? whole.withImages(0) : whole;
        Setup setup = new Setup(
                model.architecture(),
                weights,
                cache,
                new Load(context, sequences, prefix == null ? 0 : prefix),
                overhead == null ? usual : usual.withOverhead(overhead),
                new Cards(cards, split));
        Optional<Card> one = Optional.ofNullable(card);
        Fit fit = measured.map(found -> Fit.of(setup, MeasuredWeights.of(setup.architecture(), found.bytesOfParts())))
                .orElseGet(() -> Fit.of(setup));
        boolean unclear = checkpoint.isPresent() && measured.isEmpty();
        return new FitReport(model, fit, unclear, one.map(Card::bytes).or(() -> Optional.ofNullable(memory)), one);
    }

    /** With the image part as it lies there; an engine counts its weights in the numbers of training. */
    private static Engine withImages(Engine computed, Architecture architecture, Verification verification) {
        long wide = architecture.storage() == Storage.FLOAT32 ? 4 : 2;
        return verification.notes().stream()
                .filter(note -> note.what().equals(Verifier.IMAGE_PART))
                .findFirst()
                .map(note -> computed.withImages((note.measured().bytes() + wide - 1) / wide))
                .orElse(computed);
    }

    private String text(List<FitReport> reports, List<Map<String, Object>> objects) {
        switch (format) {
            case json:
                return JsonText.indented(names.size() == 1 ? objects.get(0) : objects);
            case csv:
                return FitReport.csv(reports);
            default:
                StringBuilder text = new StringBuilder();
                for (FitReport fit : reports) {
                    Report report = fit.report();
                    text.append(text.length() == 0 ? "" : "\n");
                    text.append(
                            format == Format.markdown
                                    ? MarkdownText.print(report)
                                    : new TerminalText(Ansi.AUTO.enabled()).print(report));
                }
                return text.toString();
        }
    }

    private static TypeConversionException unknown(String word, List<String> known) {
        return new TypeConversionException("\"" + word + "\"; there are " + String.join(", ", known));
    }

    /** Reads the name of a card. */
    static final class CardName implements ITypeConverter<Card> {
        @Override
        public Card convert(String word) {
            return Card.named(word).orElseThrow(() -> unknown(word, Card.words()));
        }
    }

    /** Reads the name of a way to share a model. */
    static final class SplitName implements ITypeConverter<Split> {
        @Override
        public Split convert(String word) {
            return Split.named(word).orElseThrow(() -> unknown(word, Split.words()));
        }
    }

    /** Reads the name of a format of weights. */
    static final class WeightName implements ITypeConverter<WeightFormat> {
        @Override
        public WeightFormat convert(String word) {
            return WeightFormat.named(word).orElseThrow(() -> unknown(word, WeightFormat.words()));
        }
    }

    /** Reads the name of a format of the cache. */
    static final class CacheName implements ITypeConverter<CacheFormat> {
        @Override
        public CacheFormat convert(String word) {
            return CacheFormat.named(word).orElseThrow(() -> unknown(word, CacheFormat.words()));
        }
    }
}
