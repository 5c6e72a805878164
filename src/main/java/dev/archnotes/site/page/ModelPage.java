package dev.archnotes.site.page;

import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.strip.LayerStrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page of a family.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param note its note
 * @param byline maker
 * @param released the day of the first release
 * @param shownVariant the variant whose figures stand in the strip, with its data sheet
 * @param strip its most asked-for figures
 * @param drawing the shown variant, part by part
 * @param layers its layers
 * @param memory the cache of the family's variants against context
 * @param cost operations of a token against context
 * @param bars where the weights of the variants sit
 * @param mechanisms the concepts that the specification says it uses
 * @param variants all variants in a table
 * @param ledger the shown variant's weights by part
 * @param total the sum of the ledger
 * @param published published figures of all variants, beside the computed ones
 * @param relatives the nearest families in structure, and those of known descent
 * @param previous the family before it by date
 * @param next the family after it
 * @param issueHref where a wrong figure can be reported
 */
public record ModelPage(
        Head head,
        Listing listing,
        NoteView note,
        String byline,
        Cell released,
        Link shownVariant,
        List<FactView> strip,
        ArchitectureDrawing drawing,
        LayerStrip layers,
        MemoryCurve memory,
        CostCurve cost,
        ParameterBars bars,
        List<Chip> mechanisms,
        ComparisonTable variants,
        List<LedgerGroup> ledger,
        String total,
        List<PublishedVariant> published,
        List<RelativeView> relatives,
        Optional<Neighbor> previous,
        Optional<Neighbor> next,
        String issueHref)
        implements Page {
    @Override
    public Needs needs() {
        return note.needs().and(Needs.of(Needs.Script.CHARTS));
    }

    /** A family's name alone could be anything about it; a result in a list says that its architecture is meant. */
    @Override
    public String tabTitle(String siteTitle) {
        return head.title() + " architecture · " + siteTitle;
    }

    /** Its table of contents. */
    public Contents contents() {
        List<Contents.Entry> sections = new ArrayList<>(List.of(
                new Contents.Entry("variants", "Variants"),
                new Contents.Entry("ledger", "Parameter ledger"),
                new Contents.Entry("memory", "Memory and cost")));
        if (!published.isEmpty()) {
            sections.add(new Contents.Entry("published", "Published and computed"));
        }
        return note.contents(sections);
    }

    /**
     * A related family.
     *
     * @param link the page of the two
     * @param note how they differ or are related
     */
    public record RelativeView(Link link, String note) {}

    /**
     * The published figures of one variant.
     *
     * @param name the variant
     * @param rows its figures
     */
    public record PublishedVariant(String name, List<PublishedRow> rows) {}

    /**
     * The family before or after by date.
     *
     * @param link its page
     * @param released when its first weights were released
     */
    public record Neighbor(Link link, Cell released) {}
}
