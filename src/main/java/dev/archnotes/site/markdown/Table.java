package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.tree.PlainText;
import dev.archnotes.site.markdown.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/**
 * What is known of a table as a whole.
 *
 * @param id what a link to it names it by: {@code tab:model-layers}, after its first two columns
 * @param label its name for those who cannot see it: {@code : Model, Layers, Cache}, behind the word for a table
 */
record Table(String id, String label) {

    /**
     * Reads a table and reports rows that would lose a cell.
     *
     * @param taken how many tables of the text have each id so far
     */
    static Table read(TableBlock block, Map<String, Integer> taken, Source source, List<Diagnostic> findings) {
        List<Node> rows = rows(block);
        List<String> headers = children(rows.get(0)).stream().map(PlainText::of).toList();
        rows.forEach(row -> check(row, headers.size(), source, findings));
        List<String> named =
                headers.stream().filter(header -> !header.isEmpty()).toList();
        String columns = Slug.ofWords(named.stream().limit(2).collect(Collectors.joining(" ")));
        String id = "tab:" + (columns.isEmpty() ? "table" : columns);
        int count = taken.merge(id, 1, Integer::sum);
        String again = count == 1 ? "" : "-" + count;
        String label = named.isEmpty() ? "" : ": " + String.join(", ", named);
        return new Table(id + again, count == 1 ? label : label + " (" + count + ")");
    }

    /** The rows of head and body. */
    static List<Node> rows(TableBlock block) {
        return children(block).stream()
                .flatMap(part -> children(part).stream())
                .filter(TableRow.class::isInstance)
                .toList();
    }

    static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static void check(Node row, int columns, Source source, List<Diagnostic> findings) {
        int start = source.start(row);
        List<String> cells = split(source.substring(start, source.end(row)));
        int at = start;
        boolean formulaOpen = false;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            int lone = loneDollar(cell);
            if (lone >= 0 && formulaOpen) {
                findings.add(Diagnostic.error(
                                Rule.INVALID_MARKDOWN,
                                source.at(at - 1),
                                "this | ends the cell in the middle of a formula")
                        .withHint("write \\mid, \\lvert or \\| instead"));
                return;
            }
            formulaOpen = lone >= 0;
            if (i == columns && !formulaOpen) {
                String message = "the row has " + cells.size() + " cells, the table has " + columns + " columns";
                findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.at(at), message)
                        .withHint("write \\| for a line that is not the end of a cell")
                        .withLength(cell.length()));
                return;
            }
            at += cell.length() + 1;
        }
    }

    /** The cells of a row; the first one takes the row's opening line with it, so that lengths add up. */
    private static List<String> split(String row) {
        List<String> cells = new ArrayList<>();
        String text = row.stripTrailing();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|' && (start > 0 || !text.substring(0, i).isBlank())) {
                cells.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (start < text.length()) {
            cells.add(text.substring(start));
        }
        return cells;
    }

    /** The index of a dollar sign without a partner, outside code; -1 where there is none. */
    private static int loneDollar(String cell) {
        int lone = -1;
        boolean code = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '`') {
                code = !code;
            } else if (c == '$' && !code) {
                lone = lone < 0 ? i : -1;
            }
        }
        return lone;
    }
}
