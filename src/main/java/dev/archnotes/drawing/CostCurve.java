package dev.archnotes.drawing;

import dev.archnotes.calc.Contexts;
import dev.archnotes.calc.FactSheet;
import dev.archnotes.calc.TokenCost;
import dev.archnotes.calc.Unit;
import dev.archnotes.spec.Architecture;
import dev.archnotes.spec.LayerBlock;
import dev.archnotes.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Floating-point operations of one decoded token against the context it sees: the weights' share is constant, attention's
 * grows; a dashed line shows the cost if every layer attended to everything.
 *
 * @param pictures the chart
 * @param table the cost at the stated contexts
 */
public record CostCurve(ByWidth pictures, DataTable table) {
    /** The curves of these variants, in this order. */
    public static CostCurve of(List<ModelSpec> specs) {
        List<Curve> curves = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ModelSpec spec : specs) {
            FactSheet sheet = FactSheet.of(spec);
            long weights = sheet.whole("cost.weight_flops_per_token");
            TokenCost cost = TokenCost.of(spec.architecture());
            long context = spec.context().configured();
            long last = weights + cost.decodeAttentionFlops(context);
            List<Run> end = new Phrase(spec.id()).figure("cost.flops_per_token_at_context", last, Unit.FLOPS)
                    .words(" at ").fact("context.configured", Long.toString(context), ContextWords.brief(context)).runs();
            curves.add(new Curve(spec.name(), end, context, tokens -> weights + cost.decodeAttentionFlops(tokens),
                    tokens -> weights + unbounded(spec.architecture(), tokens)));
            rows.add(row(spec, weights, cost));
        }
        String names = String.join(", ", specs.stream().map(ModelSpec::name).toList());
        return new CostCurve(
                ByWidth.of(width -> new CurvePicture(curves, ValueAxis.FLOPS, width).picture("operations of one decoded token",
                        "Cost of one decoded token against context: " + names,
                        "Both axes are logarithmic. Each line ends at the configured context; it is flat while the weights dominate and rises where attention does.")),
                new DataTable("Floating-point operations of one decoded token", header(), rows));
    }

    private static long unbounded(Architecture model, long tokens) {
        long flops = 0;
        for (LayerBlock kind : model.kinds()) {
            flops = Math.addExact(flops, Math.multiplyExact(Math.multiplyExact(2L, kind.attention().mixingMultiplyAdds(tokens)), kind.count()));
        }
        return flops;
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>();
        header.add("Model");
        header.add("Weights alone");
        for (long context : Contexts.STATED) {
            header.add("At " + Contexts.label(context));
        }
        header.add("At configured context");
        return header;
    }

    private static List<String> row(ModelSpec spec, long weights, TokenCost cost) {
        List<String> row = new ArrayList<>();
        row.add(spec.name());
        row.add(Unit.FLOPS.print(weights));
        long configured = spec.context().configured();
        for (long context : Contexts.STATED) {
            row.add(context <= configured ? Unit.FLOPS.print(weights + cost.decodeAttentionFlops(context)) : "beyond its context");
        }
        row.add(Unit.FLOPS.print(weights + cost.decodeAttentionFlops(configured)) + " at " + ContextWords.brief(configured));
        return row;
    }
}
