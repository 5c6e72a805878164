package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.MarkdownDocument;
import java.util.List;
import java.util.Map;

/**
 * A Markdown file of the notes folder.
 *
 * @param id which note it is
 * @param kind what it is about
 * @param slug the last part of its page's address
 * @param title the page's heading
 * @param key the one sentence that one remembers
 * @param description one or two sentences for a list of search results
 * @param features the mechanisms whose users a concept note lists
 * @param columns the facts shown in that list
 * @param document the parsed text
 * @param blocks its generator blocks, in order
 * @param slugPlace where the slug stands
 * @param featurePlaces where each feature stands
 * @param columnPlaces where each column stands
 */
public record Note(
        NoteId id,
        NoteKind kind,
        String slug,
        String title,
        String key,
        String description,
        List<String> features,
        List<String> columns,
        MarkdownDocument document,
        List<NoteBlock> blocks,
        Location slugPlace,
        Map<String, Location> featurePlaces,
        Map<String, Location> columnPlaces) {
    public Note {
        features = List.copyOf(features);
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
        featurePlaces = Map.copyOf(featurePlaces);
        columnPlaces = Map.copyOf(columnPlaces);
    }

    /** The file, relative to the notes folder, with forward slashes. */
    public String path() {
        return id.path();
    }

    /** The folder that the file is in, with a slash at the end; empty for the notes folder itself. */
    public String folder() {
        return id.folder();
    }
}
