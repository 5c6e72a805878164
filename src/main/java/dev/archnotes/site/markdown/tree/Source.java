package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** The text of a note's body, and where in the file each of its characters stands. */
public final class Source {

    private final String text;
    private final IntFunction<Location> places;

    /**
     * The cell that was asked about last, and the index in the text of each of its characters as the parser counts
     * them.
     */
    private @Nullable Node lastCell;

    private int[] lastCellIndexes = {};

    /** A text whose first character stands at that place, and each further line at the beginning of one. */
    public Source(Location origin, String text) {
        int[] lineStarts = lineStarts(text);
        this.text = text;
        this.places = index -> at(origin, lineStarts, index);
    }

    /** A text that a file breaks into lines as it likes. */
    public Source(PlacedText placed) {
        this.text = placed.text();
        this.places = placed::at;
    }

    /** The file as the author calls it. */
    public String path() {
        return at(0).path();
    }

    /** Where a node begins; a node that has no place of its own stands where its parent does. */
    public Location location(Node node) {
        return at(start(node));
    }

    /** The place of the character at that index of the text. */
    public Location at(int index) {
        return places.apply(index);
    }

    private static Location at(Location origin, int[] lineStarts, int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        int column = index - lineStarts[line] + (line == 0 ? origin.column() : 1);
        return new Location(origin.path(), origin.line() + line, column);
    }

    /** How many characters a node has on its first line. */
    public int length(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 1 : Math.max(1, spans.get(0).getLength());
    }

    /** The index of a node's first character. */
    public int start(Node node) {
        for (Node near = node; near != null; near = near.getParent()) {
            if (!near.getSourceSpans().isEmpty()) {
                return index(near, near.getSourceSpans().get(0), 0);
            }
        }
        return 0;
    }

    /** The index behind a node's last character. */
    public int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return start(node);
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return index(node, last, last.getLength());
    }

    /** The index of a character of what these spans cover, their lines joined by line breaks. */
    public int index(Node node, List<SourceSpan> spans, int offset) {
        int rest = offset;
        for (SourceSpan span : spans) {
            if (rest <= span.getLength()) {
                return index(node, span, rest);
            }
            rest -= span.getLength() + 1;
        }
        return start(node);
    }

    /** Where those words stand within a node, or the node's own beginning. */
    public int indexOf(Node node, String words) {
        return indexOf(node, start(node), words);
    }

    /** The same from a place within the node on, which stands for it where the words do not come. */
    public int indexOf(Node node, int from, String words) {
        int end = end(node);
        int at = from;
        // no further than the node: what is left of a large file need not be looked at for each of its nodes
        while (at < end && !text.startsWith(words, at)) {
            at++;
        }
        return at < end ? at : from;
    }

    /**
     * Takes from the nodes of a tree where they stand, which nobody asks any more once it was read: it is a third of
     * the memory of a tree.
     */
    public static void forget(Node tree) {
        Node node = tree;
        while (node != null) {
            node.setSourceSpans(List.of());
            Node next = node.getFirstChild();
            while (next == null && node != null && node != tree) {
                next = node.getNext();
                node = node.getParent();
            }
            node = next;
        }
    }

    /** Whether those words stand anywhere in it. */
    public boolean contains(String words) {
        return text.contains(words);
    }

    /** The characters from one index to another. */
    public String substring(int from, int to) {
        return text.substring(from, Math.max(from, to));
    }

    /** Within a table cell the parser counts {@code \|} as one character; here it is two again. */
    private int index(Node node, SourceSpan span, int offset) {
        int counted = span.getInputIndex() + offset;
        Node cell = node;
        while (cell != null && !(cell instanceof TableCell)) {
            cell = cell.getParent();
        }
        if (cell == null || cell == node) {
            return counted;
        }
        SourceSpan cellSpan = cell.getSourceSpans().get(0);
        if (cell != lastCell) {
            lastCell = cell;
            lastCellIndexes = cellIndexes(cellSpan);
        }
        return lastCellIndexes[Math.min(counted - cellSpan.getInputIndex(), lastCellIndexes.length - 1)];
    }

    private int[] cellIndexes(SourceSpan cell) {
        int[] indexes = new int[cell.getLength() + 1];
        int at = cell.getInputIndex();
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = at;
            at += text.startsWith("\\|", at) ? 2 : 1;
        }
        return indexes;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n');
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
