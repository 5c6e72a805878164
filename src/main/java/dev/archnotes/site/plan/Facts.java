package dev.archnotes.site.plan;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.ComparisonTable;
import dev.archnotes.site.page.FactView;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts of variants as one page prints them, links included. */
final class Facts {
    private final Catalogue catalogue;
    private final PagePath page;

    Facts(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    Cell cell(Variant variant, FactPath path) {
        FactSheet sheet = catalogue.sheet(variant);
        Cell cell =
                Cell.of(sheet.find(path), page.to(Paths.working(variant, path))).disputedAt(disputed(variant, path));
        return sheet.isBeyondContext(path) ? cell.beyondContext() : cell;
    }

    /** What sources differ about, and where that is told. */
    Optional<Link> disputed(Variant variant, FactPath path) {
        return catalogue
                .disputed(variant, path)
                .map(found -> new Link(
                        found.entry().subject(),
                        page.to(Paths.note(found.note()).value() + "#"
                                + found.entry().id())));
    }

    /** The facts of the columns that an author chose, which the checks found to be facts. */
    static List<FactPath> paths(List<String> columns) {
        return columns.stream()
                .map(column -> Dictionary.named(column).orElseThrow().path())
                .toList();
    }

    /** A fact with its label and working; a fact that does not apply says so. */
    FactView view(Variant variant, FactPath path, String note) {
        FactDefinition definition = Dictionary.of(path);
        Optional<Fact> fact = catalogue.sheet(variant).find(path);
        return new FactView(
                path.text(),
                definition.label(),
                definition.description(),
                cell(variant, path),
                fact.flatMap(found -> Working.of(found, variant, page)),
                note);
    }

    /** The figures that a reader asks for first: active weights as the makers count them, caches that multiply. */
    List<FactView> strip(Variant variant) {
        FactSheet sheet = catalogue.sheet(variant);
        List<FactView> strip = new ArrayList<>();
        strip.add(view(variant, FactPath.PARAMETERS_TOTAL, ""));
        long total = sheet.whole(FactPath.PARAMETERS_TOTAL);
        boolean dense = sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL) == total;
        FactPath active = dense ? FactPath.PARAMETERS_ACTIVE_ALL : activeAsPublished(variant);
        String share = new FactValue.Ratio(sheet.whole(active), total, true).print();
        strip.add(view(variant, active, dense ? "all" : share + otherCount(sheet, active)));
        strip.add(view(
                variant, FactPath.LAYERS, sheet.print(FactPath.ATTENTION_MIX).orElse("")));
        strip.add(cachePerToken(variant, sheet));
        strip.add(view(variant, headlineCache(sheet.whole(FactPath.CONTEXT_CONFIGURED)), ""));
        strip.add(view(variant, FactPath.CONTEXT_CONFIGURED, "tokens"));
        strip.add(view(variant, FactPath.LICENSE, ""));
        return strip;
    }

    /** The count that tables and search show, where the makers' own count is another. */
    private static String otherCount(FactSheet sheet, FactPath active) {
        return active.equals(FactPath.PARAMETERS_ACTIVE_ALL)
                ? ""
                : sheet.print(FactPath.PARAMETERS_ACTIVE_ALL)
                        .map(all -> "; " + all + " with all tables")
                        .orElse("");
    }

    private FactPath activeAsPublished(Variant variant) {
        return catalogue
                .family(variant.family())
                .map(family ->
                        PublishedFigures.of(family.variants(), catalogue::sheet).active())
                .orElse(FactPath.PARAMETERS_ACTIVE_ALL);
    }

    /** What a token adds; where windows or states do not grow, what they hold stands beside it. */
    private FactView cachePerToken(Variant variant, FactSheet sheet) {
        return sheet.whole(FactPath.KV_CACHE_FIXED_BYTES) == 0
                ? view(variant, FactPath.KV_CACHE_BYTES_PER_TOKEN, "")
                : view(
                        variant,
                        FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN,
                        "plus " + sheet.print(FactPath.KV_CACHE_FIXED_BYTES).orElse("") + " fixed");
    }

    /** The cache at 32k, or at a shorter context that the model has. */
    static FactPath headlineCache(long context) {
        return context >= 32_768
                ? FactPath.kvCacheBytesAt(32_768)
                : context >= 4_096 ? FactPath.kvCacheBytesAt(4_096) : FactPath.KV_CACHE_BYTES_AT_CONTEXT;
    }

    ComparisonTable table(
            String id, String caption, List<Variant> variants, List<FactPath> paths, List<FactPath> shown) {
        List<ComparisonTable.Column> columns = new ArrayList<>();
        for (FactPath path : paths) {
            FactDefinition definition = Dictionary.of(path);
            columns.add(new ComparisonTable.Column(
                    path.text(),
                    definition.label(),
                    definition.group().label(),
                    numeric(variants, path),
                    shown.contains(path)));
        }
        List<ComparisonTable.Row> rows = new ArrayList<>();
        for (Variant variant : variants) {
            FactSheet sheet = catalogue.sheet(variant);
            List<Cell> cells = paths.stream().map(path -> cell(variant, path)).toList();
            rows.add(new ComparisonTable.Row(
                    variant.id(),
                    variant.name(),
                    page.to(Paths.variant(variant)),
                    variant.organization(),
                    sheet.find(FactPath.FEED_FORWARD_EXPERTS).isPresent(),
                    attentionKinds(sheet),
                    sheet.whole(FactPath.PARAMETERS_TOTAL),
                    sheet.whole(headlineCache(sheet.whole(FactPath.CONTEXT_CONFIGURED))),
                    sheet.whole(FactPath.CONTEXT_CONFIGURED),
                    variant.license(),
                    variant.weightsReleased(),
                    cells));
        }
        return new ComparisonTable(id, caption, columns, rows);
    }

    private static String attentionKinds(FactSheet sheet) {
        String kinds = sheet.print(FactPath.ATTENTION_KIND).orElse("").replace(" + ", "|");
        if (sheet.find(FactPath.ATTENTION_WINDOW_LAYERS).isPresent()) {
            kinds += "|sliding-window attention";
        }
        if (sheet.find(FactPath.ATTENTION_CHUNK_LAYERS).isPresent()) {
            kinds += "|chunked attention";
        }
        return kinds;
    }

    private boolean numeric(List<Variant> variants, FactPath path) {
        for (Variant variant : variants) {
            Optional<Fact> fact = catalogue.sheet(variant).find(path);
            if (fact.isPresent() && !(fact.get().value() instanceof FactValue.NotPublished)) {
                return fact.get().value() instanceof FactValue.Whole
                        || fact.get().value() instanceof FactValue.Ratio;
            }
        }
        return false;
    }
}
