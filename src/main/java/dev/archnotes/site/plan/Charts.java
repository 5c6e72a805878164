package dev.archnotes.site.plan;

import dev.archnotes.model.compare.ComparisonGroup;
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

    /** Two variants drawn on the page of their differences: a part that differs leads to its rows there. */
    AlignedPair pairAbove(Variant first, Variant second, Set<String> lit, Set<String> groups) {
        Map<ExplainedPart, String> leading = new EnumMap<>(links);
        for (ExplainedPart part : ExplainedPart.values()) {
            String group = group(part);
            if (groups.contains(group)) {
                leading.put(part, "#diff-" + group);
            }
        }
        return AlignedPair.of(first, second, leading, lit);
    }

    /** The group of differing facts that tells of a part of the drawing. */
    private static String group(ExplainedPart part) {
        return switch (part) {
            case HEADS, SHARED_HEADS, LATENT, WINDOW, STATE, CACHE -> ComparisonGroup.ATTENTION.id();
            case FEED_FORWARD -> ComparisonGroup.FEED_FORWARD.id();
            case NORMALIZATION -> ComparisonGroup.NORMALIZATION.id();
            case POSITIONS -> ComparisonGroup.POSITIONS.id();
            case LAYERS -> ComparisonGroup.SHAPE.id();
            case MEMORY -> ComparisonGroup.MEMORY.id();
            case GENERATION -> ComparisonGroup.COST.id();
        };
    }

    /** Two variants drawn side by side, with the parts that differ brought out. */
    public AlignedPair pair(Variant first, Variant second, Set<String> lit) {
        return AlignedPair.of(first, second, links, lit);
    }
}
