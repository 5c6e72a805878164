package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import java.util.ArrayList;
import java.util.List;

/** Operations and bytes of one token: decode at a context, prefill of a prompt. */
final class CostFacts {
    private CostFacts() {}

    static void add(Architecture model, FactSheet.Collector sheet) {
        sheet.computed(
                "cost.weight_flops_per_token",
                Unit.FLOPS,
                Expression.product(
                        Expression.constant("operations of a multiply-add", 2),
                        sheet.term("parameters.active.without_input_embedding", "active weights that multiply")));
        sheet.computed(
                "cost.active_weight_bytes",
                Unit.BYTES,
                Expression.constant("active weights at the released precision", MemoryFacts.activeBytes(model)));
        for (long context : Contexts.STATED) {
            sheet.computed("cost.attention_flops_per_token_at." + context, Unit.FLOPS, attention(model, context));
            sheet.computed(
                    "cost.flops_per_token_at." + context,
                    Unit.FLOPS,
                    Expression.sum(List.of(
                            sheet.term("cost.weight_flops_per_token", "weights"),
                            sheet.term("cost.attention_flops_per_token_at." + context, "attention"))));
            sheet.computed(
                    "cost.prefill_flops_at." + context,
                    Unit.FLOPS,
                    Expression.sum(List.of(
                            Expression.product(
                                    Expression.constant("tokens", context),
                                    sheet.term("cost.weight_flops_per_token", "weights per token")),
                            Expression.constant(
                                    "attention over the prompt",
                                    TokenCost.of(model).prefillAttentionFlops(context)))));
            sheet.computed(
                    "cost.bytes_read_per_token_at." + context,
                    Unit.BYTES,
                    Expression.sum(List.of(
                            sheet.term("cost.active_weight_bytes", "active weights"),
                            sheet.term("kv_cache.bytes_at." + context, "cache"))));
        }
    }

    private static Expression attention(Architecture model, long context) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : model.kinds()) {
            long seen = kind.attention().tokensKept(context);
            long perLayer = kind.attention().mixingMultiplyAdds(seen);
            parts.add(Expression.product(
                    Expression.term(kind.attentionName() + " layers", kind.count(), "layers"),
                    Expression.constant("operations of a multiply-add", 2),
                    Expression.constant(
                            "multiply-adds of one layer"
                                    + (seen > 0 ? " over " + Numerals.grouped(seen) + " tokens" : ""),
                            perLayer)));
        }
        return Expression.sum(parts);
    }
}
