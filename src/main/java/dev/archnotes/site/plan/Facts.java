package dev.archnotes.site.plan;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Cell;
import dev.archnotes.site.page.ComparisonTable;
import dev.archnotes.site.page.FactView;
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

    Cell cell(Variant variant, String path) {
        return Cell.of(catalogue.sheet(variant).find(path), page.to(Paths.working(variant, path)));
    }

    /** A fact with its label and working; a fact that does not apply says so. */
    FactView view(Variant variant, String path, String note) {
        FactDefinition definition = Dictionary.find(path).orElseThrow();
        Optional<Fact> fact = catalogue.sheet(variant).find(path);
        return new FactView(
                path,
                definition.label(),
                definition.description(),
                cell(variant, path),
                fact.flatMap(found -> Working.of(found, variant, page)),
                note);
    }

    /** The figures that a reader asks for first. */
    List<FactView> strip(Variant variant) {
        FactSheet sheet = catalogue.sheet(variant);
        List<FactView> strip = new ArrayList<>();
        strip.add(view(variant, "parameters.total", ""));
        long total = sheet.whole("parameters.total");
        long active = sheet.whole("parameters.active.all");
        strip.add(view(
                variant,
                "parameters.active.all",
                active == total ? "all" : new FactValue.Ratio(active, total, true).print()));
        strip.add(view(variant, "layers", sheet.print("attention.mix").orElse("")));
        strip.add(view(variant, "kv_cache.bytes_per_token", ""));
        strip.add(view(
                variant,
                "kv_cache.bytes_at.32768",
                sheet.whole("context.configured") < 32768 ? "beyond its context" : ""));
        strip.add(view(variant, "context.configured", "tokens"));
        strip.add(view(variant, "license", ""));
        return strip;
    }

    ComparisonTable table(String id, String caption, List<Variant> variants, List<String> paths, List<String> shown) {
        List<ComparisonTable.Column> columns = new ArrayList<>();
        for (String path : paths) {
            FactDefinition definition = Dictionary.find(path).orElseThrow();
            columns.add(new ComparisonTable.Column(
                    path,
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
                    sheet.find("feed_forward.experts").isPresent(),
                    attentionKinds(sheet),
                    sheet.whole("parameters.total"),
                    variant.license(),
                    variant.weightsReleased(),
                    cells));
        }
        return new ComparisonTable(id, caption, columns, rows);
    }

    private static String attentionKinds(FactSheet sheet) {
        String kinds = sheet.print("attention.kind").orElse("").replace(" + ", "|");
        if (sheet.find("attention.window_layers").isPresent()) {
            kinds += "|sliding-window attention";
        }
        if (sheet.find("attention.chunk_layers").isPresent()) {
            kinds += "|chunked attention";
        }
        return kinds;
    }

    private boolean numeric(List<Variant> variants, String path) {
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
