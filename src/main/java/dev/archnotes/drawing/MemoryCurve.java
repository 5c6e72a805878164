package dev.archnotes.drawing;

import dev.archnotes.calc.CacheSize;
import dev.archnotes.calc.Contexts;
import dev.archnotes.calc.FactSheet;
import dev.archnotes.calc.Unit;
import dev.archnotes.spec.ModelSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The KV cache of one sequence against its length, up to each variant's configured context: layer by layer, and, where
 * that is less, as if every layer kept everything. Sixteen-bit numbers; recurrent state as the makers keep it.
 *
 * @param pictures the chart
 * @param table the cache at the stated contexts
 */
public record MemoryCurve(ByWidth pictures, DataTable table) {
    /** The curves of these variants, in this order. */
    public static MemoryCurve of(List<ModelSpec> specs) {
        List<Curve> curves = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ModelSpec spec : specs) {
            CacheSize cache = CacheSize.of(spec.architecture());
            FactSheet sheet = FactSheet.of(spec);
            long context = spec.context().configured();
            List<Run> end = new Phrase(spec.id()).figure("kv_cache.bytes_at.context", sheet.whole("kv_cache.bytes_at.context"), Unit.BYTES)
                    .words(" at ").fact("context.configured", Long.toString(context), ContextWords.brief(context)).runs();
            curves.add(new Curve(spec.name(), end, context, tokens -> cache.bytesAt(tokens, 16), tokens -> cache.naiveBytesAt(tokens, 16)));
            rows.add(row(spec, sheet, cache));
        }
        String names = String.join(", ", specs.stream().map(ModelSpec::name).toList());
        return new MemoryCurve(
                ByWidth.of(width -> new CurvePicture(curves, ValueAxis.BYTES, width).picture("KV cache of one sequence, 16-bit",
                        "KV cache against context: " + names,
                        "Both axes are logarithmic. Each line ends at the configured context; a dashed line shows the cache if every layer kept everything.")),
                new DataTable("KV cache of one sequence, 16-bit", header(), rows));
    }

    private static List<String> header() {
        List<String> header = new ArrayList<>();
        header.add("Model");
        for (long context : Contexts.STATED) {
            header.add("At " + Contexts.label(context));
        }
        header.add("At configured context");
        header.add("There if every layer kept all");
        return header;
    }

    private static List<String> row(ModelSpec spec, FactSheet sheet, CacheSize cache) {
        List<String> row = new ArrayList<>();
        row.add(spec.name());
        for (long context : Contexts.STATED) {
            row.add(context <= spec.context().configured() ? Unit.BYTES.print(cache.bytesAt(context, 16)) : "beyond its context");
        }
        row.add(Unit.BYTES.print(sheet.whole("kv_cache.bytes_at.context")) + " at " + ContextWords.brief(spec.context().configured()));
        row.add(Unit.BYTES.print(sheet.whole("kv_cache.naive_bytes_at.context")));
        return row;
    }
}
