package dev.archnotes.site.plan;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.history.TimelineChart;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.page.BlockView;
import dev.archnotes.site.page.CheckedFactView;
import dev.archnotes.site.page.CitationView;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.page.Working;
import java.util.List;
import java.util.Optional;

/** What only the generator knows within a note, as one page shows it: checked figures, citations, tables, charts. */
public final class NoteViews {
    private static final int LONGEST_PREVIEW = 300;
    private final Catalogue catalogue;
    private final PagePath page;

    public NoteViews(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    /** A checked figure, with the working of each side of a ratio in its preview. */
    public CheckedFactView fact(FactRef ref) {
        String href = "";
        StringBuilder preview = new StringBuilder();
        for (String side : ref.target().split(":", -1)) {
            int slash = side.indexOf('/');
            Variant variant = catalogue.variant(side.substring(0, slash)).orElseThrow();
            String path = side.substring(slash + 1);
            Optional<Fact> fact = catalogue.sheet(variant).find(path);
            href = href.isEmpty() ? page.to(Paths.working(variant, path)) : href;
            preview.append(preview.length() == 0 ? "" : " ÷ ")
                    .append(variant.name())
                    .append(": ")
                    .append(fact.flatMap(found -> Working.of(found, variant, page))
                            .map(Working::plain)
                            .orElse(fact.map(found -> found.value().print()).orElse("")));
        }
        boolean fits = preview.length() <= LONGEST_PREVIEW;
        return CheckedFactView.of(
                ref.text(), href, fits ? preview.toString() : preview.substring(0, LONGEST_PREVIEW - 1) + "…");
    }

    /** A citation of a reference. */
    public CitationView citation(CitationRef citation, Reference reference) {
        return new CitationView(reference.key(), reference.shortForm(), citation.locator());
    }

    /** A block; {@code index} is its place among the blocks of the note. */
    public BlockView block(NoteBlock block, int index) {
        List<Variant> variants = block.models().stream()
                .map(id -> catalogue.variant(id).orElseThrow())
                .toList();
        String id = "block-" + (index + 1);
        switch (block.kind()) {
            case COMPARE:
                return new BlockView.Comparison(
                        new Facts(catalogue, page).table(id, block.caption(), variants, block.columns(), List.of()));
            case LAYERS:
                return new BlockView.Strips(
                        variants.stream()
                                .map(variant -> new BlockView.NamedStrip(
                                        variant.name(),
                                        LayerStrip.of(variant, catalogue.sheet(variant))
                                                .pictures()))
                                .toList(),
                        block.caption(),
                        id);
            case MEMORY:
                MemoryCurve memory = MemoryCurve.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(memory.pictures(), memory.table(), block.caption(), id);
            case COST:
                CostCurve cost = CostCurve.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(cost.pictures(), cost.table(), block.caption(), id);
            case PARAMETERS:
                ParameterBars bars = ParameterBars.of(Charts.charted(catalogue, variants));
                return new BlockView.Chart(bars.pictures(), bars.table(), block.caption(), id);
            case DRAWING:
                return new BlockView.Drawing(
                        new Charts(catalogue, page).architecture(variants.get(0)), block.caption(), id);
            case FAMILY_TREE:
                return new BlockView.Tree(
                        new HistoryCharts(catalogue, page).tree(block.entries(), block.caption(), id));
            case TIMELINE:
                TimelineChart events = new HistoryCharts(catalogue, page).events(block.entries());
                return new BlockView.Chart(events.pictures(), events.table(), block.caption(), id);
            default:
                throw new IllegalStateException("no drawing for " + block.kind().word());
        }
    }
}
