package dev.archnotes.site.cli.report;

import dev.archnotes.model.fact.Contexts;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** All facts of one variant: grouped as the dictionary groups them, parameters and cache in tables of their own. */
public final class FactReport {
    private static final long[] PRECISIONS = {16, 8, 4};

    private FactReport() {}

    /**
     * The report.
     *
     * @param variant the variant
     * @param context a context of the reader's own, besides the usual ones
     * @param ledger whether to list every tensor
     */
    public static Report of(Variant variant, Optional<Long> context, boolean ledger) {
        FactSheet sheet = FactSheet.of(variant);
        List<Report.Section> sections = new ArrayList<>();
        for (FactDefinition.Group group : FactDefinition.Group.values()) {
            if (group == FactDefinition.Group.PARAMETERS) {
                sections.add(parameters(variant, sheet));
            } else if (group == FactDefinition.Group.CACHE) {
                sections.add(facts(variant, sheet, group, "kv_cache.bytes_at", "kv_cache.naive"));
                sections.add(cache(variant, context));
            } else {
                sections.add(facts(variant, sheet, group));
            }
        }
        sections.removeIf(section -> section.rows().isEmpty());
        if (ledger) {
            sections.add(ledger(variant.architecture()));
        }
        return new Report(variant.name(), sections);
    }

    private static Report.Section facts(
            Variant variant, FactSheet sheet, FactDefinition.Group group, String... leftOut) {
        // of a bare configuration nobody knows what its makers published
        boolean bare = variant.release().equals(Variant.Release.UNKNOWN);
        List<List<String>> rows = new ArrayList<>();
        for (Fact fact : sheet.facts()) {
            FactDefinition definition = Dictionary.of(fact.path());
            boolean shown = definition.group() == group && !(bare && fact.value() instanceof FactValue.NotPublished);
            for (String prefix : leftOut) {
                shown = shown && !fact.path().startsWith(prefix);
            }
            if (shown) {
                rows.add(List.of(label(variant, fact.path()), fact.value().print(), exact(fact.value())));
            }
            if (group == FactDefinition.Group.SHAPE
                    && fact.path().equals(FactPath.TIED_EMBEDDINGS)
                    && !variant.context().isLimited()) {
                rows.add(List.of(Dictionary.of(FactPath.CONTEXT_CONFIGURED).label(), "not limited", ""));
            }
        }
        return new Report.Section(group.label(), List.of(), rows);
    }

    /**
     * What a row is called: a configuration alone does not tell which tensors a checkpoint stores twice or leaves out.
     */
    private static String label(Variant variant, FactPath path) {
        boolean ofCheckpoint =
                path.equals(FactPath.PARAMETERS_STORED_ELEMENTS) || path.equals(FactPath.WEIGHTS_RELEASED_BYTES);
        boolean unseen = variant.release().equals(Variant.Release.UNKNOWN);
        return Dictionary.of(path).label() + (ofCheckpoint && unseen ? ", if each tensor is stored once" : "");
    }

    private static Report.Section parameters(Variant variant, FactSheet sheet) {
        long total = sheet.whole(FactPath.PARAMETERS_TOTAL);
        List<List<String>> rows = new ArrayList<>();
        for (Fact fact : sheet.facts()) {
            FactDefinition definition = Dictionary.of(fact.path());
            if (definition.group() == FactDefinition.Group.PARAMETERS
                    && fact.value() instanceof FactValue.Whole whole) {
                boolean part = fact.path().startsWith("parameters.groups.");
                if (whole.value() > 0 || !part) {
                    boolean share = part || fact.path().startsWith("parameters.active.");
                    String percent = share ? new FactValue.Ratio(whole.value(), total, true).print() : "";
                    rows.add(List.of(
                            (part ? "  " : "") + label(variant, fact.path()),
                            whole.print(),
                            Numerals.grouped(whole.value()),
                            percent));
                }
            }
        }
        return new Report.Section(FactDefinition.Group.PARAMETERS.label(), List.of("", "", "exact", "of total"), rows);
    }

    private static Report.Section cache(Variant variant, Optional<Long> context) {
        TreeSet<Long> contexts = new TreeSet<>();
        for (long stated : Contexts.STATED) {
            contexts.add(stated);
        }
        if (variant.context().isLimited()) {
            contexts.add(variant.context().configured());
        }
        context.ifPresent(contexts::add);
        CacheSize cache = CacheSize.of(variant.architecture());
        List<List<String>> rows = new ArrayList<>();
        for (long tokens : contexts) {
            List<String> row = new ArrayList<>(List.of(
                    Contexts.label(tokens) + (tokens == variant.context().configured() ? " (configured)" : "")));
            for (long bits : PRECISIONS) {
                row.add(Unit.BYTES.print(cache.bytesAt(tokens, bits)));
            }
            row.add(cache.hasState() ? "–" : Unit.BYTES.print(cache.naiveBytesAt(tokens, PRECISIONS[0])));
            rows.add(row);
        }
        return new Report.Section(
                "Cache of one sequence", List.of("tokens", "16 bits", "8 bits", "4 bits", "16 bits, naive"), rows);
    }

    private static Report.Section ledger(Architecture architecture) {
        List<List<String>> rows = new ArrayList<>();
        for (LedgerRow row : WeightInventory.of(architecture).rows()) {
            List<String> shape =
                    row.tensor().shape().stream().map(Numerals::grouped).toList();
            String copies =
                    row.tensor().copies() > 1 ? Numerals.grouped(row.tensor().copies()) : "";
            rows.add(List.of(
                    row.section(),
                    row.tensor().name(),
                    String.join(" × ", shape),
                    copies,
                    Numerals.grouped(row.layers()),
                    Numerals.grouped(row.elements()),
                    row.tensor().part().label()));
        }
        return new Report.Section(
                "Tensors", List.of("where", "tensor", "shape", "copies", "layers", "weights", "counted as"), rows);
    }

    private static String exact(FactValue value) {
        if (!(value instanceof FactValue.Whole whole) || whole.unit() == Unit.GIGAFLOPS) {
            return "";
        }
        String plain = Numerals.grouped(whole.value());
        return plain.equals(whole.print()) ? "" : plain;
    }
}
