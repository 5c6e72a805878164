package dev.archnotes.page;

import dev.archnotes.content.NoteBlock;
import dev.archnotes.spec.ModelSpec;
import java.util.List;

/** Tables that notes ask for. */
public final class Tables {
    private final Facts facts;

    public Tables(Catalogue catalogue, PagePath page) {
        this.facts = new Facts(catalogue, page);
    }

    /** The table of a block: the chosen facts of the chosen models. */
    public ComparisonTable block(String id, NoteBlock block, List<ModelSpec> variants) {
        return facts.table(id, block.caption(), variants, columns(block), List.of());
    }

    private static List<String> columns(NoteBlock block) {
        switch (block.kind()) {
            case COMPARE:
                return block.columns();
            case LAYERS:
                return List.of("layers", "attention.mix", "feed_forward.dense_layers", "feed_forward.moe_layers");
            case MEMORY:
                return List.of("kv_cache.bytes_at.4096", "kv_cache.bytes_at.32768", "kv_cache.bytes_at.131072", "kv_cache.naive_bytes_at.131072");
            case COST:
                return List.of("cost.weight_flops_per_token", "cost.flops_per_token_at.4096", "cost.flops_per_token_at.131072");
            default:
                return List.of("parameters.total", "parameters.active.all", "parameters.groups.attention", "parameters.groups.dense_ffn",
                        "parameters.groups.routed_experts");
        }
    }
}
