package dev.archnotes.site.plan;

import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.history.TimelineChart;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.page.BlockView;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans the tables, charts and drawings that a note asks for, as one page shows them. */
final class NoteBlocks {
    private final Catalogue catalogue;
    private final PagePath page;
    /** How many blocks have an id so far. */
    private final Map<String, Integer> taken = new HashMap<>();

    NoteBlocks(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    /** A block as the page shows it; {@code id} is what a link to it names it by. */
    BlockView view(NoteBlock block, String id) {
        List<Variant> variants = block.models().list().stream()
                .map(each -> catalogue.variant(each).orElseThrow())
                .toList();
        switch (block.kind()) {
            case COMPARE:
                return new BlockView.Comparison(new Facts(catalogue, page)
                        .table(
                                id,
                                block.caption().plain(),
                                variants,
                                Facts.paths(block.columns().list()),
                                List.of()));
            case LAYERS:
                long longest = variants.stream()
                        .mapToLong(variant -> variant.architecture().layers())
                        .max()
                        .orElseThrow();
                return new BlockView.Strips(
                        variants.stream()
                                .map(variant -> new BlockView.NamedStrip(
                                        variant.name(),
                                        LayerStrip.of(variant, catalogue.sheet(variant), longest)
                                                .pictures()))
                                .toList(),
                        block.caption().plain(),
                        id);
            case MEMORY:
                MemoryCurve memory = MemoryCurve.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(
                        memory.pictures(), memory.table(), block.caption().plain(), id);
            case COST:
                CostCurve cost = CostCurve.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(
                        cost.pictures(), cost.table(), block.caption().plain(), id);
            case PARAMETERS:
                ParameterBars bars = ParameterBars.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(
                        bars.pictures(), bars.table(), block.caption().plain(), id);
            case DRAWING:
                return new BlockView.Drawing(
                        new Charts(catalogue, page).architecture(variants.get(0)),
                        block.caption().plain(),
                        id);
            case SIDE_BY_SIDE:
                return sideBySide(
                        variants.get(0), variants.get(1), block.caption().plain(), id);
            case FIGURE:
                return new BlockView.Mechanism(FigurePlanner.view(
                        block.figure().orElseThrow(), variants, block.caption().plain(), id));
            case FAMILY_TREE:
                return new BlockView.Tree(new HistoryCharts(catalogue, page)
                        .tree(block.entries().list(), block.caption().plain(), id));
            case TIMELINE:
                TimelineChart events = new HistoryCharts(catalogue, page)
                        .events(block.entries().list());
                return new BlockView.Chart(
                        events.pictures(), events.table(), block.caption().plain(), id);
            default:
                throw new IllegalStateException("no drawing for " + block.kind().word());
        }
    }

    /**
     * What a link to the figure or table names it by, for as long as it shows the same: its kind and its first model.
     * Asked once of each block, in their order.
     */
    String id(NoteBlock block) {
        String shows = block.figure()
                .map(NoteBlock.FigureChoice::shows)
                .orElse(block.kind().word());
        String model = block.figure().isPresent() || block.models().list().isEmpty()
                ? ""
                : "-" + block.models().list().get(0);
        String id = (block.kind() == BlockKind.COMPARE ? "tab:" : "fig:") + shows + model;
        int count = taken.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }

    private BlockView sideBySide(Variant first, Variant second, String caption, String id) {
        PairComparison comparison = PairComparison.of(
                Structure.of(first, catalogue.sheet(first)), Structure.of(second, catalogue.sheet(second)));
        return new BlockView.SideBySide(
                link(first),
                link(second),
                new Charts(catalogue, page).pair(first, second, comparison.differingRegions()),
                PairPlanner.key(comparison),
                caption,
                id);
    }

    private Link link(Variant variant) {
        return new Link(variant.name(), page.to(Paths.variant(variant)));
    }
}
