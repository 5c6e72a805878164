package dev.archnotes.content;

import dev.archnotes.diagnostic.Location;
import dev.archnotes.markdown.MarkdownDocument;
import java.util.List;

/**
 * A Markdown file of the notes folder.
 *
 * @param path the file, relative to the notes folder, with forward slashes
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
 * @param featuresPlace where the features stand
 * @param columnsPlace where the columns stand
 */
public record Note(
        String path,
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
        Location featuresPlace,
        Location columnsPlace) {
    public Note {
        features = List.copyOf(features);
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }
}
