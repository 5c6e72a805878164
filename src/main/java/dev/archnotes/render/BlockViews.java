package dev.archnotes.render;

import dev.archnotes.calc.Fact;
import dev.archnotes.content.NoteBlock;
import dev.archnotes.markdown.FactRef;
import dev.archnotes.drawing.CostCurve;
import dev.archnotes.drawing.LayerStrip;
import dev.archnotes.drawing.MemoryCurve;
import dev.archnotes.drawing.ParameterBars;
import dev.archnotes.page.Catalogue;
import dev.archnotes.page.Charts;
import dev.archnotes.page.CheckedFactView;
import dev.archnotes.page.PagePath;
import dev.archnotes.page.Paths;
import dev.archnotes.page.Tables;
import dev.archnotes.page.Working;
import dev.archnotes.spec.ModelSpec;
import dev.archnotes.templates.Templates;
import java.util.List;
import java.util.Optional;

/** What only the generator can draw within a note: checked figures, tables, charts. */
final class BlockViews {
    private final Catalogue catalogue;
    private final PagePath page;

    BlockViews(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    CheckedFactView fact(FactRef ref) {
        String[] sides = ref.target().split(":", -1);
        String href = "";
        StringBuilder preview = new StringBuilder();
        for (String side : sides) {
            int slash = side.indexOf('/');
            ModelSpec variant = catalogue.variant(side.substring(0, slash)).orElseThrow();
            String path = side.substring(slash + 1);
            Optional<Fact> fact = catalogue.sheet(variant).find(path);
            href = href.isEmpty() ? page.to(Paths.working(variant, path)) : href;
            preview.append(preview.length() == 0 ? "" : " ÷ ").append(variant.name()).append(": ")
                    .append(fact.flatMap(found -> Working.of(found, variant, page)).map(Working::plain)
                            .orElse(fact.map(found -> found.value().print()).orElse("")));
        }
        return CheckedFactView.of(ref.text(), href, preview.length() > 300 ? preview.substring(0, 297) + "…" : preview.toString());
    }

    String render(NoteBlock block, int index, Templates templates) {
        List<ModelSpec> variants = block.models().stream().map(id -> catalogue.variant(id).orElseThrow()).toList();
        String id = "block-" + (index + 1);
        switch (block.kind()) {
            case COMPARE:
                return templates.partTable(new Tables(catalogue, page).block(id, block, variants)).render();
            case LAYERS:
                return templates.partStrips(variants.stream().map(LayerStrip::of).toList(), variants, block.caption(), id).render();
            case MEMORY:
                MemoryCurve memory = MemoryCurve.of(variants);
                return templates.partChart(memory.pictures(), memory.table(), block.caption(), id).render();
            case COST:
                CostCurve cost = CostCurve.of(variants);
                return templates.partChart(cost.pictures(), cost.table(), block.caption(), id).render();
            case PARAMETERS:
                ParameterBars bars = ParameterBars.of(variants);
                return templates.partChart(bars.pictures(), bars.table(), block.caption(), id).render();
            case DRAWING:
                return templates.partDrawing(new Charts(catalogue, page).architecture(variants.get(0)), block.caption(), id, "").render();
            default:
                throw new IllegalStateException("no drawing for " + block.kind().word());
        }
    }
}
