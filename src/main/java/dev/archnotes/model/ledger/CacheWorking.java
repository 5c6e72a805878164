package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The working of a cache: what each kind of layer keeps, summed over the layers. */
public final class CacheWorking {
    private CacheWorking() {}

    /**
     * The working of the cache at a context.
     *
     * @param bits bits of one cached number; recurrent state stays in 32 bits
     * @param naive whether every softmax layer keeps every token, not only what it sees
     */
    public static Expression at(Architecture architecture, long context, long bits, boolean naive) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().hasState()) {
                parts.add(state(kind));
            }
            if (kind.attention().keepsTokens()) {
                parts.add(tokens(kind, perLayer(kind), context, bits, naive));
            }
        }
        return sumOrNone(parts);
    }

    /**
     * The working of what a decode step reads a second time: caches that layers share with one below; empty where each
     * layer reads its own.
     */
    public static Optional<Expression> readAgain(Architecture architecture, long context, long bits) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().sharesCache()) {
                parts.add(tokens(kind, numbers(kind, kind.attention().readNumbers()), context, bits, false));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Expression.sum(parts));
    }

    private static Expression tokens(LayerBlock kind, Expression numbers, long context, long bits, boolean naive) {
        Expression tokens = Expression.constant("context", context);
        if (!naive && !kind.attention().growsWithContext()) {
            tokens = new Expression.Minimum(tokens, limit(kind));
        }
        return bytes(List.of(layers(kind), tokens, numbers), bits);
    }

    private static Expression bytes(List<Expression> numbers, long bits) {
        if (8 % bits == 0 && bits < 8) {
            return new Expression.Quotient(
                    new Expression.Product(numbers), Expression.constant("numbers in a byte", 8 / bits));
        }
        List<Expression> factors = new ArrayList<>(numbers);
        if (bits % 8 == 0) {
            factors.add(Expression.constant(bits == 8 ? "byte" : "bytes", bits / 8));
            return new Expression.Product(factors);
        }
        factors.add(Expression.constant("bits", bits));
        return new Expression.Quotient(new Expression.Product(factors), Expression.constant("bits in a byte", 8));
    }

    public static Expression layers(LayerBlock kind) {
        return Expression.term(kind.attentionName() + " layers", kind.count(), "layers");
    }

    /** The numbers that one layer keeps of a token. */
    public static Expression perLayer(LayerBlock kind) {
        return numbers(kind, kind.attention().cachedNumbers());
    }

    private static Expression numbers(LayerBlock kind, List<List<Factor>> products) {
        List<Expression> sum = new ArrayList<>();
        for (List<Factor> product : products) {
            List<Expression> factors = terms(kind, product);
            sum.add(factors.size() == 1 ? factors.get(0) : new Expression.Product(factors));
        }
        return sum.size() == 1 ? sum.get(0) : Expression.sum(sum);
    }

    /** The most tokens that a layer keeps. */
    public static Expression limit(LayerBlock kind) {
        return term(kind, kind.attention().limit().orElseThrow());
    }

    /** The bytes of the state of all layers of a kind. */
    public static Expression state(LayerBlock kind) {
        List<List<Factor>> state = kind.attention().state();
        List<Expression> factors = new ArrayList<>(List.of(layers(kind)));
        if (state.size() == 1) {
            factors.addAll(terms(kind, state.get(0)));
        } else {
            factors.add(numbers(kind, state));
        }
        return new Expression.Product(factors);
    }

    private static List<Expression> terms(LayerBlock kind, List<Factor> factors) {
        List<Expression> terms = new ArrayList<>();
        for (Factor factor : factors) {
            terms.add(term(kind, factor));
        }
        return terms;
    }

    private static Expression term(LayerBlock kind, Factor factor) {
        return factor.key().isEmpty()
                ? Expression.constant(factor.name(), factor.value())
                : Expression.term(
                        factor.name(), factor.value(), "attention." + kind.attentionName() + "." + factor.key());
    }

    public static Expression sumOrNone(List<Expression> parts) {
        return parts.isEmpty() ? Expression.constant("none", 0) : Expression.sum(parts);
    }
}
