package dev.archnotes.model.deployment;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model takes where it is run, and what fits into a memory beside it. Nothing is left in the memory of the
 * processor, and what one card has no room for does not fit, whatever others have left.
 */
public final class Fit {
    private final Setup setup;
    private final PlacedWeights placed;
    /** The bits in each layer, where they were measured. */
    private final List<Long> measuredLayers;

    private final List<CardLoad> cards;

    private Fit(Setup setup, PlacedWeights placed, List<Long> measuredLayers) {
        this.setup = setup;
        this.placed = placed;
        this.measuredLayers = measuredLayers;
        this.cards = List.copyOf(setup.cards().split() == Split.PIPELINE ? pipeline() : alike());
    }

    /** What a setup takes. */
    public static Fit of(Setup setup) {
        return new Fit(setup, PlacedWeights.of(setup.architecture(), setup.weights()), List.of());
    }

    /** The same with weights as they lie in a checkpoint, whatever format the setup names. */
    public static Fit of(Setup setup, MeasuredWeights measured) {
        return new Fit(setup, measured.placed(), measured.layerBits());
    }

    /** Whether the weights were measured. */
    public boolean isMeasured() {
        return !measuredLayers.isEmpty();
    }

    /** What the same weights take under another load or on other cards. */
    private Fit with(Setup other) {
        return new Fit(other, placed, measuredLayers);
    }

    /** What is run. */
    public Setup setup() {
        return setup;
    }

    /** The weights by format. */
    public PlacedWeights weights() {
        return placed;
    }

    /** What lies on each card; equal cards that follow each other are one entry. */
    public List<CardLoad> cards() {
        return cards;
    }

    /** Cards that all hold the same: the part of the fullest. */
    private List<CardLoad> alike() {
        Load load = setup.load();
        boolean experts = setup.cards().split() == Split.EXPERT;
        Load here = experts ? load.times(setup.cards().share(load.sequences())) : load;
        long divisor = experts ? 1 : setup.cards().count();
        long cache = 0;
        long state = 0;
        for (LayerBlock kind : setup.architecture().kinds()) {
            LayerCache layer = layer(kind.attention(), here, divisor);
            cache = Math.addExact(cache, Math.multiplyExact(layer.cacheBytes(), kind.count()));
            state = Math.addExact(state, Math.multiplyExact(layer.stateBytes(), kind.count()));
        }
        return List.of(onOne(placed.bytes(setup.cards()), imageEncoder(), cache, state)
                .on(setup.cards().count()));
    }

    /** Cards of consecutive layers. */
    private List<CardLoad> pipeline() {
        long count = setup.cards().count();
        if (count == 1) {
            return alike();
        }
        long[] computed =
                measuredLayers.isEmpty() ? PlacedWeights.layerBits(setup.architecture(), setup.weights()) : new long[0];
        List<LayerCache> caches = new ArrayList<>();
        for (LayerBlock block : setup.architecture().sequence()) {
            LayerCache layer = layer(block.attention(), setup.load(), 1);
            for (long i = 0; i < block.count(); i++) {
                caches.add(layer);
            }
        }
        long each = caches.size() / count;
        long rest = caches.size() % count;
        List<CardLoad> loads = new ArrayList<>();
        int layer = 0;
        for (long card = 0; card < count; card++) {
            boolean last = card == count - 1;
            long layers = each + (!last && card >= count - 1 - rest ? 1 : 0);
            long bits = 0;
            long cache = 0;
            long state = 0;
            for (long i = 0; i < layers; i++, layer++) {
                bits = Math.addExact(bits, computed.length > 0 ? computed[layer] : measuredLayers.get(layer));
                cache = Math.addExact(cache, caches.get(layer).cacheBytes());
                state = Math.addExact(state, caches.get(layer).stateBytes());
            }
            long outside =
                    placed.bitsOutside(card == 0, last, setup.architecture().tiedEmbeddings());
            long weights = Math.addExact(Math.addExact(bits, outside), 7) / 8;
            add(loads, onOne(weights, card == 0 ? imageEncoder() : 0, cache, state));
        }
        return loads;
    }

    private static void add(List<CardLoad> loads, CardLoad load) {
        CardLoad before = loads.isEmpty() ? null : loads.get(loads.size() - 1);
        if (before != null && before.on(1).equals(load)) {
            loads.set(loads.size() - 1, before.on(before.cards() + 1));
        } else {
            loads.add(load);
        }
    }

    private LayerCache layer(Attention attention, Load load, long cards) {
        return LayerCache.of(attention, setup.cache(), load, setup.engine().wholeWindows(), cards);
    }

    private CardLoad onOne(long weights, long encoder, long cache, long state) {
        return new CardLoad(
                1,
                weights,
                encoder,
                cache,
                state,
                setup.engine().workspaceBytes(),
                setup.engine().runtimeBytes());
    }

    /** In 16 bits whatever becomes of the decoder: what makes smaller formats leaves the encoder out. */
    private long imageEncoder() {
        boolean wide = setup.weights() == WeightFormat.F32
                || setup.weights() == WeightFormat.RELEASED
                        && setup.architecture().storage() == Storage.FLOAT32;
        return Math.multiplyExact(setup.engine().imageWeights(), wide ? 4L : 2L);
    }

    /** The card with most on it. */
    public CardLoad fullest() {
        CardLoad fullest = cards.get(0);
        for (CardLoad card : cards) {
            fullest = card.totalBytes() > fullest.totalBytes() ? card : fullest;
        }
        return fullest;
    }

    /** The sum over all cards. */
    public CardLoad together() {
        long[] sums = new long[6];
        for (CardLoad card : cards) {
            long[] parts = {
                card.weightBytes(),
                card.imageEncoderBytes(),
                card.cacheBytes(),
                card.stateBytes(),
                card.workspaceBytes(),
                card.runtimeBytes()
            };
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], Math.multiplyExact(parts[i], card.cards()));
            }
        }
        return new CardLoad(1, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    /** The cache and the state of one sequence that shares nothing, on no matter how many cards. */
    public long bytesPerSequence() {
        long bytes = 0;
        for (LayerBlock kind : setup.architecture().kinds()) {
            bytes = Math.addExact(bytes, Math.multiplyExact(layerBytes(setup, kind.attention()), kind.count()));
        }
        return bytes;
    }

    /** What one layer keeps of one sequence that shares nothing. */
    public static long layerBytes(Setup setup, Attention attention) {
        Load one = Load.of(setup.load().context(), 1);
        LayerCache layer =
                LayerCache.of(attention, setup.cache(), one, setup.engine().wholeWindows());
        return Math.addExact(layer.cacheBytes(), layer.stateBytes());
    }

    /** Whether everything fits into cards of a memory. */
    public boolean fits(long memoryBytes) {
        return fullest().totalBytes() <= memoryBytes;
    }

    /** The most sequences at this context that fit, at most {@link Load#MOST_SEQUENCES}; 0 where not one does. */
    public long mostSequences(long memoryBytes) {
        return most(Sought.SEQUENCES, Load.MOST_SEQUENCES, memoryBytes);
    }

    /** The longest context of these sequences that fits, at most {@link Load#LONGEST_CONTEXT}; 0 where none does. */
    public long longestContext(long memoryBytes) {
        return most(Sought.CONTEXT, Load.LONGEST_CONTEXT, memoryBytes);
    }

    /** The fewest cards of a memory that hold everything; more than {@link Cards#MOST} where not so many do. */
    public long fewestCards(long memoryBytes) {
        return 1 + most(Sought.TOO_FEW_CARDS, Cards.MOST, memoryBytes);
    }

    /** What is looked for: each holds for all numbers up to some one. */
    private enum Sought {
        SEQUENCES,
        CONTEXT,
        TOO_FEW_CARDS
    }

    private boolean holds(Sought sought, long value, long memoryBytes) {
        switch (sought) {
            case SEQUENCES:
                return with(setup.with(setup.load().times(value))).fits(memoryBytes);
            case CONTEXT:
                return at(value).fits(memoryBytes);
            default:
                return !with(setup.with(new Cards(value, setup.cards().split())))
                        .fits(memoryBytes);
        }
    }

    /** The largest number from 1 that holds, where all smaller ones do; 0 where none does. */
    private long most(Sought sought, long limit, long memoryBytes) {
        long good = 0;
        long bad = limit + 1;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            boolean holds = sought == Sought.TOO_FEW_CARDS;
            try {
                holds = holds(sought, middle, memoryBytes);
            } catch (ArithmeticException overflow) {
                // what is too large to be counted does not fit
            }
            good = holds ? middle : good;
            bad = holds ? bad : middle;
        }
        return good;
    }

    /** The card with the least memory, of which this many hold everything. */
    public Optional<Card> smallestCard() {
        return Card.smallest(fullest().totalBytes());
    }

    /** Everything on all cards at other contexts of the same load. */
    public Fit at(long context) {
        return with(setup.with(setup.load().at(context)));
    }

    /** The decoder's bits for each of its weights, times 10,000. */
    public long tenThousandthsOfBitsPerWeight() {
        return placed.tenThousandthsOfBitsPerWeight();
    }

    /** Heads that {@link Split#TENSOR} cannot divide evenly among the cards, as engines demand; 0 where it can. */
    public long undividedHeads() {
        if (setup.cards().split() == Split.TENSOR) {
            for (LayerBlock kind : setup.architecture().kinds()) {
                long heads = kind.attention().isNone()
                        ? 0
                        : kind.attention().layout().heads();
                if (heads % setup.cards().count() != 0) {
                    return heads;
                }
            }
        }
        return 0;
    }
}
