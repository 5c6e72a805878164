package dev.archnotes.site.plan;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.TrendSubject;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.chart.TrendChart;
import dev.archnotes.site.drawing.chart.TrendChart.Level;
import dev.archnotes.site.drawing.chart.TrendChart.Mechanism;
import dev.archnotes.site.drawing.chart.TrendChart.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The small charts of the home page: each trend in the models, family by family. */
final class TrendCharts {
    private final Catalogue catalogue;

    TrendCharts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The chart of a trend; none on a site without models. */
    Optional<TrendChart> of(TrendSubject subject) {
        if (catalogue.families().isEmpty()) {
            return Optional.empty();
        }
        List<Level> shares = List.of(new Level(0, "0"), new Level(50, "50 %"), new Level(100, "100 %"));
        switch (subject) {
            case ACTIVE_SHARE:
                return Optional.of(TrendChart.bars(
                        "Share of the weights that act on one token, in the largest variant",
                        PartColor.FEED_FORWARD,
                        shares(
                                sheet -> sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL),
                                sheet -> sheet.whole(FactPath.PARAMETERS_TOTAL)),
                        shares));
            case CACHED_NUMBERS:
                return Optional.of(TrendChart.bars(
                        "Share that is cached of a key and a value for each query head, in the largest variant",
                        PartColor.ATTENTION,
                        shares(TrendCharts::numbersKept, TrendCharts::numbersOfAllHeads),
                        shares));
            case REMEMBERING_LAYERS:
                return Optional.of(TrendChart.bars(
                        "Share of the layers that do not keep every token, in the largest variant",
                        PartColor.ATTENTION,
                        shares(
                                sheet -> sheet.whole(FactPath.LAYERS) - rememberingLayers(sheet),
                                sheet -> sheet.whole(FactPath.LAYERS)),
                        shares));
            case NORMS:
                return Optional.of(norms());
            case SIZES:
                return Optional.of(TrendChart.spans(
                        "Total parameters, from the smallest to the largest variant",
                        PartColor.EMBEDDING,
                        sizes(),
                        List.of(
                                new Level(1e8, "0.1B"),
                                new Level(1e9, "1B"),
                                new Level(1e10, "10B"),
                                new Level(1e11, "100B"),
                                new Level(1e12, "1T"))));
            default:
                throw new IllegalStateException("no chart of " + subject);
        }
    }

    /** Layers that keep something of every token: all but windows, chunks, states and lone feed-forwards. */
    private static long rememberingLayers(FactSheet sheet) {
        return keepingLayers(sheet)
                - count(sheet, FactPath.ATTENTION_WINDOW_LAYERS)
                - count(sheet, FactPath.ATTENTION_CHUNK_LAYERS);
    }

    /** Layers that keep something of a token, be it for a while. */
    private static long keepingLayers(FactSheet sheet) {
        return sheet.whole(FactPath.LAYERS)
                - count(sheet, FactPath.ATTENTION_LINEAR_LAYERS)
                - count(sheet, FactPath.ATTENTION_CONVOLUTION_LAYERS)
                - count(sheet, FactPath.ATTENTION_PICTURE_LAYERS)
                - count(sheet, FactPath.ATTENTION_NONE_LAYERS);
    }

    /** Numbers per token and layer among the layers that have a cache; two bytes each. */
    private static long numbersKept(FactSheet sheet) {
        return sheet.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN) / 2 / keepingLayers(sheet);
    }

    /** What they would be if each query head had a key and a value of its own. */
    private static long numbersOfAllHeads(FactSheet sheet) {
        long width = sheet.whole(FactPath.ATTENTION_HEAD_DIM);
        // of other models the fact speaks of linear layers, which have no cache
        long valueWidth = count(sheet, FactPath.ATTENTION_LATENT_LAYERS) > 0
                ? sheet.whole(FactPath.ATTENTION_VALUE_HEAD_DIM)
                : width;
        return sheet.whole(FactPath.ATTENTION_HEADS) * (width + valueWidth);
    }

    private static long count(FactSheet sheet, FactPath path) {
        return sheet.find(path).isPresent() ? sheet.whole(path) : 0;
    }

    /** A quotient of each family's flagship in percent. */
    private List<Value> shares(ToLongFunction<FactSheet> part, ToLongFunction<FactSheet> whole) {
        return values(
                sheet -> 100.0 * part.applyAsLong(sheet) / whole.applyAsLong(sheet),
                sheet -> share(part.applyAsLong(sheet), whole.applyAsLong(sheet)));
    }

    private static String share(long part, long whole) {
        return part == 0 ? "none" : part == whole ? "all" : Numerals.quotient(100 * part, whole, 1) + " %";
    }

    private List<Value> values(ToDoubleFunction<FactSheet> value, Function<FactSheet, String> print) {
        return dated().stream()
                .map(family -> {
                    FactSheet sheet = catalogue.sheet(family.flagship());
                    return value(family, value.applyAsDouble(sheet), value.applyAsDouble(sheet), print.apply(sheet));
                })
                .toList();
    }

    /** The families that have a place on a scale of years. */
    private List<ModelFamily> dated() {
        return catalogue.familiesByDate().stream()
                .filter(family -> !family.announced().isEmpty())
                .toList();
    }

    private Value value(ModelFamily family, double least, double most, String printed) {
        return new Value(family.name(), Integer.parseInt(family.announced().substring(0, 4)), least, most, printed);
    }

    private List<Value> sizes() {
        List<Value> values = new ArrayList<>();
        for (ModelFamily family : dated()) {
            List<Long> totals = family.variants().stream()
                    .map(variant -> catalogue.sheet(variant).whole(FactPath.PARAMETERS_TOTAL))
                    .sorted()
                    .toList();
            long least = totals.get(0);
            long most = totals.get(totals.size() - 1);
            String printed = Unit.PARAMETERS.print(most);
            values.add(value(
                    family, least, most, least == most ? printed : Unit.PARAMETERS.print(least) + " to " + printed));
        }
        return values;
    }

    private TrendChart norms() {
        List<Mechanism> rows = List.of(
                row("LayerNorm", "layer-norm"),
                row("RMSNorm", "rms-norm"),
                row("output norm", "inside-branch-norm", "sandwich-norm"),
                row("QK-norm", "qk-norm"));
        List<Value> values = new ArrayList<>();
        List<ModelFamily> families = dated();
        for (int i = 0; i < families.size(); i++) {
            List<String> used = new ArrayList<>();
            for (Mechanism row : rows) {
                if (row.used().get(i)) {
                    used.add(row.name());
                }
            }
            values.add(value(families.get(i), 0, 0, String.join(", ", used)));
        }
        return TrendChart.dots(
                "Which norms each family has, in at least one variant", PartColor.NORMALIZATION, values, rows);
    }

    private Mechanism row(String name, String... features) {
        return new Mechanism(
                name,
                dated().stream()
                        .map(family -> family.variants().stream().anyMatch(variant -> hasAny(variant, features)))
                        .toList());
    }

    private static boolean hasAny(Variant variant, String... features) {
        for (String feature : features) {
            if (MechanismGroup.named(feature)
                    .filter(known -> known.usedBy(variant.architecture()))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
