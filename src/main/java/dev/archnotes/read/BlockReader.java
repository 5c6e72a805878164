package dev.archnotes.read;

import dev.archnotes.content.NoteBlock;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.markdown.BlockKind;
import dev.archnotes.markdown.BlockRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the YAML of a generator block. */
final class BlockReader {

    private BlockReader() {}

    static NoteBlock read(BlockRef block, Diagnostics.Builder findings) {
        return new YamlSource(block.location(), findings)
                .mapping(block.body())
                .map(mapping -> read(block, mapping))
                .orElseGet(() -> new NoteBlock(block, List.of(), List.of(), "", Map.of(), Map.of()));
    }

    private static NoteBlock read(BlockRef block, YamlMapping mapping) {
        List<String> models = new ArrayList<>(mapping.texts("models"));
        mapping.optionalText("model").ifPresent(models::add);
        List<String> columns = block.kind() == BlockKind.COMPARE ? mapping.requiredTexts("columns") : List.of();
        String caption = mapping.text("caption");
        mapping.finish();
        return new NoteBlock(block, models, columns, caption, mapping.places("models", "model"), mapping.places("columns"));
    }
}
