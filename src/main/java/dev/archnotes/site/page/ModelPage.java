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
 * @param release who made it, and when
 * @param shown the variant that stands for the family
 * @param charts its variants, drawn
 * @param mechanisms the concepts that the specification says it uses
 * @param variants all variants in a table
 * @param published published figures of all variants, beside the computed ones
 * @param neighbors families that are near to it
 */
public record ModelPage(
        Head head,
        Listing listing,
        NoteView note,
        Release release,
        Shown shown,
        Charts charts,
        List<Chip> mechanisms,
        ComparisonTable variants,
        List<PublishedVariant> published,
        Neighbors neighbors)
        implements Page {
    @Override
    public Needs needs() {
        return note.needs().and(Needs.of(Needs.Script.CHARTS)).and(Needs.of(Needs.Style.MODEL));
    }

    /** A family's name alone could be anything about it; a result in a list says that its architecture is meant. */
    @Override
    public String tabTitle(String siteTitle) {
        return head.title() + " architecture · " + siteTitle;
    }

    @Override
    public Optional<String> updated() {
        return note.note().updated();
    }

    /** Its table of contents. */
    public Contents contents() {
        List<Contents.Entry> sections = new ArrayList<>(
                List.of(new Contents.Entry("variants", "Variants"), new Contents.Entry("ledger", "Parameter ledger")));
        if (charts.hasCurves()) {
            sections.add(new Contents.Entry("memory", "Memory and cost"));
        }
        if (!published.isEmpty()) {
            sections.add(new Contents.Entry("published", "Published and computed"));
        }
        return note.contents(sections);
    }

    /**
     * A first release.
     *
     * @param maker who made the models
     * @param date the day
     */
    public record Release(String maker, Cell date) {}

    /**
     * The variant whose figures stand for the family.
     *
     * @param id its id
     * @param variant its name, with its data sheet
     * @param calculator the calculator with it chosen
     * @param strip its most asked-for figures
     * @param drawing its architecture, part by part
     * @param layers its layers; empty where the note shows them
     * @param ledger its weights by part
     * @param total the sum of the ledger
     */
    public record Shown(
            String id,
            Link variant,
            String calculator,
            List<FactView> strip,
            ArchitectureDrawing drawing,
            Optional<LayerStrip> layers,
            List<LedgerGroup> ledger,
            String total) {}

    /**
     * Charts of the variants, each empty where the note has it.
     *
     * @param memory their cache against context
     * @param cost operations of a token against context
     * @param bars where their weights sit
     */
    public record Charts(Optional<MemoryCurve> memory, Optional<CostCurve> cost, Optional<ParameterBars> bars) {
        /** Whether anything is drawn against the context. */
        public boolean hasCurves() {
            return memory.isPresent() || cost.isPresent();
        }
    }

    /**
     * Families near to this one.
     *
     * @param relatives the nearest in structure, and those of known descent
     * @param previous the family before it by date
     * @param next the family after it
     */
    public record Neighbors(List<RelativeView> relatives, Optional<Neighbor> previous, Optional<Neighbor> next) {}

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

    /**
     * A published figure beside the computed ones.
     *
     * @param quantity what it is of
     * @param text the figure as printed
     * @param note its conditions, or empty
     * @param source where it was read
     * @param verdict which definition reproduces it, or how far off the nearest is; empty where nothing is computed
     * @param reproduced whether one does
     * @param disputed what sources differ about, and where that is told, if they do
     */
    public record PublishedRow(
            String quantity,
            String text,
            String note,
            String source,
            String verdict,
            boolean reproduced,
            Optional<Link> disputed) {}
}
