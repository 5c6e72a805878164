package dev.archnotes.site.plan;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import java.util.List;

/** The facts that tables show where nobody chose others. */
final class Columns {
    /** The columns of the table of all variants that are shown at first. */
    static final List<FactPath> COMPARE_SHOWN = List.of(
            FactPath.RELEASED,
            FactPath.PARAMETERS_TOTAL,
            FactPath.PARAMETERS_ACTIVE_ALL,
            FactPath.LAYERS,
            FactPath.HIDDEN_SIZE,
            FactPath.ATTENTION_MIX,
            FactPath.ATTENTION_HEADS,
            FactPath.ATTENTION_KV_HEADS,
            FactPath.FEED_FORWARD_EXPERTS,
            FactPath.KV_CACHE_BYTES_PER_TOKEN,
            FactPath.kvCacheBytesAt(32_768),
            FactPath.CONTEXT_CONFIGURED);

    /** Every fact that can be compared, for the same table. */
    static final List<FactPath> COMPARE_ALL = Dictionary.DEFINITIONS.stream()
            .map(FactDefinition::path)
            .filter(path -> !List.of(FactPath.ID, FactPath.NAME, FactPath.MODEL).contains(path))
            .filter(path -> !path.startsWith("kv_cache.bytes_at_") && !path.startsWith("cost.prefill"))
            .toList();

    /** The variants of one family. */
    static final List<FactPath> FAMILY = List.of(
            FactPath.PARAMETERS_TOTAL,
            FactPath.PARAMETERS_ACTIVE_ALL,
            FactPath.LAYERS,
            FactPath.HIDDEN_SIZE,
            FactPath.ATTENTION_MIX,
            FactPath.ATTENTION_HEADS,
            FactPath.ATTENTION_KV_HEADS,
            FactPath.ATTENTION_HEAD_DIM,
            FactPath.FEED_FORWARD_INTERMEDIATE_SIZE,
            FactPath.FEED_FORWARD_EXPERTS,
            FactPath.FEED_FORWARD_EXPERTS_PER_TOKEN,
            FactPath.KV_CACHE_BYTES_PER_TOKEN,
            FactPath.kvCacheBytesAt(32_768),
            FactPath.CONTEXT_CONFIGURED,
            FactPath.TIED_EMBEDDINGS,
            FactPath.WEIGHTS_RELEASED_BYTES,
            FactPath.RELEASED);

    /** What the table of a family shows even where all its variants are alike. */
    static final List<FactPath> FAMILY_ALWAYS = List.of(
            FactPath.PARAMETERS_TOTAL,
            FactPath.PARAMETERS_ACTIVE_ALL,
            FactPath.LAYERS,
            FactPath.KV_CACHE_BYTES_PER_TOKEN,
            FactPath.kvCacheBytesAt(32_768),
            FactPath.CONTEXT_CONFIGURED,
            FactPath.WEIGHTS_RELEASED_BYTES,
            FactPath.RELEASED);

    private Columns() {}
}
