package dev.archnotes.site.files.search;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.KeptPart;
import dev.archnotes.model.deployment.Engine;
import dev.archnotes.model.deployment.PlacedWeights;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.ledger.CacheWorking;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The facts of all variants as columns, of which a browser loads those that a query asks for: {@code cache<64KiB},
 * {@code cache of gpt-oss-120b at 32k}.
 */
final class AskableFacts {
    /** The column of the kinds of attention in a word each. */
    static final String ATTENTION = "attention";

    /** The column of what a cache is made of, from which it follows at any context. */
    static final String CACHE = "cache";

    /** The column of the bytes that a model takes where it is run. */
    static final String MEMORY = "memory";

    private static final List<WeightFormat> FORMATS =
            List.of(WeightFormat.RELEASED, WeightFormat.BF16, WeightFormat.Q8_0, WeightFormat.Q4_K_M);

    private final Catalogue catalogue;
    private final List<FactDefinition> definitions = new ArrayList<>();

    AskableFacts(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (FactDefinition definition : Dictionary.DEFINITIONS) {
            if (catalogue.variants().stream()
                    .anyMatch(variant ->
                            catalogue.sheet(variant).find(definition.path()).isPresent())) {
                definitions.add(definition);
            }
        }
    }

    /** The facts that any variant has. */
    List<FactDefinition> definitions() {
        return definitions;
    }

    /** Each column by its path: a list in the order of the variants, null where a fact does not apply. */
    SortedMap<String, String> columns() {
        SortedMap<String, String> columns = new TreeMap<>();
        for (FactDefinition definition : definitions) {
            columns.put(
                    definition.path().text(), column(variant -> value(catalogue.sheet(variant), definition.path())));
        }
        columns.put(ATTENTION, column(variant -> attention(variant.architecture())));
        columns.put(CACHE, column(variant -> cache(variant.architecture())));
        columns.put(MEMORY, column(variant -> memory(variant.architecture())));
        return columns;
    }

    private String column(Function<Variant, Object> value) {
        List<Object> values = new ArrayList<>();
        catalogue.variants().forEach(variant -> values.add(value.apply(variant)));
        return JsonText.compact(values);
    }

    /** Text or yes and no as they are; a figure exactly and as it is printed, and a 1 where its context is too long. */
    private static Object value(FactSheet sheet, FactPath path) {
        FactValue value = sheet.find(path).map(Fact::value).orElse(NONE);
        if (value instanceof FactValue.Flag flag) {
            return flag.value();
        }
        if (value instanceof FactValue.Words words) {
            return words.text();
        }
        if (value instanceof FactValue.Figure figure) {
            List<Object> printed = new ArrayList<>();
            printed.add(value instanceof FactValue.Whole whole ? (Object) whole.value() : value.sortKey());
            printed.add(figure.print());
            if (sheet.isBeyondContext(path)) {
                printed.add(1);
            }
            return printed;
        }
        return List.of();
    }

    private static final FactValue NONE = new FactValue.NotPublished();

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

    /**
     * Bytes of state, then of each part of the cache: 16-bit bytes of an entry in all its layers, the most tokens that
     * have one (0 for all), tokens for one entry.
     */
    private static List<Object> cache(Architecture architecture) {
        long state = 0;
        List<Object> parts = new ArrayList<>();
        for (LayerBlock kind : architecture.kinds()) {
            if (kind.attention().hasState()) {
                state = Math.addExact(state, CacheWorking.state(kind).value());
            }
            for (KeptPart kept : kind.attention().kept()) {
                long entry = Math.multiplyExact(Math.multiplyExact(kept.entryNumbers(), kind.count()), 2L);
                long limit = kept.limit().map(factor -> factor.value()).orElse(0L);
                parts.add(List.of(entry, limit, kept.every()));
            }
        }
        parts.add(0, state);
        return parts;
    }

    /**
     * What the engine and the image encoder take besides weights and cache, and the bytes of the weights in each
     * format. The encoder stays in 16 bits, see {@link dev.archnotes.model.deployment.Fit}.
     */
    private static Map<String, Object> memory(Architecture architecture) {
        Map<String, Object> bytes = new LinkedHashMap<>();
        Engine engine = Engine.usual(architecture);
        bytes.put("engine", engine.overhead());
        if (engine.imageWeights() > 0) {
            bytes.put("encoder", Math.multiplyExact(engine.imageWeights(), 2L));
        }
        for (WeightFormat format : FORMATS) {
            bytes.put(format.word(), PlacedWeights.of(architecture, format).bytes());
        }
        return bytes;
    }
}
