package dev.archnotes.site.markdown;

import dev.archnotes.site.look.TableForm;
import dev.archnotes.site.markdown.tree.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/** Renders tables in a frame that scrolls; columns of figures are marked {@code num}, and what is absent says why. */
final class TableRenderer extends PartRenderer {

    private static final String NUMBER = "[~≈<>≤≥±+−-]*\\s?\\d[\\d,.\\u2009\\u202F]*";
    private static final String UNIT = "%|×|x|[kKMBT]|[KMGT]iB|[kMGT]?B|bytes?|bits?|ms|s";
    private static final Pattern FIGURE = Pattern.compile(NUMBER + "(?:\\s?[–-]\\s?\\d[\\d,.]*)?\\s?(?:" + UNIT + ")?");
    private static final Pattern FIGURE_START = Pattern.compile(NUMBER);
    private static final Set<String> NOT_APPLICABLE = Set.of("-", "–", "—");
    private static final String NOT_PUBLISHED = "not published";

    private final Refs refs;

    private final RenderContext answers;

    TableRenderer(HtmlNodeRendererContext output, Refs refs, RenderContext answers) {
        super(output);
        this.answers = answers;
        this.refs = refs;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class);
    }

    @Override
    public void render(Node node) {
        TableBlock table = (TableBlock) node;
        List<Node> rows = Table.rows(table);
        int columns = Table.children(rows.get(0)).size();
        boolean[] figures = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            figures[column] = holdsFigures(rows, column);
        }
        Map<String, String> frame = new LinkedHashMap<>();
        frame.put("class", "table-scroll");
        frame.put("role", "region");
        frame.put("tabindex", "0");
        Table known = refs.of(table, Table.class);
        frame.put("aria-label", answers.words("Table") + known.label());
        html.line();
        html.tag("div", frame);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("id", known.id());
        String form = TableForm.of(columns, figures[0]);
        if (!form.isEmpty()) {
            attributes.put("class", form);
        }
        html.tag("table", attributes);
        html.line();
        html.raw("<caption>" + answers.object(known.id(), "Table") + "</caption>");
        html.line();
        for (Node part : Table.children(table)) {
            String tag = part instanceof TableHead ? "thead" : "tbody";
            html.tag(tag);
            html.line();
            Table.children(part).forEach(row -> renderRow((TableRow) row, figures));
            html.tag("/" + tag);
            html.line();
        }
        html.tag("/table");
        html.tag("/div");
        html.line();
    }

    private void renderRow(TableRow row, boolean[] figures) {
        html.tag("tr");
        int column = 0;
        for (Node child : Table.children(row)) {
            renderCell((TableCell) child, column == 0, figures[column]);
            column++;
        }
        html.tag("/tr");
        html.line();
    }

    private void renderCell(TableCell cell, boolean first, boolean figures) {
        String text = PlainText.of(cell);
        boolean heads = (cell.isHeader() || first) && !text.isEmpty();
        String tag = heads ? "th" : "td";
        String reason = first || cell.isHeader() ? "" : reason(cell);
        Map<String, String> attributes = new LinkedHashMap<>();
        if (heads) {
            attributes.put("scope", cell.isHeader() ? "col" : "row");
        }
        String kind = reason.isEmpty() ? figures ? "num" : "" : figures ? "num absent" : "absent";
        String align = cell.getAlignment() == TableCell.Alignment.CENTER ? "align-center" : "";
        String classes = (kind + " " + align).strip();
        if (!classes.isEmpty()) {
            attributes.put("class", classes);
        }
        html.tag(tag, attributes);
        if (reason.isEmpty()) {
            renderChildren(cell);
        } else {
            html.raw("<span class=\"" + reason + "\">" + (reason.equals("not-applicable") ? "–" : NOT_PUBLISHED)
                    + "</span>");
        }
        html.tag("/" + tag);
    }

    /** Why a cell has no value, where its text says so in a word: code and emphasis mean the sign itself. */
    private static String reason(Node cell) {
        Node only = cell.getFirstChild();
        if (!(only instanceof Text text) || only.getNext() != null) {
            return "";
        }
        String words = text.getLiteral().strip();
        return NOT_APPLICABLE.contains(words) ? "not-applicable" : words.equals(NOT_PUBLISHED) ? "not-published" : "";
    }

    /** Whether the body of a column has figures and nothing else, or its author sets it to the right. */
    private static boolean holdsFigures(List<Node> rows, int column) {
        TableCell.Alignment wished = ((TableCell) Table.children(rows.get(0)).get(column)).getAlignment();
        if (wished != null) {
            return wished == TableCell.Alignment.RIGHT;
        }
        boolean any = false;
        for (Node row : rows.subList(1, rows.size())) {
            List<Node> cells = Table.children(row);
            if (column < cells.size() && !isAbsent(cells.get(column))) {
                if (!isFigure(cells.get(column))) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    private static boolean isAbsent(Node cell) {
        return cell.getFirstChild() == null || !reason(cell).isEmpty();
    }

    private static boolean isFigure(Node cell) {
        String text = PlainText.of(cell);
        boolean fact = cell.getFirstChild() instanceof Link link && link.getNext() == null && LinkReader.isFact(link);
        return fact
                ? FIGURE_START.matcher(text).lookingAt()
                : FIGURE.matcher(text).matches();
    }
}
