package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * Finds the table that is too large to be read. A row may be as short as it likes and still has a cell in every column,
 * so that a few kilobytes can stand for millions of cells; the parser then gives up all of the note.
 */
final class LargeTables extends AbstractVisitor {
    /** Hundreds of models with hundreds of columns. */
    static final int MOST_CELLS = 100_000;

    private static final Pattern DELIMITERS = Pattern.compile("[\\s|:-]*-[\\s|:-]*");

    private final Source source;
    private @Nullable Node largest;
    private long cells = -1;

    private LargeTables(Source source) {
        this.source = source;
    }

    /** The finding for the largest table of a note that was read as if there were no tables; empty without any. */
    static Optional<Diagnostic> report(Node tree, Source source) {
        LargeTables tables = new LargeTables(source);
        tree.accept(tables);
        return Optional.ofNullable(tables.largest)
                .map(table -> Diagnostic.error(
                                Rule.INVALID_MARKDOWN,
                                source.location(table),
                                "the table has more than " + MOST_CELLS + " cells")
                        .withHint("split it, or leave out columns"));
    }

    @Override
    public void visit(Paragraph paragraph) {
        List<SourceSpan> lines = paragraph.getSourceSpans();
        for (int i = 1; i < lines.size(); i++) {
            int start = lines.get(i).getInputIndex();
            String line = source.substring(start, start + lines.get(i).getLength());
            if (DELIMITERS.matcher(line).matches()) {
                long columns = 1 + line.chars().filter(c -> c == '|').count();
                long size = columns * (lines.size() - i);
                if (size > cells) {
                    cells = size;
                    largest = paragraph;
                }
                return;
            }
        }
    }
}
