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
        return facts.table(id, block.caption(), variants, block.columns(), List.of());
    }
}
