package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.ledger.CacheWorking;
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

    static void add(Architecture architecture, FactSheet.Collector sheet) {
        sheet.computed(
                FactPath.COST_WEIGHT_FLOPS_PER_TOKEN,
                Unit.FLOPS,
                Expression.product(
                        Expression.constant("operations of a multiply-add", 2),
                        sheet.term(
                                FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING, "active weights that multiply")));
        sheet.computed(
                FactPath.COST_ACTIVE_WEIGHT_BYTES,
                Unit.BYTES,
                Expression.constant("active weights at the released precision", BatchCost.activeBytes(architecture)));
        for (long context : Contexts.STATED) {
            sheet.computed(
                    FactPath.costAttentionFlopsPerTokenAt(context), Unit.FLOPS, attention(architecture, context));
            sheet.computed(
                    FactPath.costFlopsPerTokenAt(context),
                    Unit.FLOPS,
                    Expression.sum(List.of(
                            sheet.term(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN, "weights"),
                            sheet.term(FactPath.costAttentionFlopsPerTokenAt(context), "attention"))));
            sheet.computed(
                    FactPath.costPrefillFlopsAt(context),
                    Unit.FLOPS,
                    Expression.sum(List.of(
                            Expression.product(
                                    Expression.constant("tokens", context),
                                    sheet.term(FactPath.COST_WEIGHT_FLOPS_PER_TOKEN, "weights per token")),
                            Expression.constant(
                                    "attention over the prompt",
                                    TokenCost.of(architecture).prefillAttentionFlops(context)))));
            sheet.computed(
                    FactPath.costBytesReadPerTokenAt(context),
                    Unit.BYTES,
                    Expression.sum(read(architecture, context, sheet)));
        }
    }

    private static List<Expression> read(Architecture architecture, long context, FactSheet.Collector sheet) {
        List<Expression> read = new ArrayList<>();
        read.add(sheet.term(FactPath.COST_ACTIVE_WEIGHT_BYTES, "active weights"));
        if (CacheWorking.isSparse(architecture)) {
            read.add(CacheWorking.read(architecture, context, 16));
            return read;
        }
        read.add(sheet.term(FactPath.kvCacheBytesAt(context), "cache"));
        CacheWorking.readAgain(architecture, context, 16).ifPresent(read::add);
        return read;
    }

    private static Expression attention(Architecture architecture, long context) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : architecture.attentions()) {
            if (kind.attention().isNone()) {
                continue;
            }
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
        return CacheWorking.sumOrNone(parts);
    }
}
