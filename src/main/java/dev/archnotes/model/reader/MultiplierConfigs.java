package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Multipliers;
import java.util.Optional;

/** Reads the constants by which a model multiplies numbers on their way. */
final class MultiplierConfigs {
    private MultiplierConfigs() {}

    /**
     * Granite: factors on embeddings and on what sub-layers add, and a divisor of the output scores. A further factor
     * stands in place of one over the root of the head dimension; no figure depends on it.
     */
    static Multipliers granite(ConfigObject config) {
        config.understood("attention_multiplier");
        return new Multipliers(
                factor(config, "embedding_multiplier"),
                factor(config, "residual_multiplier"),
                factor(config, "logits_scaling").map(divisor -> 1 / divisor),
                Optional.empty());
    }

    /**
     * Gemma: the root of the hidden size on embeddings, from its code, and a cap on the output scores.
     *
     * @param absentCap the cap of a file that does not mention one
     */
    static Architecture gemma(ConfigObject config, Architecture model, Optional<Double> absentCap) {
        String key = "final_logit_softcapping";
        Optional<Double> cap = config.mentions(key) ? bound(config, key) : absentCap;
        return model.with(Multipliers.rootOfWidth(model.hiddenSize(), cap));
    }

    /** Command R and its successors: one factor on the output scores, a sixteenth where the file is silent. */
    static Multipliers cohere(ConfigObject config) {
        Optional<Double> output = config.mentions("logit_scale") ? factor(config, "logit_scale") : Optional.of(0.0625);
        return new Multipliers(Optional.empty(), Optional.empty(), output, Optional.empty());
    }

    /**
     * MiniCPM: a factor on embeddings; what sub-layers add is divided by the root of the number of layers; output
     * scores shrink as the stream grows wider than that of a small model of reference.
     */
    static Multipliers miniCpm(ConfigObject config, long hiddenSize, int layers) {
        double depth = bound(config, "scale_depth").orElse(1.0);
        double base = bound(config, "dim_model_base").orElse(1.0);
        return new Multipliers(
                factor(config, "scale_emb"),
                Optional.of(depth / Math.sqrt(layers)),
                Optional.of(base / hiddenSize),
                Optional.empty());
    }

    /** What numbers are multiplied by; nothing where the key is missing or says 1. */
    static Optional<Double> factor(ConfigObject config, String key) {
        return bound(config, key).filter(value -> value != 1.0);
    }

    /** A number that can multiply or bound; nothing where the key is missing. */
    static Optional<Double> bound(ConfigObject config, String key) {
        Optional<Double> value = config.optionalNumber(key);
        if (value.isPresent() && !Multipliers.isPossible(value.get())) {
            config.impossible(key, "no model multiplies by the value of \"" + key + "\"", "");
            return Optional.empty();
        }
        return value;
    }
}
