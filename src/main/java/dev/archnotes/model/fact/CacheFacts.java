package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.CacheWorking;
import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.List;

/** Cache figures with their working: what each kind of layer keeps, summed over the layers. */
final class CacheFacts {
    private static final Expression TWO_BYTES = Expression.constant("bytes", 2);

    private CacheFacts() {}

    static void add(Variant spec, FactSheet.Collector sheet) {
        Architecture model = spec.architecture();
        List<Expression> all = new ArrayList<>();
        List<Expression> growing = new ArrayList<>();
        List<Expression> fixed = new ArrayList<>();
        for (LayerBlock kind : model.kinds()) {
            Attention attention = kind.attention();
            if (attention.isRecurrent()) {
                fixed.add(CacheWorking.state(kind));
                continue;
            }
            all.add(Expression.product(CacheWorking.layers(kind), CacheWorking.perLayer(kind), TWO_BYTES));
            if (attention.growsWithContext()) {
                growing.add(Expression.product(CacheWorking.layers(kind), CacheWorking.perLayer(kind), TWO_BYTES));
            } else {
                fixed.add(Expression.product(
                        CacheWorking.layers(kind), CacheWorking.limit(kind), CacheWorking.perLayer(kind), TWO_BYTES));
            }
        }
        sheet.computed("kv_cache.bytes_per_token", Unit.BYTES, CacheWorking.sumOrNone(all));
        sheet.computed("kv_cache.growing_bytes_per_token", Unit.BYTES, CacheWorking.sumOrNone(growing));
        sheet.computed("kv_cache.fixed_bytes", Unit.BYTES, CacheWorking.sumOrNone(fixed));
        for (long context : Contexts.STATED) {
            addAt(model, sheet, Long.toString(context), context);
        }
        addAt(model, sheet, "context", spec.context().configured());
    }

    private static void addAt(Architecture model, FactSheet.Collector sheet, String key, long context) {
        sheet.computed("kv_cache.bytes_at." + key, Unit.BYTES, CacheWorking.at(model, context, 16, false));
        sheet.computed("kv_cache.naive_bytes_at." + key, Unit.BYTES, CacheWorking.at(model, context, 16, true));
        sheet.computed("kv_cache.bytes_at_8_bits." + key, Unit.BYTES, CacheWorking.at(model, context, 8, false));
        sheet.computed("kv_cache.bytes_at_4_bits." + key, Unit.BYTES, CacheWorking.at(model, context, 4, false));
    }
}
