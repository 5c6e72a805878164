package dev.archnotes.model.compare;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import java.util.OptionalLong;

/**
 * A size by which two models are near or far. What counts is the number of doublings between the two sizes, so that 8B
 * and 16B are as far apart as 80B and 160B. A size that one of the two does not have is left out.
 */
public enum SizeMeasure {
    TOTAL(FactPath.PARAMETERS_TOTAL, "parameters", 0.5, "the size that everybody quotes"),
    ACTIVE(
            FactPath.PARAMETERS_ACTIVE_ALL,
            "active parameters",
            0.5,
            "the size that a token meets; in a dense model the same again"),
    LAYERS(FactPath.LAYERS, "layers", 0.5, "depth is a decision of its own at a given size"),
    HIDDEN(FactPath.HIDDEN_SIZE, "hidden size", 0.5, "width is the other half of that decision"),
    HEADS(FactPath.ATTENTION_HEADS, "heads", 0.25, "partly follows from width"),
    KV_HEADS(FactPath.ATTENTION_KV_HEADS, "KV heads", 0.25, "half of what sets the size of a cache"),
    HEAD_DIM(FactPath.ATTENTION_HEAD_DIM, "head dimension", 0.25, "the other half; most models agree on 128"),
    EXPERTS(FactPath.FEED_FORWARD_EXPERTS, "routed experts", 0.25, "how finely the weights are divided"),
    EXPERTS_PER_TOKEN(
            FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN, "experts per token", 0.25, "how many of the pieces meet a token"),
    EXPERT_SIZE(
            FactPath.FEED_FORWARD_EXPERT_INTERMEDIATE_SIZE,
            "width of an expert",
            0.25,
            "follows partly from the number of experts");

    private final FactPath path;
    private final String label;
    private final double weight;
    private final String reason;

    SizeMeasure(FactPath path, String label, double weight, String reason) {
        this.path = path;
        this.label = label;
        this.weight = weight;
        this.reason = reason;
    }

    /** The fact that gives it. */
    public FactPath path() {
        return path;
    }

    public String label() {
        return label;
    }

    /** The heading under which a difference of it stands. */
    public ComparisonGroup group() {
        return ComparedFact.ALL.stream()
                .filter(fact -> fact.path().equals(path))
                .findFirst()
                .orElseThrow()
                .group();
    }

    /** A value of it as the predicate of a sentence: {@code has 36 layers}, {@code has a hidden size of 5,120}. */
    String phrase(String value) {
        switch (this) {
            case HIDDEN:
            case HEAD_DIM:
                return "has a " + label + " of " + value;
            case EXPERTS_PER_TOKEN:
                return "picks " + value + " experts for each token";
            case EXPERT_SIZE:
                return "has experts of width " + value;
            default:
                return "has " + value + " " + label;
        }
    }

    /** The same of a second variant, after the first: {@code has 64}. */
    String phraseAgain(String value) {
        switch (this) {
            case HIDDEN:
            case HEAD_DIM:
                return "has one of " + value;
            case EXPERTS_PER_TOKEN:
                return "picks " + value;
            case EXPERT_SIZE:
                return phrase(value);
            default:
                return "has " + value;
        }
    }

    /** What one doubling adds to the distance. */
    public double weight() {
        return weight;
    }

    /** Why it weighs so much, or so little. */
    public String reason() {
        return reason;
    }

    /** The size of a model, if it has one. */
    public OptionalLong of(FactSheet sheet) {
        return sheet.find(path)
                .filter(fact -> fact.value() instanceof FactValue.Whole)
                .map(fact -> OptionalLong.of(((FactValue.Whole) fact.value()).value()))
                .orElse(OptionalLong.empty());
    }
}
