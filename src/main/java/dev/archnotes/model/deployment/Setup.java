package dev.archnotes.model.deployment;

import dev.archnotes.model.spec.Architecture;

/**
 * A model as somebody wants to run it.
 *
 * @param architecture the model's shapes
 * @param weights the format of the weights
 * @param cache the format of the cache
 * @param load the sequences that are served
 * @param engine what the software needs
 * @param cards the cards that the model is on
 */
public record Setup(
        Architecture architecture, WeightFormat weights, CacheFormat cache, Load load, Engine engine, Cards cards) {
    /** On one card with the usual engine. */
    public static Setup usual(
            Architecture architecture, WeightFormat weights, CacheFormat cache, long context, long sequences) {
        return new Setup(
                architecture, weights, cache, Load.of(context, sequences), Engine.usual(architecture), Cards.ONE);
    }

    /** The same under another load. */
    public Setup with(Load other) {
        return new Setup(architecture, weights, cache, other, engine, cards);
    }

    /** The same with another engine. */
    public Setup with(Engine other) {
        return new Setup(architecture, weights, cache, load, other, cards);
    }

    /** The same on other cards. */
    public Setup with(Cards other) {
        return new Setup(architecture, weights, cache, load, engine, other);
    }
}
