package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.Heading;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Gives every heading its id and sees to it that none is there twice and no level is skipped. */
final class HeadingReader {

    private static final Pattern EXPLICIT_ID = Pattern.compile("\\s*\\{#([\\p{L}\\d][\\p{L}\\d._-]*)}\\s*$");

    private final Source source;
    private final List<Diagnostic> findings;
    private final Map<String, Location> taken = new HashMap<>();
    private final Map<String, Integer> doubles = new HashMap<>();
    private int lastLevel = 1;

    HeadingReader(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    /** {@code why-a-latent} for {@code Why a latent?}: letters and digits, words joined by hyphens. */
    static String slug(String text) {
        StringBuilder slug = new StringBuilder();
        boolean pending = false;
        for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (Character.isLetterOrDigit(c)) {
                slug.append(pending && slug.length() > 0 ? "-" : "").appendCodePoint(c);
                pending = false;
            } else if (Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.DASH_PUNCTUATION) {
                pending = true;
            }
        }
        return slug.toString();
    }

    Heading read(org.commonmark.node.Heading node) {
        Location location = source.location(node);
        checkLevel(node, location);
        String explicit = takeExplicitId(node);
        String text = PlainText.of(node);
        String wanted = explicit.isEmpty() ? slug(text) : explicit;
        String id = unique(wanted.isEmpty() ? "section" : wanted, node, location);
        return new Heading(node.getLevel(), id, text, location);
    }

    private void checkLevel(org.commonmark.node.Heading node, Location location) {
        int level = node.getLevel();
        String marks = "#".repeat(level);
        if (level == 1) {
            findings.add(Diagnostic.error(
                            Rule.INVALID_MARKDOWN,
                            location,
                            "the title in the front matter is the only heading of level 1")
                    .withHint("write ## instead"));
        } else if (level > lastLevel + 1) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, location, marks + " skips a level")
                    .withHint("write " + "#".repeat(lastLevel + 1) + " instead")
                    .withLength(level));
        }
        lastLevel = level;
    }

    private static String takeExplicitId(org.commonmark.node.Heading node) {
        Node last = node.getLastChild();
        if (last instanceof Text text) {
            Matcher id = EXPLICIT_ID.matcher(text.getLiteral());
            if (id.find()) {
                text.setLiteral(text.getLiteral().substring(0, id.start()));
                return id.group(1);
            }
        }
        return "";
    }

    private String unique(String wanted, Node node, Location location) {
        Location first = taken.putIfAbsent(wanted, location);
        if (first == null) {
            return wanted;
        }
        String message = "the heading in line " + first.line() + " already has the id \"" + wanted + "\"";
        findings.add(Diagnostic.error(Rule.DUPLICATE_HEADING, location, message)
                .withHint("give one of them an id of its own: {#" + wanted + "-2}")
                .withLength(source.length(node)));
        String id;
        do {
            id = wanted + "-" + doubles.merge(wanted, 2, (number, start) -> number + 1);
        } while (taken.putIfAbsent(id, location) != null);
        return id;
    }
}
