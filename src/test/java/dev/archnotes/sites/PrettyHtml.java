package dev.archnotes.sites;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * An element as text in which a change is one changed line: each tag and each piece of text has a line of its own,
 * indented by depth; an element with nothing but text in it is one line. Space between words and inline elements is
 * part of the text and shown as {@code ␣}; space that only lays out the source is dropped. What stands in {@code pre}
 * is kept as it is.
 */
final class PrettyHtml {
    private static final String SPACE = "␣";
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private PrettyHtml() {}

    static String of(Element element) {
        PrettyHtml html = new PrettyHtml();
        html.print(element, 0);
        return html.out.toString();
    }

    private void print(Element element, int depth) {
        if (element.normalName().equals("pre")) {
            line(depth, element.outerHtml());
            return;
        }
        List<Node> children = element.childNodes().stream()
                .filter(child -> child instanceof Element
                        || child instanceof TextNode text && !words(text).isEmpty())
                .toList();
        String end = "</" + element.tagName() + ">";
        if (children.isEmpty()) {
            line(depth, start(element) + (element.tag().isEmpty() ? "" : end));
        } else if (children.size() == 1 && children.get(0) instanceof TextNode text) {
            line(depth, start(element) + words(text) + end);
        } else {
            line(depth, start(element));
            for (Node child : children) {
                if (child instanceof Element inner) {
                    print(inner, depth + 1);
                } else {
                    line(depth + 1, words((TextNode) child));
                }
            }
            line(depth, end);
        }
    }

    private void line(int depth, String text) {
        out.append(INDENT.repeat(depth)).append(text).append('\n');
    }

    private static String start(Element element) {
        return element.attributes().asList().stream()
                .map(Attribute::html)
                .collect(Collectors.joining(
                        " ",
                        element.attributesSize() == 0 ? "<" + element.tagName() : "<" + element.tagName() + " ",
                        ">"));
    }

    /** The words of a piece of text, with a sign where a space at its edge is one that a reader sees. */
    private static String words(TextNode text) {
        String all = text.getWholeText();
        String stripped = all.strip().replaceAll("[ \\t\\n\\f\\r]+", " ");
        boolean before = !all.isEmpty() && isSpace(all.charAt(0)) && isInline(text.previousSibling());
        boolean after = !all.isEmpty() && isSpace(all.charAt(all.length() - 1)) && isInline(text.nextSibling());
        if (stripped.isEmpty()) {
            return before && after ? SPACE : "";
        }
        return (before ? SPACE : "") + escaped(stripped) + (after ? SPACE : "");
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t';
    }

    /** Whether a neighbor stands in a line of text; parts of drawings, formulas and lists of choices do not. */
    private static boolean isInline(Node neighbor) {
        return neighbor instanceof Element element
                && element.tag().isInline()
                && !element.normalName().equals("option")
                && element.closest("svg > *, math > *") == null;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
