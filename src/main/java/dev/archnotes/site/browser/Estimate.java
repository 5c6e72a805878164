package dev.archnotes.site.browser;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.model.ledger.Deployment;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.ledger.WeightPrecision;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;

/**
 * What the calculator says of a model, as JSON; the same text on the JVM and in a browser. All numbers are integers
 * that a browser holds exactly.
 */
final class Estimate {
    private static final long EXACT = (1L << 53) - 1;

    private Estimate() {}

    /**
     * Ledger, memory, cache by layer, operations and bytes of a model.
     *
     * @param code the model
     * @param context tokens of each sequence
     * @param batch sequences at once
     * @param cacheBits bits of a cached number
     * @param weightBits bits of a weight, 0 as released
     * @param memoryBytes the memory that it should fit into
     */
    static String of(String code, long context, long batch, long cacheBits, long weightBits, long memoryBytes) {
        try {
            Architecture architecture = ArchitectureCode.read(code);
            if (architecture.layers() > Architecture.MOST_LAYERS) {
                throw new IllegalArgumentException("more than " + Architecture.MOST_LAYERS + " layers");
            }
            Deployment run = new Deployment(architecture, context, batch, cacheBits, WeightPrecision.of(weightBits));
            JsonWriter out = new JsonWriter().open('{');
            addParameters(out, architecture);
            out.key("layers")
                    .value(architecture.layers())
                    .key("storage")
                    .value(architecture.storage().label());
            out.key("weightBytes").value(exact(run.weightBytes()));
            out.key("cacheBytesPerSequence").value(exact(run.cacheBytesPerSequence()));
            out.key("cacheBytes").value(exact(run.cacheBytes()));
            out.key("totalBytes").value(exact(run.totalBytes()));
            out.key("largestBatch").value(run.largestBatch(memoryBytes));
            out.key("longestContext").value(run.longestContext(memoryBytes));
            out.key("weightFlops").value(exact(run.weightFlopsPerToken()));
            out.key("attentionFlops").value(exact(run.attentionFlopsPerToken()));
            out.key("stepFlops").value(exact(Math.multiplyExact(run.flopsPerToken(), batch)));
            out.key("weightBytesRead").value(exact(run.weightBytesRead()));
            out.key("bytesRead").value(exact(run.bytesRead()));
            addCache(out, run);
            return out.close('}').toString();
        } catch (ArithmeticException large) {
            return problem("the figures would be too large to be exact");
        } catch (IllegalArgumentException wrong) {
            return problem(String.valueOf(wrong.getMessage()));
        }
    }

    private static String problem(String words) {
        return new JsonWriter().open('{').key("problem").value(words).close('}').toString();
    }

    private static void addParameters(JsonWriter out, Architecture architecture) {
        WeightInventory ledger = WeightInventory.of(architecture);
        out.key("total").value(exact(ledger.elements(LedgerRow.Scope.DECODER)));
        out.key("active").value(exact(ledger.activeElements()));
        out.key("extras")
                .value(exact(Math.addExact(
                        ledger.elements(LedgerRow.Scope.PREDICTION_MODULE), ledger.elements(LedgerRow.Scope.VISION))));
        out.key("parts").open('[');
        for (Part part : Part.values()) {
            long sum = ledger.elements(part);
            if (sum > 0) {
                out.open('{')
                        .key("label")
                        .value(part.label())
                        .key("total")
                        .value(exact(sum))
                        .key("rows")
                        .open('[');
                for (LedgerRow row : ledger.rows(LedgerRow.Scope.DECODER)) {
                    if (row.tensor().part() == part) {
                        addRow(out, row);
                    }
                }
                out.close(']').close('}');
            }
        }
        out.close(']');
    }

    private static void addRow(JsonWriter out, LedgerRow row) {
        out.open('[').value(row.tensor().name()).value(row.section()).open('[');
        for (long axis : row.tensor().shape()) {
            out.value(axis);
        }
        out.close(']').value(row.tensors()).value(row.elements()).close(']');
    }

    /** The cache of one sequence, by runs of equal layers from the bottom. */
    private static void addCache(JsonWriter out, Deployment run) {
        out.key("cache").open('[');
        long from = 1;
        for (LayerBlock block : run.architecture().sequence()) {
            Attention attention = block.attention();
            long kept = attention.tokensKept(run.context());
            long bits = Math.multiplyExact(attention.keptNumbers(run.context()), run.cacheBits());
            out.open('{')
                    .key("from")
                    .value(from)
                    .key("layers")
                    .value(block.count())
                    .key("name")
                    .value(block.attentionName());
            out.key("kind")
                    .value(attention.kind())
                    .key("kept")
                    .value(kept)
                    .key("numbers")
                    .value(attention.cachedNumbersPerToken());
            out.key("bytes")
                    .value(exact(Math.addExact(Math.addExact(bits, 7L) / 8, attention.stateBytes())))
                    .close('}');
            from = Math.addExact(from, block.count());
        }
        out.close(']');
    }

    private static long exact(long value) {
        if (value > EXACT) {
            throw new ArithmeticException("more than 53 bits");
        }
        return value;
    }
}
