package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.TokenCost;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;

/**
 * Bounds of speed that no engine passes. A step of decoding reads every weight that it needs and the whole cache once
 * at the full bandwidth of the memory, and multiplies with every weight at the full dense rate of 16-bit arithmetic;
 * what takes longer is the bound (the roofline, doi:10.1145/1498765.1498785). Nothing else takes time: no traffic
 * between cards, no launch of a kernel, no waiting. Each step gives one token, so that speculative decoding, which
 * guesses several, may be faster.
 *
 * @param fit what is run
 * @param megabytesPerSecond bandwidth of one card's memory in 10⁶ bytes a second
 * @param gigaflops dense 16-bit rate of one card in 10⁹ operations a second, 0 where it is not known
 */
public record Speed(Fit fit, long megabytesPerSecond, long gigaflops) {
    /** Bytes of weights and cache that one step of decoding reads at the full context, each once, over all cards. */
    public long bytesRead() {
        Load load = load();
        return Math.addExact(fit.weights().bytesRead(load.sequences()), cacheRead(load, 1));
    }

    /** Operations of one step of decoding at the full context, over all cards. */
    public long stepFlops() {
        return Math.multiplyExact(flopsPerToken(), load().sequences());
    }

    /** Operations of one decoded token: of the weights, and of attention over the whole context. */
    public long flopsPerToken() {
        return Math.addExact(weightFlops(false), cost().decodeAttentionFlops(load().context()));
    }

    /**
     * Tokens that all sequences together get in a thousand seconds at most.
     *
     * <p>Cards of a pipeline work one after the other for a sequence, and at the same time for others: at most as many
     * shares of the sequences as there are cards are under way. Cards that divide tensors each read their part. Cards
     * that divide experts each read their experts and all other weights for their own sequences.
     */
    public long mostTokensInThousandSeconds() {
        return (long) (load().sequences() / stepSeconds() * 1000);
    }

    private double stepSeconds() {
        Load load = load();
        Cards cards = fit.setup().cards();
        if (cards.split() == Split.PIPELINE) {
            Load share = load.times(Math.max(1, load.sequences() / Math.min(cards.count(), load.sequences())));
            long bytes = Math.addExact(fit.weights().bytesRead(share.sequences()), cacheRead(share, 1));
            return seconds(bytes, (double) flopsPerToken() * share.sequences());
        }
        boolean experts = cards.split() == Split.EXPERT;
        Load here = experts ? load.times(Math.max(1, load.sequences() / cards.count())) : load;
        long bytes = Math.addExact(
                fit.weights().bytesRead(load.sequences(), cards), cacheRead(here, experts ? 1 : cards.count()));
        return seconds(bytes, (double) stepFlops() / cards.count());
    }

    /**
     * Microseconds until the first token of one sequence at least: its prompt, which is the context without the prefix,
     * is multiplied with every weight once a token, but for the head, and each weight is read once. Cards that divide
     * experts leave the rest of a sequence to one of them.
     */
    public long firstTokenMicroseconds() {
        Load load = load();
        Cards cards = fit.setup().cards();
        long prompt = Math.max(1, load.context() - load.prefix());
        double attention = (double) cost().prefillAttentionFlops(load.context())
                - (load.prefix() == 0 ? 0 : cost().prefillAttentionFlops(load.prefix()));
        double routed = (double) flops(true, true) * prompt;
        double others = (double) flops(false, true) * prompt + attention + weightFlops(false) - weightFlops(true);
        boolean experts = cards.split() == Split.EXPERT;
        double flops = routed / cards.count() + (experts ? others : others / cards.count());
        long bytes = fit.weights().bytesRead(prompt, cards);
        return (long) (seconds(bytes, flops) * 1e6);
    }

    private double seconds(long bytes, double flops) {
        double reading = bytes / (megabytesPerSecond * 1e6);
        return gigaflops == 0 ? reading : Math.max(reading, flops / (gigaflops * 1e9));
    }

    private long cacheRead(Load load, long cards) {
        long bytes = 0;
        for (LayerBlock kind : fit.setup().architecture().kinds()) {
            long each = LayerCache.bytesRead(kind.attention(), fit.setup().cache(), load, cards);
            bytes = Math.addExact(bytes, Math.multiplyExact(each, kind.count()));
        }
        return bytes;
    }

    private long weightFlops(boolean withoutHead) {
        return Math.addExact(flops(true, withoutHead), flops(false, withoutHead));
    }

    /** Operations of weights for a token: of the routed experts, or of all others. */
    private long flops(boolean routed, boolean withoutHead) {
        long active = 0;
        for (LedgerRow row : WeightInventory.of(fit.setup().architecture()).rows(LedgerRow.Scope.DECODER)) {
            Part part = row.tensor().part();
            boolean head = part == Part.HEAD || part == Part.EMBEDDING;
            boolean meant = (part == Part.ROUTED_EXPERTS) == routed && !(head && withoutHead);
            if (meant && !row.isLookedUp(fit.setup().architecture())) {
                active = Math.addExact(active, row.activeElements());
            }
        }
        return Math.multiplyExact(2L, active);
    }

    private TokenCost cost() {
        return TokenCost.of(fit.setup().architecture());
    }

    private Load load() {
        return fit.setup().load();
    }
}
