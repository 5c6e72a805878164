package dev.archnotes.site.cli.report;

import dev.archnotes.model.deployment.Card;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.ledger.Deployment;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.files.data.CsvText;
import java.math.BigDecimal;
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
 * @param memory the memory in bytes, where one is asked for
 * @param card the card whose memory that is, where one is
 */
public record FitReport(Variant model, Fit fit, Optional<Long> memory, Optional<Card> card) {
    private static final List<String> PARTS =
            List.of("weights", "image_encoder", "cache", "workspace", "runtime", "total");

    /** What fits, in a sentence. */
    public String verdict() {
        long total = fit.totalBytes();
        if (memory.isEmpty()) {
            return "takes " + Unit.BYTES.print(total);
        }
        long room = memory.get() - total;
        return room >= 0
                ? "fits, with " + Unit.BYTES.print(room) + " to spare"
                : "does not fit, by " + Unit.BYTES.print(-room);
    }

    /** The report for people. */
    public Report report() {
        List<Report.Section> sections = new ArrayList<>();
        sections.add(new Report.Section("Memory", List.of("", "", "bytes"), memoryRows()));
        sections.add(new Report.Section("Verdict", List.of(), List.of(List.of(verdictLine()))));
        List<List<String>> others = new ArrayList<>();
        if (memory.isPresent()) {
            others.add(List.of("Longest context of " + sequences(), longest(fit.longestContext(memory.get()))));
            others.add(List.of(
                    "Most sequences of " + tokens(fit.context()), Numerals.grouped(fit.mostSequences(memory.get()))));
        }
        others.add(List.of("Smallest memory", bytes(fit.totalBytes())));
        others.add(List.of("Smallest card", smallest()));
        sections.add(new Report.Section("What else would fit", List.of(), others));
        sections.add(new Report.Section("Speed of decoding", List.of(), speedRows()));
        sections.add(new Report.Section("Counted so", List.of(), assumptions()));
        return new Report(model.name(), sections);
    }

    private List<List<String>> memoryRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(
                "Weights, " + fit.weights().label() + " ("
                        + Numerals.quotient(fit.tenThousandthsOfBitsPerWeight(), 10_000, 2) + " bits each)",
                fit.weightBytes()));
        if (fit.imageEncoderBytes() > 0) {
            rows.add(row("Image encoder", fit.imageEncoderBytes()));
        }
        rows.add(row(
                "Cache, " + fit.cache().label() + ", " + sequences() + " of " + tokens(fit.context()),
                fit.cacheBytes()));
        rows.add(row("Workspace", fit.workspaceBytes()));
        rows.add(row("Runtime", fit.runtimeBytes()));
        rows.add(row("Total", fit.totalBytes()));
        memory.ifPresent(bytes -> rows.add(
                row(card.map(Card::name).map(name -> "Memory of " + name).orElse("Memory"), bytes)));
        return rows;
    }

    private String verdictLine() {
        String beyond = fit.context() > model.context().configured()
                ? "; the configuration ends at " + tokens(model.context().configured())
                : "";
        return verdict() + beyond;
    }

    private List<List<String>> speedRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Read for a step at full context", bytes(fit.bytesRead())));
        card.ifPresent(one -> {
            long thousand = fit.mostTokensInThousandSeconds(one.megabytesPerSecond());
            rows.add(List.of(
                    "At most, on " + one.name() + " (" + Numerals.grouped(one.megabytesPerSecond() / 1000) + " GB/s)",
                    Numerals.threeDigits(thousand, 1000) + " tokens/s"
                            + (fit.sequences() > 1
                                    ? ", " + Numerals.threeDigits(thousand, Math.multiplyExact(1000, fit.sequences()))
                                            + " for each sequence"
                                    : "")));
        });
        return rows;
    }

    private List<List<String>> assumptions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Everything lies in one memory, and nothing is divided among cards."));
        if (fit.weights().isMixture()) {
            rows.add(List.of(
                    "Files of this format differ a little: this is llama.cpp's mixture without an importance matrix."));
        }
        model.architecture()
                .predictionModule()
                .ifPresent(module ->
                        rows.add(List.of("Without the prediction module, which only speculative decoding loads.")));
        rows.add(List.of(
                "Workspace: " + Fit.PIECE + " tokens of prompt at once, as llama.cpp does by default; --overhead "
                        + "states workspace and runtime together."));
        if (memory.isPresent() && card.isEmpty()) {
            rows.add(List.of("GB is 10⁹ bytes, GiB 2³⁰. Cards sold with \"24 GB\" have nearly 24 GiB; --card knows "
                    + "what their drivers report."));
        }
        card.ifPresent(one -> {
            rows.add(List.of("Memory of " + one.name() + ", sold as " + one.sold() + ": "
                    + Unit.BYTES.print(one.bytes()) + ", " + one.remark() + "."));
            rows.add(List.of("The speed is a bound: every byte is read once a step at the full bandwidth, and nothing "
                    + "else takes time."));
        });
        return rows;
    }

    private String sequences() {
        return fit.sequences() == 1 ? "one sequence" : Numerals.grouped(fit.sequences()) + " sequences";
    }

    private static String tokens(long tokens) {
        return Contexts.label(tokens) + " tokens";
    }

    private String longest(long tokens) {
        String most = tokens == Deployment.LONGEST_CONTEXT ? "any" : Numerals.grouped(tokens) + " tokens";
        long configured = model.context().configured();
        return tokens > configured ? most + " (the configuration ends at " + tokens(configured) + ")" : most;
    }

    private static String bytes(long bytes) {
        return Unit.BYTES.print(bytes) + " (" + Numerals.threeDigits(bytes, 1_000_000_000) + " GB)";
    }

    private String smallest() {
        return Card.smallest(fit.totalBytes())
                .map(one -> one.name() + " (" + one.word() + ", " + Unit.BYTES.print(one.bytes()) + ")")
                .orElse("none that is known here");
    }

    private static List<String> row(String label, long bytes) {
        return List.of(label, Unit.BYTES.print(bytes), Numerals.grouped(bytes));
    }

    private List<Long> parts() {
        return List.of(
                fit.weightBytes(),
                fit.imageEncoderBytes(),
                fit.cacheBytes(),
                fit.workspaceBytes(),
                fit.runtimeBytes(),
                fit.totalBytes());
    }

    /** The same for machines. */
    public Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("model", model.id());
        object.put("name", model.name());
        object.put("context", fit.context());
        object.put(
                "configured_context",
                model.context().isLimited() ? model.context().configured() : null);
        object.put("sequences", fit.sequences());
        object.put("weights", fit.weights().word());
        object.put("cache", fit.cache().word());
        Map<String, Object> bytes = new LinkedHashMap<>();
        for (int i = 0; i < PARTS.size(); i++) {
            bytes.put(PARTS.get(i), parts().get(i));
        }
        object.put("bytes", bytes);
        object.put("bits_per_weight", BigDecimal.valueOf(fit.tenThousandthsOfBitsPerWeight(), 4));
        object.put("memory_bytes", memory.orElse(null));
        object.put("fits", memory.map(fit::fits).orElse(null));
        object.put("spare_bytes", memory.map(one -> one - fit.totalBytes()).orElse(null));
        object.put("longest_context", memory.map(fit::longestContext).orElse(null));
        object.put("most_sequences", memory.map(fit::mostSequences).orElse(null));
        object.put(
                "smallest_card", Card.smallest(fit.totalBytes()).map(Card::word).orElse(null));
        object.put("bytes_read_per_step", fit.bytesRead());
        object.put("card", card.map(Card::word).orElse(null));
        object.put(
                "most_tokens_per_second",
                card.map(one -> BigDecimal.valueOf(fit.mostTokensInThousandSeconds(one.megabytesPerSecond()), 3))
                        .orElse(null));
        object.put("verdict", verdict());
        return object;
    }

    /** A row for each model. */
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
                } else {
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
