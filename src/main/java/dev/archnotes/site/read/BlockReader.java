package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
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
                .orElseGet(
                        () -> new NoteBlock(block, List.of(), List.of(), List.of(), "", Map.of(), Map.of(), Map.of()));
    }

    private static NoteBlock read(BlockRef block, YamlMapping mapping) {
        if (block.kind() == BlockKind.FAMILY_TREE || block.kind() == BlockKind.TIMELINE) {
            return readHistory(block, mapping, block.kind() == BlockKind.TIMELINE ? "eras" : "mechanisms");
        }
        List<String> models = new ArrayList<>(mapping.texts("models"));
        mapping.optionalText("model").ifPresent(models::add);
        boolean drawing = block.kind() == BlockKind.DRAWING;
        String key = drawing ? "model" : "models";
        if (!mapping.has("models") && !mapping.has("model")) {
            mapping.error(Rule.MISSING_KEY, key, "the key \"" + key + "\" is missing", "");
        } else if (models.isEmpty()) {
            mapping.impossible("models", "the list names no model", "");
        } else if (drawing && models.size() > 1) {
            mapping.impossible("models", "a drawing shows one model, not " + models.size(), "write model: and one id");
        }
        List<String> columns = block.kind() == BlockKind.COMPARE ? mapping.requiredTexts("columns") : List.of();
        String caption = mapping.text("caption");
        mapping.finish();
        return new NoteBlock(
                block,
                models,
                columns,
                List.of(),
                caption,
                mapping.places("models", "model"),
                mapping.places("columns"),
                Map.of());
    }

    /** What is drawn from the timeline: all of it, or the entries that the block names. */
    private static NoteBlock readHistory(BlockRef block, YamlMapping mapping, String key) {
        List<String> entries = mapping.texts(key);
        if (mapping.has(key) && entries.isEmpty()) {
            mapping.impossible(key, "the list is empty", "leave \"" + key + "\" out to show all of them");
        }
        String caption = mapping.text("caption");
        mapping.finish();
        return new NoteBlock(block, List.of(), List.of(), entries, caption, Map.of(), Map.of(), mapping.places(key));
    }
}
