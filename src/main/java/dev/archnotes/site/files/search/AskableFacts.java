package dev.archnotes.site.files.search;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.spec.Architecture;
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
        keys.put("total", fact("total parameters", FactPath.PARAMETERS_TOTAL));
        keys.put("active", fact("active parameters", FactPath.PARAMETERS_ACTIVE_ALL));
        keys.put("layers", fact("layers", FactPath.LAYERS));
        keys.put("hidden", fact("hidden size", FactPath.HIDDEN_SIZE));
        keys.put("vocabulary", fact("vocabulary", FactPath.VOCABULARY_SIZE));
        keys.put("tied", uses("tied embeddings", Mechanism.TIED_EMBEDDINGS::usedBy));
        keys.put("context", fact("context in tokens", FactPath.CONTEXT_CONFIGURED));
        keys.put("attention", new Key("attention", variant -> Optional.of(attention(variant.architecture()))));
        keys.put("heads", fact("heads", FactPath.ATTENTION_HEADS));
        keys.put("kv", fact("KV heads", FactPath.ATTENTION_KV_HEADS));
        keys.put("head-dim", fact("head dimension", FactPath.ATTENTION_HEAD_DIM));
        keys.put("window", fact("window in tokens", FactPath.ATTENTION_WINDOW));
        keys.put("chunk", fact("chunk in tokens", FactPath.ATTENTION_CHUNK));
        keys.put("sinks", uses("attention sinks", Mechanism.ATTENTION_SINKS::usedBy));
        keys.put("qk-norm", uses("QK-norm", MechanismGroup.QK_NORM::usedBy));
        keys.put("nope", fact("layers without positions", FactPath.POSITIONS_NOPE_LAYERS));
        keys.put("rope", fact("RoPE base", FactPath.POSITIONS_ROPE_BASE));
        keys.put("yarn", uses("YaRN", Mechanism.YARN::usedBy));
        keys.put("norm", fact("norm", FactPath.NORMALIZATION_KIND));
        keys.put("placement", fact("norm placement", FactPath.NORMALIZATION_PLACEMENT));
        keys.put("moe", uses("mixture of experts", Mechanism.MIXTURE_OF_EXPERTS::usedBy));
        keys.put("experts", fact("routed experts", FactPath.FEED_FORWARD_EXPERTS));
        keys.put("top-k", fact("experts per token", FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN));
        keys.put("shared", fact("shared experts", FactPath.FEED_FORWARD_SHARED_EXPERTS));
        keys.put("cache", fact("cache per token in bytes", FactPath.KV_CACHE_BYTES_PER_TOKEN));
        keys.put("cache32k", fact("cache at 32k in bytes", FactPath.kvCacheBytesAt(32_768)));
        keys.put("weights", fact("released weights in bytes", FactPath.WEIGHTS_RELEASED_BYTES));
        keys.put("precision", fact("released precision", FactPath.RELEASED_PRECISION));
        keys.put("tokens", fact("training tokens", FactPath.TRAINING_TOKENS));
        keys.put("vision", uses("vision part", Mechanism.VISION::usedBy));
        keys.put("mtp", uses("prediction module", Mechanism.PREDICTION_MODULE::usedBy));
        keys.put("license", fact("license", FactPath.LICENSE));
        keys.put("organization", fact("organization", FactPath.ORGANIZATION));
        keys.put("released", fact("released", FactPath.RELEASED));
        return keys;
    }

    private static Key fact(String label, FactPath path) {
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
    private static String attention(Architecture architecture) {
        Set<String> kinds = new LinkedHashSet<>();
        for (LayerBlock kind : architecture.kinds()) {
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
