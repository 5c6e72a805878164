package dev.archnotes.site.content;

import dev.archnotes.site.markdown.MarkdownDocument;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown file of the notes folder.
 *
 * @param id which note it is
 * @param kind what it is about
 * @param front what it says of itself
 * @param document the parsed text
 * @param blocks its generator blocks, in order
 */
public record Note(NoteId id, NoteKind kind, FrontMatter front, MarkdownDocument document, List<NoteBlock> blocks) {
    public Note {
        blocks = List.copyOf(blocks);
    }

    /** Its text alone. */
    public Prose prose() {
        return new Prose(id, document);
    }

    /** The file, relative to the notes folder, with forward slashes. */
    public String path() {
        return id.path();
    }

    /** The folder that the file is in, with a slash at the end; empty for the notes folder itself. */
    public String folder() {
        return id.folder();
    }

    /** The last part of its page's address. */
    public String slug() {
        return front.slug();
    }

    /** The page's heading. */
    public String title() {
        return front.title();
    }

    /** The one sentence that one remembers. */
    public String key() {
        return front.key();
    }

    /** One or two sentences for a list of search results. */
    public String description() {
        return front.description();
    }

    /** What a concept note explains of the decoder block, where it says so. */
    public Optional<ExplainedPart> part() {
        return front.part();
    }

    /** The mechanisms whose users a concept note lists. */
    public List<String> features() {
        return front.users().features();
    }
}
