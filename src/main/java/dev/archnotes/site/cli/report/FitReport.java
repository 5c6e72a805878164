package dev.archnotes.site.cli.report;

import dev.archnotes.model.deployment.Card;
import dev.archnotes.model.deployment.CardLoad;
import dev.archnotes.model.deployment.Cards;
import dev.archnotes.model.deployment.Engine;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.FitFigures;
import dev.archnotes.model.deployment.Load;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Speed;
import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.files.data.CsvText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a model fits into a memory, what else would fit, and how fast it could be at most.
 *
 * @param model the model
 * @param fit what it takes
 * @param unclear whether weights lie there that differ from the model's, so that none of them is counted
 * @param memory the memory in bytes, where one is asked for
 * @param card the card whose memory that is, where one is
 */
public record FitReport(Variant model, Fit fit, boolean unclear, Optional<Long> memory, Optional<Card> card) {
    private Setup setup() {
        return fit.setup();
    }

    private Load load() {
        return setup().load();
    }

    private long cards() {
        return setup().cards().count();
    }

    /** What fits, in a sentence. */
    public String verdict() {
        long total = fit.fullest().totalBytes();
        String each = cards() > 1 ? " on the fullest of " + Numerals.grouped(cards()) + " cards" : "";
        if (memory.isEmpty()) {
            return "takes " + Unit.BYTES.print(total) + each;
        }
        long room = memory.get() - total;
        return room >= 0
                ? "fits, with " + Unit.BYTES.print(room) + " to spare" + each
                : "does not fit, by " + Unit.BYTES.print(-room) + each;
    }

    /** The report for people. */
    public Report report() {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(new Report.Section("Memory", List.of("", "", "bytes"), memoryRows()));
        if (cards() > 1) {
            sections.add(new Report.Section("Each card", List.of("", "weights", "cache", "in all"), cardRows()));
        }
        sections.add(new Report.Section("Verdict", List.of(), List.of(List.of(verdictLine()))));
        sections.add(new Report.Section("What else would fit", List.of(), otherRows()));
        sections.add(new Report.Section("Speed", List.of(), speedRows()));
        sections.add(new Report.Section("Counted so", List.of(), assumptions()));
        return new Report(model.name(), sections);
    }

    private List<List<String>> otherRows() {
        List<List<String>> others = new ArrayList<>();
        if (memory.isPresent()) {
            others.add(List.of("Longest context of " + sequences(), longest(fit.longestContext(memory.get()))));
            others.add(List.of(
                    "Most sequences of " + tokens(load().context()),
                    Numerals.grouped(fit.mostSequences(memory.get()))));
            long fewest = fit.fewestCards(memory.get());
            others.add(List.of(
                    "Fewest cards, " + setup().cards().split().word() + " split",
                    fewest <= Cards.MOST ? Numerals.grouped(fewest) : "more than " + Cards.MOST));
        }
        others.add(List.of("Smallest memory", bytes(fit.fullest().totalBytes())));
        others.add(List.of("Smallest card", smallest()));
        return others;
    }

    private List<List<String>> memoryRows() {
        CardLoad all = fit.together();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "Weights, "
                        + (fit.isMeasured()
                                ? "as they lie there"
                                : setup().weights().label()) + " ("
                        + Numerals.quotient(fit.tenThousandthsOfBitsPerWeight(), 10_000, 2) + " bits each)",
                all.weightBytes()));
        if (all.imageEncoderBytes() > 0) {
            rows.add(row("Image encoder", all.imageEncoderBytes()));
        }
        String shared = load().prefix() > 0 ? ", " + tokens(load().prefix()) + " of them shared" : "";
        if (all.cacheBytes() > 0) {
            rows.add(row(
                    "Cache, " + setup().cache().label() + ", " + sequences() + " of " + tokens(load().context())
                            + shared,
                    all.cacheBytes()));
        }
        if (all.stateBytes() > 0) {
            rows.add(row("State of " + sequences(), all.stateBytes()));
        }
        rows.add(row("Workspace", all.workspaceBytes()));
        rows.add(row("Runtime", all.runtimeBytes()));
        rows.add(row("Total", all.totalBytes()));
        String of = card.map(Card::name).map(name -> "Memory of " + name).orElse("Memory");
        memory.ifPresent(bytes ->
                rows.add(row(cards() > 1 ? of + " (× " + cards() + ")" : of, Math.multiplyExact(bytes, cards()))));
        return rows;
    }

    private List<List<String>> cardRows() {
        List<List<String>> rows = new ArrayList<>();
        long first = 1;
        for (CardLoad one : fit.cards()) {
            long last = first + one.cards() - 1;
            rows.add(List.of(
                    one.cards() == 1 ? "Card " + first : "Cards " + first + " to " + last,
                    Unit.BYTES.print(one.weightBytes()),
                    Unit.BYTES.print(Math.addExact(one.cacheBytes(), one.stateBytes())),
                    Unit.BYTES.print(one.totalBytes())));
            first = last + 1;
        }
        return rows;
    }

    private String verdictLine() {
        String beyond = load().context() > model.context().configured()
                ? "; the configuration ends at " + tokens(model.context().configured())
                : "";
        return verdict() + beyond;
    }

    private List<List<String>> speedRows() {
        List<List<String>> rows = new ArrayList<>();
        Speed any = new Speed(fit, 0, 0);
        rows.add(List.of("Read for a step at full context", bytes(any.bytesRead())));
        card.ifPresent(one -> {
            Speed speed = new Speed(fit, one.megabytesPerSecond(), one.gigaflops());
            long thousand = speed.mostTokensInThousandSeconds();
            String on = (cards() > 1 ? cards() + " × " : "") + one.name() + " ("
                    + Numerals.grouped(one.megabytesPerSecond() / 1000) + " GB/s"
                    + (one.gigaflops() > 0 ? ", " + Numerals.grouped(one.gigaflops() / 1000) + " TFLOP/s)" : ")");
            rows.add(List.of(
                    "At most, on " + on,
                    Numerals.threeDigits(thousand, 1000) + " tokens/s"
                            + (load().sequences() > 1
                                    ? ", "
                                            + Numerals.threeDigits(
                                                    thousand, Math.multiplyExact(1000, load().sequences()))
                                            + " for each sequence"
                                    : "")));
            rows.add(List.of(
                    "First token of a prompt of " + tokens(load().context() - load().prefix()) + ", at least",
                    Numerals.threeDigits(speed.firstTokenMicroseconds(), 1_000_000) + " s"));
        });
        return rows;
    }

    private List<List<String>> assumptions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                cards() == 1
                        ? "Everything lies in one memory, and nothing is divided among cards."
                        : "Divided by " + setup().cards().split().label()
                                + ". What cards send each other is not counted."));
        if (fit.undividedHeads() > 0) {
            rows.add(List.of(fit.undividedHeads() + " heads do not divide by " + cards()
                    + " cards: engines refuse this split, and parts are rounded up here."));
        }
        if (fit.isMeasured()) {
            rows.add(List.of("The weights are measured: the bytes of the decoder's tensors in the checkpoint, scales "
                    + "included."));
        } else if (unclear) {
            rows.add(List.of("The weights are computed from the configuration: the tensors that lie beside it are not "
                    + "those that it describes, or have names that are not known; archnotes verify lists them."));
        }
        if (setup().weights().isMixture()) {
            rows.add(List.of(
                    "Files of this format differ a little: this is llama.cpp's mixture without an importance matrix."));
        }
        model.architecture()
                .predictionModule()
                .ifPresent(module ->
                        rows.add(List.of("Without the prediction module, which only speculative decoding loads.")));
        rows.add(List.of(
                "Workspace: " + Engine.PIECE + " tokens of prompt at once, as llama.cpp does by default; --overhead "
                        + "states workspace and runtime together."));
        if (memory.isPresent() && card.isEmpty()) {
            rows.add(List.of("GB is 10⁹ bytes, GiB 2³⁰. Cards sold with \"24 GB\" have nearly 24 GiB; --card knows "
                    + "what their drivers report."));
        }
        card.ifPresent(one -> {
            rows.add(List.of("Memory of " + one.name() + ", sold as " + one.sold() + ": "
                    + Unit.BYTES.print(one.bytes()) + ", " + one.remark() + "."));
            rows.add(List.of("The speed is a bound: every byte is read once a step at the full bandwidth, "
                    + (one.gigaflops() > 0 ? "arithmetic runs at the full dense 16-bit rate, " : "")
                    + "and nothing else takes time."));
        });
        return rows;
    }

    private String sequences() {
        return load().sequences() == 1 ? "one sequence" : Numerals.grouped(load().sequences()) + " sequences";
    }

    private static String tokens(long tokens) {
        return Contexts.label(tokens) + " tokens";
    }

    private String longest(long tokens) {
        String most = tokens == Load.LONGEST_CONTEXT ? "any" : Numerals.grouped(tokens) + " tokens";
        long configured = model.context().configured();
        return tokens > configured ? most + " (the configuration ends at " + tokens(configured) + ")" : most;
    }

    private static String bytes(long bytes) {
        return Unit.BYTES.print(bytes) + " (" + Numerals.threeDigits(bytes, 1_000_000_000) + " GB)";
    }

    private String smallest() {
        return fit.smallestCard()
                .map(one -> one.name() + " (" + one.word() + ", " + Unit.BYTES.print(one.bytes()) + ")")
                .orElse("none that is known here");
    }

    private static List<String> row(String label, long bytes) {
        return List.of(label, Unit.BYTES.print(bytes), Numerals.grouped(bytes));
    }

    /** The same for machines. */
    public Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model.id());
        object.put("name", model.name());
        FitFigures.write(
                fit,
                memory.orElse(0L),
                card.map(Card::megabytesPerSecond).orElse(0L),
                card.map(Card::gigaflops).orElse(0L),
                new FigureMap(object));
        object.put("weights_measured", fit.isMeasured());
        object.put(
                "configured_context",
                model.context().isLimited() ? model.context().configured() : null);
        object.put("smallest_card", fit.smallestCard().map(Card::word).orElse(null));
        object.put("card", card.map(Card::word).orElse(null));
        object.put("verdict", verdict());
        return object;
    }

    /** A row for each model; what lies on each card is in the JSON alone. */
    public static String csv(List<FitReport> reports) {
        CsvText csv = new CsvText();
        boolean first = true;
        for (FitReport report : reports) {
            List<String> header = new ArrayList<>();
            List<String> fields = new ArrayList<>();
            report.json().forEach((key, value) -> {
                if (value instanceof Map<?, ?> parts) {
                    parts.forEach((part, bytes) -> {
                        header.add(part + "_bytes");
                        fields.add(String.valueOf(bytes));
                    });
                } else if (!(value instanceof List)) {
                    header.add(key);
                    fields.add(value == null ? "" : String.valueOf(value));
                }
            });
            if (first) {
                csv.row(header);
                first = false;
            }
            csv.row(fields);
        }
        return csv.toString();
    }
}
