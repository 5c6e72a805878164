package dev.archnotes.model.fact;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.KeptPart;
import dev.archnotes.model.ledger.CacheSize;
import dev.archnotes.model.ledger.CacheWorking;
import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.List;

/** Cache figures with their working: what each kind of layer keeps, summed over the layers. */
final class CacheFacts {
    private static final Expression TWO_BYTES = Expression.constant("bytes", 2);

    private CacheFacts() {}

    static void add(Variant variant, FactSheet.Collector sheet) {
        Architecture architecture = variant.architecture();
        List<Expression> all = new ArrayList<>();
        List<Expression> growing = new ArrayList<>();
        List<Expression> fixed = new ArrayList<>();
        for (LayerBlock kind : architecture.attentions()) {
            Attention attention = kind.attention();
            if (attention.hasState()) {
                fixed.add(CacheWorking.state(kind));
            }
            for (KeptPart kept : attention.kept()) {
                Expression entry = CacheWorking.perLayer(kind, kept);
                Expression ofToken = Expression.product(CacheWorking.layers(kind), entry, TWO_BYTES);
                if (kept.every() > 1) {
                    ofToken = new Expression.Quotient(ofToken, Expression.constant("tokens of an entry", kept.every()));
                }
                all.add(ofToken);
                if (kept.limit().isEmpty()) {
                    growing.add(ofToken);
                } else {
                    fixed.add(Expression.product(
                            CacheWorking.layers(kind), CacheWorking.limit(kind, kept), entry, TWO_BYTES));
                }
            }
        }
        sheet.computed(FactPath.KV_CACHE_BYTES_PER_TOKEN, Unit.BYTES, CacheWorking.sumOrNone(all));
        sheet.computed(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN, Unit.BYTES, CacheWorking.sumOrNone(growing));
        sheet.computed(FactPath.KV_CACHE_FIXED_BYTES, Unit.BYTES, CacheWorking.sumOrNone(fixed));
        boolean recurrent = CacheSize.of(architecture).hasState();
        for (long context : Contexts.STATED) {
            sheet.computed(
                    FactPath.kvCacheBytesAt(context), Unit.BYTES, CacheWorking.at(architecture, context, 16, false));
            if (!recurrent) {
                sheet.computed(
                        FactPath.kvCacheNaiveBytesAt(context),
                        Unit.BYTES,
                        CacheWorking.at(architecture, context, 16, true));
            }
            sheet.computed(
                    FactPath.kvCacheBytesAt8Bits(context),
                    Unit.BYTES,
                    CacheWorking.at(architecture, context, 8, false));
            sheet.computed(
                    FactPath.kvCacheBytesAt4Bits(context),
                    Unit.BYTES,
                    CacheWorking.at(architecture, context, 4, false));
        }
        if (!variant.context().isLimited()) {
            return;
        }
        long context = variant.context().configured();
        sheet.computed(
                FactPath.KV_CACHE_BYTES_AT_CONTEXT, Unit.BYTES, CacheWorking.at(architecture, context, 16, false));
        if (!recurrent) {
            sheet.computed(
                    FactPath.KV_CACHE_NAIVE_BYTES_AT_CONTEXT,
                    Unit.BYTES,
                    CacheWorking.at(architecture, context, 16, true));
        }
        sheet.computed(
                FactPath.KV_CACHE_BYTES_AT_8_BITS_CONTEXT,
                Unit.BYTES,
                CacheWorking.at(architecture, context, 8, false));
        sheet.computed(
                FactPath.KV_CACHE_BYTES_AT_4_BITS_CONTEXT,
                Unit.BYTES,
                CacheWorking.at(architecture, context, 4, false));
    }
}
