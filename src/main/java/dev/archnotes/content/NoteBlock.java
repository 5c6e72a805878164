package dev.archnotes.content;

import dev.archnotes.diagnostic.Location;
import dev.archnotes.markdown.BlockKind;
import dev.archnotes.markdown.BlockRef;
import java.util.List;
import java.util.Map;

/**
 * A generator block of a note, its YAML read.
 *
 * @param ref the block in the parsed text
 * @param models ids of the variants it shows
 * @param columns paths of the facts it shows, for a comparison
 * @param caption the sentence beneath it
 * @param modelPlaces where each model's id stands
 * @param columnPlaces where each column stands
 */
public record NoteBlock(
        BlockRef ref,
        List<String> models,
        List<String> columns,
        String caption,
        Map<String, Location> modelPlaces,
        Map<String, Location> columnPlaces) {
    public NoteBlock {
        models = List.copyOf(models);
        columns = List.copyOf(columns);
        modelPlaces = Map.copyOf(modelPlaces);
        columnPlaces = Map.copyOf(columnPlaces);
    }

    public BlockKind kind() {
        return ref.kind();
    }
}
