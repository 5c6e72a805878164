package dev.archnotes.site.page;

import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.TermMarks;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A note as one page shows it: its text, and everything that is put into the text.
 *
 * @param note the note
 * @param insertions what stands where the text refers to it
 * @param references what it cites, in the order of first citation
 * @param mentionedIn notes that link here
 * @param editHref where the note can be edited; empty where the settings do not say
 */
public record NoteView(
        Note note, Insertions insertions, List<Reference> references, List<Link> mentionedIn, String editHref) {
    public NoteView {
        references = List.copyOf(references);
        mentionedIn = List.copyOf(mentionedIn);
    }

    /**
     * What is put into the text of a note, by the place that refers to it.
     *
     * @param links the address of each link that leads somewhere
     * @param images the images that the site has
     * @param figures the checked figures
     * @param citations the citations
     * @param blocks what the generator draws
     * @param terms where the text marks terms of the glossary
     * @param glossary the page of the glossary
     */
    public record Insertions(
            Map<LinkRef, String> links,
            Map<ImageRef, Image> images,
            Map<FactRef, CheckedFactView> figures,
            Map<CitationRef, Citation> citations,
            Map<BlockRef, BlockView> blocks,
            TermMarks terms,
            String glossary) {
        public Insertions {
            links = Map.copyOf(links);
            images = Map.copyOf(images);
            figures = Map.copyOf(figures);
            citations = Map.copyOf(citations);
            blocks = Map.copyOf(blocks);
        }
    }

    /** The one sentence that one remembers. */
    public String key() {
        return note.key();
    }

    /** The contents of its page, which adds sections between the text and the references. */
    public Contents contents(List<Contents.Entry> added) {
        List<Contents.Entry> behind = new ArrayList<>(added);
        if (!references.isEmpty()) {
            behind.add(Contents.REFERENCES);
        }
        return Contents.of(note.document().headings(), behind);
    }

    /** What its text needs. */
    public Needs needs() {
        boolean drawn = note.blocks().stream()
                .anyMatch(block -> block.kind() != BlockKind.COMPARE && block.kind() != BlockKind.FIGURE);
        boolean moved = insertions.blocks().values().stream()
                .anyMatch(block -> block instanceof BlockView.Mechanism mechanism
                        && mechanism.figure().movable());
        boolean explained = has(BlockKind.FIGURE);
        boolean paired = has(BlockKind.SIDE_BY_SIDE);
        return Needs.of(Needs.Script.CHARTS)
                .when(drawn)
                .and(Needs.of(Needs.Script.FIGURES).when(moved))
                .and(Needs.of(Needs.Style.FIGURES).when(explained))
                .and(Needs.of(Needs.Style.BESIDE).when(paired))
                .and(Needs.of(Needs.Style.HISTORY).when(has(BlockKind.FAMILY_TREE)))
                .and(Needs.of(Needs.Style.NOTES).when(note.texts().stream().anyMatch(MarkdownDocument::hasElements)))
                .and(Needs.of(Needs.Face.BOLD).when(note.texts().stream().anyMatch(MarkdownDocument::bold)))
                .and(Needs.of(Needs.Face.MATH)
                        .when(note.texts().stream()
                                .anyMatch(text -> !text.formulas().isEmpty())));
    }

    private boolean has(BlockKind kind) {
        return note.blocks().stream().anyMatch(block -> block.kind() == kind);
    }

    /**
     * An image in the text.
     *
     * @param src its address
     * @param size how large it is, if its file says so
     */
    public record Image(String src, Optional<Figure.Size> size) {}

    /**
     * A citation in running text.
     *
     * @param key the bibliography key
     * @param text author and year
     * @param locator the section or table cited, or empty
     */
    public record Citation(String key, String text, String locator) {}
}
