package dev.archnotes.site.content;

import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.BlockRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Markdown file of the notes folder.
 *
 * @param id which note it is
 * @param kind what it is about
 * @param address where its page stands, without slashes around it: {@code concepts/kv-cache}; empty for the first page
 * @param front what it says of itself
 * @param document the parsed text
 * @param blocks its generator blocks, in order
 * @param disagreements where sources differ, which its page shows behind the text; none on most pages
 */
public record Note(
        NoteId id,
        NoteKind kind,
        String address,
        FrontMatter front,
        MarkdownDocument document,
        List<NoteBlock> blocks,
        Disagreements disagreements) {
    public Note {
        blocks = List.copyOf(blocks);
    }

    /** The same note with the disagreements that it introduces. */
    public Note withDisagreements(Disagreements introduced) {
        return new Note(id, kind, address, front, document, blocks, introduced);
    }

    /** The same note with another address. */
    Note withAddress(String other) {
        return new Note(id, kind, other, front, document, blocks, disagreements);
    }

    /** The same note with another slug, and with the address that follows from it. */
    Note withSlug(String slug) {
        return new Note(
                id, kind, NoteAddress.of(id, kind, slug), front.withSlug(slug), document, blocks, disagreements);
    }

    /** Whether its text stands on the first page of the site. */
    public boolean isHome() {
        return address.isEmpty() && kind == NoteKind.TEXT;
    }

    /**
     * Whether its page shows a picture of its own where it is shared. A note among others of plain prose shows that of
     * the site: there would be nothing but its title to draw.
     */
    public boolean hasOwnCard() {
        return kind != NoteKind.TEXT || front.frame().place().isPresent();
    }

    /** All that the author wrote for its page as Markdown: the text, the captions of its blocks, the disagreements. */
    public List<MarkdownDocument> texts() {
        List<MarkdownDocument> texts = new ArrayList<>(List.of(document));
        blocks.forEach(block -> texts.add(block.caption()));
        texts.addAll(disagreements.texts());
        return texts;
    }

    /** The captions of its blocks. */
    public Map<BlockRef, MarkdownDocument> captions() {
        return blocks.stream().collect(Collectors.toMap(NoteBlock::ref, NoteBlock::caption));
    }

    /** All of this with the file from which its links lead. */
    public List<Prose> prose() {
        return texts().stream().map(text -> new Prose(id, text)).toList();
    }

    /** The keys of what its page cites, each once, what the text cites first. */
    public List<String> citedKeys() {
        return texts().stream()
                .flatMap(text -> text.citedKeys().stream())
                .distinct()
                .toList();
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

    /** What lists of notes say about it: the sentence to remember, or the description. */
    public String line() {
        return key().isEmpty() ? description() : key();
    }

    /** One or two sentences for a list of search results. */
    public String description() {
        return front.description();
    }

    /** The day of its last change of substance, where its author says so. */
    public Optional<String> updated() {
        return front.filing().updated();
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
