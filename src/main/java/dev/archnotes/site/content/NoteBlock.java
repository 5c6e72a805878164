package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import java.util.Map;
import java.util.Optional;

/**
 * A generator block of a note, its YAML read.
 *
 * @param ref the block in the parsed text
 * @param models ids of the variants it shows
 * @param columns paths of the facts it shows, for a comparison
 * @param entries ids of the mechanisms of a family tree or of the eras of a timeline; empty for all of them
 * @param figure the figure that explains a mechanism, if it is one
 * @param caption the sentence beneath it; a text of one paragraph
 */
public record NoteBlock(
        BlockRef ref,
        PlacedWords models,
        PlacedWords columns,
        PlacedWords entries,
        Optional<FigureChoice> figure,
        MarkdownDocument caption) {

    /**
     * Which figure is to be shown, and how it begins.
     *
     * @param shows the word for its kind
     * @param still whether it stays as it begins, for a page whose other figures move
     * @param margin whether it stands in the margin beside the text, where there is room for it
     * @param start the values at which controls begin, by their names
     * @param places where the word and each of the names stands
     */
    public record FigureChoice(
            String shows, boolean still, boolean margin, Map<String, String> start, Map<String, Location> places) {
        public FigureChoice {
            start = Map.copyOf(start);
            places = Map.copyOf(places);
        }
    }

    public BlockKind kind() {
        return ref.kind();
    }

    /** Where a word stands; the beginning of the block where that is not known. */
    public Location place(PlacedWords words, String word) {
        return words.places().getOrDefault(word, ref.opening());
    }
}
