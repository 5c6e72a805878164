package dev.archnotes.site.plan;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.chart.Charted;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drawings as one page shows them, their parts linked to the concepts. */
public final class Charts {
    private final Map<ExplainedPart, String> links = new EnumMap<>(ExplainedPart.class);

    public Charts(Catalogue catalogue, PagePath page) {
        for (Note concept : catalogue.concepts()) {
            concept.part().ifPresent(part -> links.putIfAbsent(part, page.to(Paths.note(concept))));
        }
    }

    /** Variants with what has been derived of them, for charts. */
    static List<Charted> charted(Catalogue catalogue, List<Variant> variants) {
        List<String> families =
                catalogue.familiesByDate().stream().map(ModelFamily::slug).toList();
        return variants.stream()
                .map(variant -> new Charted(
                        variant,
                        catalogue.sheet(variant),
                        catalogue.ledger(variant),
                        Math.max(0, families.indexOf(variant.family()))))
                .toList();
    }

    /** The drawing of a variant, each part a link to its concept. */
    public ArchitectureDrawing architecture(Variant variant) {
        return ArchitectureDrawing.of(variant, links);
    }

    /** Two variants drawn side by side, with the parts that differ brought out. */
    public AlignedPair pair(Variant first, Variant second, Set<String> lit) {
        return AlignedPair.of(first, second, links, lit);
    }
}
