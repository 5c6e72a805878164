package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.tree.Source;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * What stands in braces at the end of a heading: {@code {#id}}, as Pandoc, Hugo and others read it. An id is taken as
 * it is written, also where Markdown would make something else of it, as of {@code {#A.__call__}}; other attributes are
 * left out and reported.
 */
final class HeadingAttributes {
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._:-]*");

    private static final String VALUE = "[\\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\\s{}\"']+)";
    private static final String ATTRIBUTE = "(?:#[^\\s{}]+|\\.[\\p{L}_-][^\\s{}]*|" + VALUE + ")";

    /** A list of attributes at the end; one that begins with a value is taken for text unless it says what it is. */
    private static final Pattern LIST = Pattern.compile(
            "(?<![\\\\`])\\{(?:\\s*(?=[#.])|:\\s*)(?<all>" + ATTRIBUTE + "(?:\\s+" + ATTRIBUTE + ")*)\\s*}\\s*$");

    /** Braces that were meant for an id. */
    private static final Pattern UNREADABLE = Pattern.compile("(?<![\\\\`])\\{:?\\s*#(?<words>[^}`]*)}\\s*$");

    private final Source source;
    private final List<Diagnostic> findings;

    HeadingAttributes(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Takes the attributes out of a heading; its id, or nothing. */
    String take(Heading heading) {
        Node first = heading.getFirstChild();
        Node last = heading.getLastChild();
        if (first == null || last == null) {
            return "";
        }
        int start = source.start(first);
        String written = source.substring(start, source.end(last));
        if (written.indexOf('{') < 0) {
            return "";
        }
        Matcher list = LIST.matcher(written);
        if (list.find()) {
            String id = id(list.group("all"));
            if ((id.isEmpty() || ID.matcher(id).matches()) && cut(heading, start + list.start())) {
                if (!("#" + id).equals(unescaped(list.group("all")))) {
                    reportOthers(start + list.start(), list.group().strip());
                }
                return id;
            }
        }
        Matcher unreadable = UNREADABLE.matcher(written);
        if (unreadable.find()) {
            reportUnreadable(start + unreadable.start(), unreadable.group("words"));
        }
        return "";
    }

    private static String id(String attributes) {
        for (String attribute : attributes.split("\\s+")) {
            if (attribute.startsWith("#")) {
                return unescaped(attribute.substring(1));
            }
        }
        return "";
    }

    private static String unescaped(String written) {
        return written.replaceAll("\\\\([^\\p{L}\\p{N}\\s])", "$1");
    }

    /**
     * Takes away all of a heading from a place on; false where an emphasis or the like begins before and ends behind.
     */
    private boolean cut(Heading heading, int from) {
        Node part = heading.getLastChild();
        while (part != null
                && source.start(part) >= from
                && !part.getSourceSpans().isEmpty()) {
            part = part.getPrevious();
        }
        if (part != null && source.end(part) > from && !(part instanceof Text)) {
            return false;
        }
        Node behind = part == null ? heading.getFirstChild() : part.getNext();
        while (behind != null) {
            Node next = behind.getNext();
            behind.unlink();
            behind = next;
        }
        if (part instanceof Text text && source.end(text) > from) {
            String before = source.substring(source.start(text), from);
            int brace = -1;
            for (long left = before.chars().filter(c -> c == '{').count(); left >= 0; left--) {
                brace = text.getLiteral().indexOf('{', brace + 1);
            }
            text.setLiteral(text.getLiteral().substring(0, Math.max(0, brace)).stripTrailing());
        }
        return true;
    }

    private void reportOthers(int at, String written) {
        findings.add(Diagnostic.warning(
                        Rule.FOREIGN_SYNTAX, source.at(at), "a list of attributes is left out, but for the id")
                .withHint("write {#id} at the end of a heading, and nothing else")
                .withLength(written.length()));
    }

    private void reportUnreadable(int at, String words) {
        String slug = Slug.ofHeading(words.strip());
        findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.at(at), "this is not an id")
                .withHint((slug.isEmpty() ? "" : "write {#" + slug + "}: ")
                        + "letters, digits, -, ., : and _ between the braces and nothing else"));
    }
}
