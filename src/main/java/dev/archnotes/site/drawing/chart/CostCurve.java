package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * Floating-point operations of one decoded token against the context it sees: the weights' share is constant,
 * attention's grows; a dashed line shows the cost if every layer attended to everything.
 *
 * @param pictures the chart
 * @param table the cost at each doubling of the context and where a curve ends
 */
public record CostCurve(ByWidth pictures, DataTable table) {
    /** The curves of these variants, in this order. */
    public static CostCurve of(List<Charted> shown) {
        List<Curve> curves = new ArrayList<>();
        for (Charted one : shown) {
            Variant variant = one.variant();
            long weights = one.sheet().whole(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN);
            TokenCost cost = TokenCost.of(variant.architecture());
            long context = variant.context().configured();
            long last = weights + cost.decodeAttentionFlops(context);
            List<Run> end = new Phrase(variant.id())
                    .figure("cost.flops_per_token_at_context", last, Unit.FLOPS)
                    .words(" at ")
                    .fact(FactPath.CONTEXT_CONFIGURED, Long.toString(context), ContextWords.brief(context))
                    .runs();
            curves.add(new Curve(
                    variant.name(),
                    one.family(),
                    end,
                    context,
                    tokens -> weights + cost.decodeAttentionFlops(tokens),
                    tokens -> weights + unbounded(variant.architecture(), tokens)));
        }
        String names = String.join(", ", shown.stream().map(Charted::name).toList());
        return new CostCurve(
                ByWidth.of(width -> new CurvePicture(curves, ValueAxis.FLOPS, width)
                        .picture(
                                "operations of one decoded token",
                                "Cost of one decoded token against context: " + names,
                                "Both axes are logarithmic. Each line ends at the configured context; it "
                                        + "is flat while the weights dominate and rises where attention does.")),
                CurveTable.of("Floating-point operations of one decoded token", curves, ValueAxis.FLOPS));
    }

    private static long unbounded(Architecture architecture, long tokens) {
        long flops = 0;
        for (LayerBlock kind : architecture.kinds()) {
            flops = Math.addExact(
                    flops,
                    Math.multiplyExact(
                            Math.multiplyExact(2L, kind.attention().mixingMultiplyAdds(tokens)), kind.count()));
        }
        return flops;
    }
}
