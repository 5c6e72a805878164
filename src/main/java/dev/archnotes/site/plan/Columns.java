package dev.archnotes.site.plan;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.FactDefinition;
import java.util.List;

/** The facts that tables show where nobody chose others. */
final class Columns {
    /** The columns of the table of all variants that are shown at first. */
    static final List<String> COMPARE_SHOWN = List.of(
            "organization",
            "released",
            "parameters.total",
            "parameters.active.all",
            "layers",
            "hidden_size",
            "attention.mix",
            "attention.heads",
            "attention.kv_heads",
            "feed_forward.experts",
            "kv_cache.bytes_per_token",
            "kv_cache.bytes_at.32768",
            "context.configured",
            "license");

    /** Every fact that can be compared, for the same table. */
    static final List<String> COMPARE_ALL = Dictionary.DEFINITIONS.stream()
            .map(FactDefinition::path)
            .filter(path -> !List.of("id", "name", "model").contains(path))
            .filter(path -> !path.startsWith("kv_cache.bytes_at_") && !path.startsWith("cost.prefill"))
            .toList();

    /** The variants of one family. */
    static final List<String> FAMILY = List.of(
            "parameters.total",
            "parameters.active.all",
            "layers",
            "hidden_size",
            "attention.mix",
            "attention.heads",
            "attention.kv_heads",
            "attention.head_dim",
            "feed_forward.intermediate_size",
            "feed_forward.experts",
            "feed_forward.experts_per_token",
            "kv_cache.bytes_per_token",
            "kv_cache.bytes_at.32768",
            "context.configured",
            "tied_embeddings",
            "weights.released_bytes",
            "released");

    /** What the table of a family shows even where all its variants are alike. */
    static final List<String> FAMILY_ALWAYS = List.of(
            "parameters.total",
            "parameters.active.all",
            "layers",
            "kv_cache.bytes_per_token",
            "kv_cache.bytes_at.32768",
            "context.configured",
            "weights.released_bytes",
            "released");

    private Columns() {}
}
