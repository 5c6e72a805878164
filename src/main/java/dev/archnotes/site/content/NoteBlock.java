package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import java.util.List;
import java.util.Map;

/**
 * A generator block of a note, its YAML read.
 *
 * @param ref the block in the parsed text
 * @param models ids of the variants it shows
 * @param columns paths of the facts it shows, for a comparison
 * @param entries ids of the mechanisms of a family tree or of the eras of a timeline; empty for all of them
 * @param caption the sentence beneath it
 * @param modelPlaces where each model's id stands
 * @param columnPlaces where each column stands
 * @param entryPlaces where each mechanism or era stands
 */
public record NoteBlock(
        BlockRef ref,
        List<String> models,
        List<String> columns,
        List<String> entries,
        String caption,
        Map<String, Location> modelPlaces,
        Map<String, Location> columnPlaces,
        Map<String, Location> entryPlaces) {
    public NoteBlock {
        models = List.copyOf(models);
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        modelPlaces = Map.copyOf(modelPlaces);
        columnPlaces = Map.copyOf(columnPlaces);
        entryPlaces = Map.copyOf(entryPlaces);
    }

    public BlockKind kind() {
        return ref.kind();
    }
}
