package dev.archnotes.site.drawing.chart;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.DataTable;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * The KV cache of one sequence against its length, up to each variant's configured context: layer by layer, and, where
 * that is less, as if every layer kept everything. Sixteen-bit numbers; recurrent state as the makers keep it.
 *
 * @param pictures the chart
 * @param table the cache at each doubling of the context and where a curve ends
 */
public record MemoryCurve(ByWidth pictures, DataTable table) {
    /** The curves of these variants, in this order. */
    public static MemoryCurve of(List<Charted> shown) {
        List<Curve> curves = new ArrayList<>();
        for (Charted one : shown) {
            Variant variant = one.variant();
            CacheSize cache = CacheSize.of(variant.architecture());
            long context = variant.context().configured();
            List<Run> end = new Phrase(variant.id())
                    .figure(
                            FactPath.KV_CACHE_BYTES_AT_CONTEXT,
                            one.sheet().whole(FactPath.KV_CACHE_BYTES_AT_CONTEXT),
                            Unit.BYTES)
                    .words(" at ")
                    .fact(FactPath.CONTEXT_CONFIGURED, Long.toString(context), ContextWords.brief(context))
                    .runs();
            curves.add(new Curve(
                    variant.name(),
                    one.family(),
                    end,
                    context,
                    tokens -> cache.bytesAt(tokens, 16),
                    tokens -> cache.naiveBytesAt(tokens, 16)));
        }
        boolean state = shown.stream()
                .anyMatch(one -> CacheSize.of(one.variant().architecture()).hasState());
        String title = "KV cache of one sequence, 16-bit" + (state ? ", with recurrent states in 32 bits" : "");
        String names = String.join(", ", shown.stream().map(Charted::name).toList());
        return new MemoryCurve(
                ByWidth.of(width -> new CurvePicture(curves, ValueAxis.BYTES, width)
                        .picture(
                                title,
                                "KV cache against context: " + names,
                                "Both axes are logarithmic. Each line ends at the configured context; a "
                                        + "dashed line shows the cache if every layer kept everything.")),
                CurveTable.of(title, curves, ValueAxis.BYTES));
    }
}
