package dev.archnotes.site.cli.report;

import dev.archnotes.model.checkpoint.StoredWeight;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.verify.Difference;
import dev.archnotes.model.verify.Measured;
import dev.archnotes.model.verify.Verification;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What was measured in a checkpoint, and in what it differs from the ledger, as tables and as plain values. */
public final class CheckpointReport {
    private static final String UNKNOWN = "–";

    private CheckpointReport() {}

    /** Differences that are the same but for the numbers of layer and expert. */
    private record Pattern(Difference.Kind kind, String name, String expected, String found, String detail) {
        static Pattern of(Difference difference) {
            return new Pattern(
                    difference.kind(),
                    pattern(difference.name()),
                    difference.expected().map(CheckpointReport::shape).orElse(UNKNOWN),
                    difference.found().map(CheckpointReport::shape).orElse(UNKNOWN),
                    difference.detail());
        }
    }

    /** {@code model.layers.*.mlp.up_proj.weight}. */
    private static String pattern(String name) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : name.split("\\.", -1)) {
            boolean number = !segment.isEmpty() && segment.chars().allMatch(c -> c >= '0' && c <= '9');
            pattern.append(pattern.length() == 0 ? "" : ".").append(number ? "*" : segment);
        }
        return pattern.toString();
    }

    private static String shape(List<Long> sizes) {
        return sizes.isEmpty()
                ? "1"
                : String.join(" × ", sizes.stream().map(Numerals::grouped).toList());
    }

    /** How often each number format occurs. */
    private static Map<String, Measured> formats(List<StoredWeight> weights) {
        Map<String, Measured> formats = new TreeMap<>();
        for (StoredWeight weight : weights) {
            formats.put(
                    weight.layout(),
                    formats.getOrDefault(weight.layout(), Measured.NONE).and(weight));
        }
        return formats;
    }

    private static Measured all(Map<String, Measured> formats) {
        Measured all = Measured.NONE;
        for (Measured format : formats.values()) {
            all = all.and(format);
        }
        return all;
    }

    private static long scaleBytes(List<StoredWeight> weights) {
        long sum = 0;
        for (StoredWeight weight : weights) {
            sum = Math.addExact(sum, weight.scaleBytes());
        }
        return sum;
    }

    private static String bits(Measured measured) {
        return measured.elements() == 0
                ? UNKNOWN
                : BigDecimal.valueOf(measured.bytes())
                        .multiply(BigDecimal.valueOf(8))
                        .divide(BigDecimal.valueOf(measured.elements()), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /**
     * What is in the files.
     *
     * @param files how many there are
     * @param weights the weights in them
     */
    public static List<Report.Section> measured(int files, List<StoredWeight> weights) {
        Map<String, Measured> byFormat = formats(weights);
        Measured all = all(byFormat);
        List<List<String>> totals = List.of(
                List.of("Files", Numerals.grouped(files)),
                List.of("Weights", Numerals.grouped(all.weights())),
                List.of("Elements", Numerals.grouped(all.elements())),
                List.of("Bytes", Numerals.grouped(all.bytes()), Unit.BYTES.print(all.bytes())),
                List.of("  of them scales and the like", Numerals.grouped(scaleBytes(weights))));
        List<List<String>> formats = new ArrayList<>();
        byFormat.forEach((layout, measured) -> formats.add(List.of(
                layout,
                Numerals.grouped(measured.weights()),
                Numerals.grouped(measured.elements()),
                Numerals.grouped(measured.bytes()),
                bits(measured))));
        return List.of(
                new Report.Section("Measured in the checkpoint", List.of(), totals),
                new Report.Section(
                        "Number formats", List.of("", "weights", "elements", "bytes", "bits an element"), formats));
    }

    /**
     * The names alone, where no file is there.
     *
     * @param stated the bytes of all tensors, as the index states them
     */
    public static List<Report.Section> named(List<StoredWeight> weights, OptionalLong stated) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Weights", Numerals.grouped(weights.size())));
        if (stated.isPresent()) {
            long bytes = stated.getAsLong();
            rows.add(List.of("Bytes, as it states", Numerals.grouped(bytes), Unit.BYTES.print(bytes)));
        }
        return List.of(new Report.Section("Named in the index", List.of(), rows));
    }

    /** The parts of the decoder as measured and as computed. */
    public static Report.Section parts(Verification verification, Architecture architecture) {
        WeightInventory ledger = WeightInventory.of(architecture);
        List<List<String>> rows = new ArrayList<>();
        for (Part part : Part.values()) {
            Measured measured = verification.parts().getOrDefault(part, Measured.NONE);
            long computed = ledger.elements(part);
            if (measured.weights() > 0 || computed > 0) {
                rows.add(List.of(
                        part.label(),
                        Numerals.grouped(computed),
                        Numerals.grouped(measured.elements()),
                        measured.elements() == computed
                                ? ""
                                : Numerals.grouped(Math.subtractExact(measured.elements(), computed)),
                        Numerals.grouped(measured.bytes())));
            }
        }
        return new Report.Section(
                "Parts of the decoder", List.of("", "computed", "measured", "difference", "bytes"), rows);
    }

    /** What was compared, and what differs. */
    public static List<Report.Section> compared(Verification verification) {
        List<List<String>> counts = new ArrayList<>();
        counts.add(List.of("Names", verification.naming().orElse("not known")));
        counts.add(List.of("Tensors of the ledger", Numerals.grouped(verification.expected())));
        counts.add(List.of("  there as computed", Numerals.grouped(verification.same())));
        counts.add(List.of(
                "Differences", Numerals.grouped(verification.differences().size())));
        List<Report.Section> sections = new ArrayList<>();
        sections.add(new Report.Section("Compared with the ledger", List.of(), counts));
        if (!verification.notes().isEmpty()) {
            sections.add(new Report.Section(
                    "Besides the decoder",
                    List.of("", "weights", "elements", "bytes"),
                    verification.notes().stream()
                            .map(note -> List.of(
                                    note.what(),
                                    Numerals.grouped(note.measured().weights()),
                                    Numerals.grouped(note.measured().elements()),
                                    Numerals.grouped(note.measured().bytes())))
                            .toList()));
        }
        Map<Pattern, List<Difference>> patterns = new LinkedHashMap<>();
        verification.differences().stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .forEach(difference -> patterns.computeIfAbsent(Pattern.of(difference), pattern -> new ArrayList<>())
                        .add(difference));
        if (!patterns.isEmpty()) {
            List<List<String>> rows = new ArrayList<>();
            patterns.forEach((pattern, alike) -> rows.add(List.of(
                    pattern.kind().word(),
                    alike.size() == 1 ? alike.get(0).name() : pattern.name(),
                    alike.size() == 1 ? "" : Numerals.grouped(alike.size()),
                    pattern.expected(),
                    pattern.found(),
                    pattern.detail())));
            sections.add(
                    new Report.Section("Differences", List.of("", "tensor", "times", "expected", "found", ""), rows));
        }
        return sections;
    }

    /** What was measured, as plain values. */
    public static Map<String, Object> measuredValues(int files, List<StoredWeight> weights) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("files", files);
        Map<String, Measured> byFormat = formats(weights);
        values.putAll(values(all(byFormat)));
        values.put("scale_bytes", scaleBytes(weights));
        Map<String, Object> formats = new LinkedHashMap<>();
        byFormat.forEach((layout, measured) -> formats.put(layout, values(measured)));
        values.put("formats", formats);
        return values;
    }

    private static Map<String, Object> values(Measured measured) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("weights", measured.weights());
        values.put("elements", measured.elements());
        values.put("bytes", measured.bytes());
        return values;
    }

    /** What was compared and what differs, as plain values. */
    public static Map<String, Object> comparedValues(Verification verification, Architecture architecture) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("names", verification.naming().orElse(null));
        values.put("expected", verification.expected());
        values.put("same", verification.same());
        values.put("agrees", verification.agrees());
        List<Object> differences = new ArrayList<>();
        for (Difference difference : verification.differences()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("kind", difference.kind().word());
            one.put("tensor", difference.name());
            one.put("expected", difference.expected().orElse(null));
            one.put("found", difference.found().orElse(null));
            one.put("detail", difference.detail());
            differences.add(one);
        }
        values.put("differences", differences);
        List<Object> notes = new ArrayList<>();
        for (Verification.Note note : verification.notes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", note.what());
            one.putAll(values(note.measured()));
            notes.add(one);
        }
        values.put("besides", notes);
        values.put("parts", partValues(verification, architecture));
        values.put("decoder_elements", WeightInventory.of(architecture).elements(LedgerRow.Scope.DECODER));
        return values;
    }

    /** The parts of the decoder as computed and as measured, as plain values. */
    public static Map<String, Object> partValues(Verification verification, Architecture architecture) {
        WeightInventory ledger = WeightInventory.of(architecture);
        Map<String, Object> parts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("computed", ledger.elements(part));
            one.putAll(values(verification.parts().getOrDefault(part, Measured.NONE)));
            parts.put(part.key(), one);
        }
        return parts;
    }

    /** Plain values in two columns: the keys from the top down to each, joined by periods, and the value there. */
    public static List<List<String>> cells(Map<String, Object> values) {
        List<List<String>> cells = new ArrayList<>();
        addCells("measured", values, cells);
        return List.copyOf(cells);
    }

    private static void addCells(String path, Object value, List<List<String>> cells) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inside) -> addCells(path + "." + key, inside, cells));
        } else {
            cells.add(List.of(path, String.valueOf(value)));
        }
    }
}
