package dev.archnotes.content;

import dev.archnotes.diagnostic.Location;
import dev.archnotes.markdown.BlockKind;
import dev.archnotes.markdown.BlockRef;
import java.util.List;

/**
 * A generator block of a note, its YAML read.
 *
 * @param ref the block in the parsed text
 * @param models ids of the variants it shows
 * @param columns paths of the facts it shows, for a comparison
 * @param caption the sentence beneath it
 * @param modelsPlace where the models stand
 * @param columnsPlace where the columns stand
 */
public record NoteBlock(
        BlockRef ref, List<String> models, List<String> columns, String caption, Location modelsPlace, Location columnsPlace) {
    public NoteBlock {
        models = List.copyOf(models);
        columns = List.copyOf(columns);
    }

    public BlockKind kind() {
        return ref.kind();
    }
}
