package dev.archnotes.model.ledger;

import dev.archnotes.model.attention.CacheRead;
import dev.archnotes.model.attention.KeptPart;
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
        for (LayerBlock kind : architecture.attentions()) {
            if (kind.attention().hasState()) {
                parts.add(state(kind));
            }
            for (KeptPart kept : kind.attention().kept()) {
                Expression tokens = kept.every() == 1
                        ? Expression.constant("context", context)
                        : Expression.constant("entries of " + kept.every() + " tokens", kept.entries(context));
                if (!naive && kept.limit().isPresent()) {
                    tokens = new Expression.Minimum(tokens, limit(kind, kept));
                }
                parts.add(bytes(List.of(layers(kind), tokens, perLayer(kind, kept)), bits));
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
        for (LayerBlock kind : architecture.attentions()) {
            if (kind.attention().sharesCache()) {
                parts.add(readAgain(kind, context, bits));
            }
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Expression.sum(parts));
    }

    private static Expression readAgain(LayerBlock kind, long context, long bits) {
        Expression tokens = Expression.constant("context", context);
        if (kind.attention().limit().isPresent()) {
            tokens = new Expression.Minimum(
                    tokens, term(kind, kind.attention().limit().get()));
        }
        return bytes(
                List.of(layers(kind), tokens, numbers(kind, kind.attention().readNumbers())), bits);
    }

    /** The working of what one decoded token reads: all that is kept, but for layers that choose what they read. */
    public static Expression read(Architecture architecture, long context, long bits) {
        List<Expression> parts = new ArrayList<>();
        for (LayerBlock kind : architecture.attentions()) {
            if (kind.attention().hasState()) {
                parts.add(state(kind));
            }
            for (CacheRead read : kind.attention().reads()) {
                Expression tokens = Expression.constant("entries read", read.entries(context));
                Expression numbers = Expression.constant("numbers of each", read.numbers());
                parts.add(bytes(List.of(layers(kind), tokens, numbers), bits));
            }
        }
        return sumOrNone(parts);
    }

    /** Whether some layers choose what they read. */
    public static boolean isSparse(Architecture architecture) {
        for (LayerBlock kind : architecture.attentions()) {
            if (kind.attention().indexer().isPresent()) {
                return true;
            }
        }
        return false;
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

    /** The numbers of one entry that one layer keeps. */
    public static Expression perLayer(LayerBlock kind, KeptPart kept) {
        return numbers(kind, kept.numbers());
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
    public static Expression limit(LayerBlock kind, KeptPart kept) {
        return term(kind, kept.limit().orElseThrow());
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
