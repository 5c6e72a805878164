package dev.archnotes.site.plan;

import dev.archnotes.model.number.Numerals;
import dev.archnotes.site.page.FactView;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that depend on the context as a table, a line for each context: in a list they would stand one after another,
 * and nobody could read along either side.
 */
final class FigureMatrix {
    private static final String CONFIGURED = "context";

    /** What the columns are called, by what stands before the context in the paths of their facts. */
    private static final Map<String, String> COLUMNS = columns();

    private FigureMatrix() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("kv_cache.bytes_at", "16 bits");
        columns.put("kv_cache.bytes_at_8_bits", "8 bits");
        columns.put("kv_cache.bytes_at_4_bits", "4 bits");
        columns.put("kv_cache.naive_bytes_at", "If every layer kept all");
        columns.put("cost.attention_flops_per_token_at", "Attention, a token");
        columns.put("cost.flops_per_token_at", "All, a token");
        columns.put("cost.prefill_flops_at", "The whole prompt");
        columns.put("cost.bytes_read_per_token_at", "Bytes read, a token");
        return columns;
    }

    /** Whether a fact stands in a table. */
    static boolean holds(FactView fact) {
        return COLUMNS.containsKey(stem(fact.path()));
    }

    /**
     * The table of these facts; empty where none belongs into one.
     *
     * @param configured the configured context, in tokens: where a line has just that many, both are one
     */
    static Optional<VariantPage.Matrix> of(List<FactView> facts, long configured) {
        Map<String, List<FactView>> byContext = new LinkedHashMap<>();
        List<String> stems = new ArrayList<>();
        for (FactView fact : facts) {
            if (holds(fact)) {
                byContext
                        .computeIfAbsent(context(fact.path()), context -> new ArrayList<>())
                        .add(fact);
            }
        }
        COLUMNS.keySet().stream()
                .filter(stem ->
                        facts.stream().anyMatch(fact -> stem(fact.path()).equals(stem)))
                .forEach(stems::add);
        if (stems.isEmpty()) {
            return Optional.empty();
        }
        boolean told = byContext.containsKey(Long.toString(configured));
        List<VariantPage.MatrixRow> rows = new ArrayList<>();
        byContext.forEach((context, ofContext) -> {
            boolean isConfigured = context.equals(CONFIGURED);
            if (isConfigured && told) {
                return;
            }
            boolean both = context.equals(Long.toString(configured));
            List<VariantPage.MatrixCell> cells = new ArrayList<>();
            for (String stem : stems) {
                cells.add(new VariantPage.MatrixCell(
                        ofContext.stream()
                                .filter(fact -> stem(fact.path()).equals(stem))
                                .findFirst(),
                        both && byContext.containsKey(CONFIGURED) ? stem + "." + CONFIGURED : ""));
            }
            String tokens = Numerals.grouped(isConfigured ? configured : Long.parseLong(context));
            rows.add(new VariantPage.MatrixRow(tokens, isConfigured || both, cells));
        });
        return Optional.of(
                new VariantPage.Matrix(stems.stream().map(COLUMNS::get).toList(), rows));
    }

    private static String stem(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    private static String context(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
