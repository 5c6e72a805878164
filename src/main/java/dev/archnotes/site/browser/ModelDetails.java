package dev.archnotes.site.browser;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;

/** What the calculator says of a model where a reader looks closer, as JSON. */
final class ModelDetails {
    private ModelDetails() {}

    /** The ledger by part, what each run of layers keeps of one sequence, and every size that can be changed. */
    static String of(String code, String question) {
        try {
            Question asked = Question.of(code, question);
            JsonWriter out = new JsonWriter().open('{');
            ledger(asked.setup().architecture(), out);
            cache(asked, out);
            out.key("sizes").open('[');
            for (String size : ArchitectureCode.sizes(code)) {
                out.value(size);
            }
            out.close(']');
            return out.close('}').toString();
        } catch (ArithmeticException large) {
            return FitAnswer.problem("the figures are too large to be exact");
        } catch (IllegalArgumentException wrong) {
            return FitAnswer.problem(String.valueOf(wrong.getMessage()));
        }
    }

    private static void ledger(Architecture architecture, JsonWriter out) {
        WeightInventory ledger = WeightInventory.of(architecture);
        out.key("ledger").open('[');
        for (Part part : Part.values()) {
            long sum = ledger.elements(part);
            if (sum > 0) {
                out.open('[').value(part.label()).value(FitAnswer.exact(sum)).open('[');
                for (LedgerRow row : ledger.rows(LedgerRow.Scope.DECODER)) {
                    if (row.tensor().part() == part) {
                        row(row, out);
                    }
                }
                out.close(']').close(']');
            }
        }
        out.close(']');
    }

    private static void row(LedgerRow row, JsonWriter out) {
        out.open('[').value(row.tensor().name()).value(row.section()).open('[');
        for (long axis : row.tensor().shape()) {
            out.value(axis);
        }
        out.close(']')
                .value(row.tensors())
                .value(FitAnswer.exact(row.elements()))
                .close(']');
    }

    /** The cache of one sequence, by runs of equal layers from the bottom. */
    private static void cache(Question asked, JsonWriter out) {
        out.key("cache").open('[');
        long from = 1;
        for (LayerBlock block : asked.setup().architecture().sequence()) {
            Attention attention = block.attention();
            out.open('[').value(from).value(block.count()).value(block.attentionName() + ": " + attention.kind());
            out.value(attention.cachedNumbersPerToken());
            out.value(attention.tokensKept(asked.setup().load().context()));
            out.value(FitAnswer.exact(Fit.layerBytes(asked.setup(), attention))).close(']');
            from = Math.addExact(from, block.count());
        }
        out.close(']');
    }
}
