package dev.archnotes.model.config;

import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.RopeScaling;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads rotary positions in both of their forms: {@code rope_theta} beside {@code rope_scaling}, and the one object
 * {@code rope_parameters} of transformers 5 that holds both.
 */
public final class RopeConfig {
    private static final double MOST = 1e15;

    private RopeConfig() {}

    /**
     * The encoding of all layers.
     *
     * @param absentBase the base where the configuration names none
     * @param absentShare the rotated share of a head where the configuration names none
     */
    public static PositionEncoding.Rope read(ConfigObject config, long headDim, long absentBase, double absentShare) {
        Optional<ConfigObject> parameters = config.object("rope_parameters");
        // some files have the base in both places
        long base = base(config, absentBase);
        PositionEncoding.Rope rope = parameters
                .map(own -> of(config, own, own, headDim, base, absentShare))
                .orElseGet(() ->
                        of(config, config, config.object("rope_scaling").orElse(null), headDim, base, absentShare));
        parameters.ifPresent(ConfigObject::finish);
        return rope;
    }

    /** The encoding of one kind of layer, from {@code rope_parameters.<type>}. */
    public static PositionEncoding.Rope ofLayerType(
            ConfigObject config, ConfigObject parameters, String type, long headDim, long absentBase) {
        return ofLayerType(config, parameters, type, headDim, absentBase, 1.0);
    }

    /** The same with a rotated share where none is named. */
    public static PositionEncoding.Rope ofLayerType(
            ConfigObject config,
            ConfigObject parameters,
            String type,
            long headDim,
            long absentBase,
            double absentShare) {
        ConfigObject own = parameters.requiredObject(type);
        PositionEncoding.Rope rope = of(config, own, own, headDim, absentBase, absentShare);
        own.finish();
        return rope;
    }

    private static PositionEncoding.Rope of(
            ConfigObject config,
            ConfigObject base,
            @Nullable ConfigObject scaling,
            long headDim,
            long absentBase,
            double absentShare) {
        config.understood("partial_rotary_factor");
        double share = base.has("partial_rotary_factor")
                ? base.numberOr("partial_rotary_factor", 1.0)
                : config.numberOr("partial_rotary_factor", absentShare);
        if (!(share > 0 && share <= 1)) {
            base.impossible(
                    "partial_rotary_factor",
                    "a rotated share of "
                            + base.digitsOr(
                                    "partial_rotary_factor",
                                    config.digitsOr("partial_rotary_factor", "more than a whole head")),
                    "a share lies above 0 and is at most 1");
            share = 1;
        }
        Optional<RopeScaling> rescaled = scaling == null ? Optional.empty() : scaling(scaling);
        if (scaling != null && scaling != base) {
            scaling.understood("rope_theta");
            scaling.finish();
        }
        return new PositionEncoding.Rope(base(base, absentBase), (long) (headDim * share), rescaled);
    }

    /** The base of the frequencies, to a whole number: Starcoder 2 has 999,999.44, and no figure depends on it. */
    private static long base(ConfigObject config, long absent) {
        boolean fraction = config.digitsOr("rope_theta", "").indexOf('.') >= 0;
        double exact = fraction ? config.numberOr("rope_theta", absent) : 0;
        return exact >= 1 && exact < MOST ? Math.round(exact) : config.positiveOr("rope_theta", absent);
    }

    private static Optional<RopeScaling> scaling(ConfigObject scaling) {
        String key = scaling.either("rope_type", "type");
        String method = scaling.optionalText(key).orElse("default");
        // the shape of a rescaling: which frequencies it touches and how sharply; no figure depends on it
        scaling.understood(
                "beta_fast",
                "beta_slow",
                "mscale",
                "mscale_all_dim",
                "truncate",
                "attention_factor",
                "long_factor",
                "short_factor",
                "low_freq_factor",
                "high_freq_factor",
                "finetuned",
                // which pairs turn by the row and which by the column of a place in a picture
                "mrope_section",
                "mrope_interleaved",
                "partial_rotary_factor",
                "max_position_embeddings");
        scaling.notModeled("llama_4_scaling_beta", "queries far back are taken unscaled; no figure depends on it");
        long original = scaling.positiveOr("original_max_position_embeddings", 0);
        double factor = scaling.numberOr("factor", 1.0);
        // "proportional" spaces the frequencies of the rotated part as if all of the head were rotated
        if (method.equals("default") || method.equals("mrope") || method.equals("proportional")) {
            return Optional.empty();
        }
        for (RopeScaling.Method known : RopeScaling.Method.values()) {
            if (known.word().equals(method)) {
                return Optional.of(new RopeScaling(known, factor, original));
            }
        }
        scaling.notModeled(key, "the rotary frequencies are taken without rescaling");
        return Optional.empty();
    }
}
