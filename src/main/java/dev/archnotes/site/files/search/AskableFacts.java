package dev.archnotes.site.files.search;

import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Attention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The facts that a query such as {@code experts>128} or {@code attention:mla} asks for, under short keys. */
final class AskableFacts {
    private static final Map<String, Key> KEYS = keys();

    /**
     * A fact that may be asked for.
     *
     * @param label its name in a list of results
     * @param value its value for a variant: number, text or yes and no; empty where it does not apply
     */
    private record Key(String label, Function<Known, Optional<Object>> value) {}

    private record Known(Variant spec, FactSheet sheet) {
        Architecture architecture() {
            return spec.architecture();
        }
    }

    private AskableFacts() {}

    /** Every key with its label. */
    static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        KEYS.forEach((name, key) -> labels.put(name, key.label()));
        return labels;
    }

    /** Name, address and values of every variant, as values that JSON can hold. */
    static List<Map<String, Object>> of(Catalogue catalogue) {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Variant spec : catalogue.variants()) {
            Known variant = new Known(spec, catalogue.sheet(spec));
            Map<String, Object> values = new LinkedHashMap<>();
            KEYS.forEach((name, key) -> key.value().apply(variant).ifPresent(value -> values.put(name, value)));
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", spec.name());
            entry.put("href", Paths.variant(spec).value());
            entry.put("values", values);
            facts.add(entry);
        }
        return facts;
    }

    private static Map<String, Key> keys() {
        Map<String, Key> keys = new LinkedHashMap<>();
        keys.put("total", fact("total parameters", "parameters.total"));
        keys.put("active", fact("active parameters", "parameters.active.all"));
        keys.put("layers", fact("layers", "layers"));
        keys.put("hidden", fact("hidden size", "hidden_size"));
        keys.put("vocabulary", fact("vocabulary", "vocabulary_size"));
        keys.put("tied", uses("tied embeddings", Mechanism.TIED_EMBEDDINGS::usedBy));
        keys.put("context", fact("context in tokens", "context.configured"));
        keys.put("attention", new Key("attention", variant -> Optional.of(attention(variant.architecture()))));
        keys.put("heads", fact("heads", "attention.heads"));
        keys.put("kv", fact("KV heads", "attention.kv_heads"));
        keys.put("head-dim", fact("head dimension", "attention.head_dim"));
        keys.put("window", fact("window in tokens", "attention.window"));
        keys.put("chunk", fact("chunk in tokens", "attention.chunk"));
        keys.put("sinks", uses("attention sinks", Mechanism.ATTENTION_SINKS::usedBy));
        keys.put("qk-norm", uses("QK-norm", MechanismGroup.QK_NORM::usedBy));
        keys.put("nope", fact("layers without positions", "positions.nope_layers"));
        keys.put("rope", fact("RoPE base", "positions.rope_base"));
        keys.put("yarn", uses("YaRN", Mechanism.YARN::usedBy));
        keys.put("norm", fact("norm", "normalization.kind"));
        keys.put("placement", fact("norm placement", "normalization.placement"));
        keys.put("moe", uses("mixture of experts", Mechanism.MIXTURE_OF_EXPERTS::usedBy));
        keys.put("experts", fact("routed experts", "feed_forward.experts"));
        keys.put("top-k", fact("experts per token", "feed_forward.experts_per_token"));
        keys.put("shared", fact("shared experts", "feed_forward.shared_experts"));
        keys.put("cache", fact("cache per token in bytes", "kv_cache.bytes_per_token"));
        keys.put("cache32k", fact("cache at 32k in bytes", "kv_cache.bytes_at.32768"));
        keys.put("weights", fact("released weights in bytes", "weights.released_bytes"));
        keys.put("precision", fact("released precision", "released_precision"));
        keys.put("tokens", fact("training tokens", "training.tokens"));
        keys.put("vision", uses("vision part", Mechanism.VISION::usedBy));
        keys.put("mtp", uses("prediction module", Mechanism.PREDICTION_MODULE::usedBy));
        keys.put("license", fact("license", "license"));
        keys.put("organization", fact("organization", "organization"));
        keys.put("released", fact("released", "released"));
        return keys;
    }

    private static Key fact(String label, String path) {
        return new Key(
                label, variant -> variant.sheet().find(path).map(Fact::value).flatMap(AskableFacts::plain));
    }

    private static Key uses(String label, Predicate<Architecture> usedBy) {
        return new Key(label, variant -> Optional.of(usedBy.test(variant.architecture())));
    }

    private static Optional<Object> plain(FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            return Optional.of(whole.value());
        }
        if (value instanceof FactValue.Flag flag) {
            return Optional.of(flag.value());
        }
        return value instanceof FactValue.Words words ? Optional.of(words.text()) : Optional.empty();
    }

    /** The kinds in a word each, so that {@code multi-head} does not find the latent kind as well. */
    private static String attention(Architecture model) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerBlock kind : model.kinds()) {
            Attention attention = kind.attention();
            if (attention.reach().hasKeysAndValues()) {
                kinds.add(attention.word());
            }
            if (!attention.reach().adjective().isEmpty()) {
                kinds.add(attention.reach().adjective());
            }
        }
        return String.join(", ", kinds);
    }
}
