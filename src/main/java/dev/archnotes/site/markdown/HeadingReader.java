package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.tree.PlainText;
import dev.archnotes.site.markdown.tree.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Node;

/** Gives every heading its id and sees to it that none is on the page twice. */
final class HeadingReader {

    private final Source source;
    private final HeadingAttributes attributes;
    private final List<Diagnostic> findings;
    private final TakenIds taken;
    private final Map<String, Location> given = new HashMap<>();
    private final Map<String, Integer> doubles = new HashMap<>();

    /**
     * A reader of the headings of one text.
     *
     * @param title the heading above them, which has its id on a code browser's page
     */
    HeadingReader(Source source, TakenIds taken, Optional<String> title, List<Diagnostic> findings) {
        this.source = source;
        this.attributes = new HeadingAttributes(source, findings);
        this.taken = taken;
        this.findings = findings;
        title.ifPresent(words -> given.put(orSection(Slug.ofHeading(words)), source.at(0)));
    }

    Heading read(org.commonmark.node.Heading node) {
        Location location = source.location(node);
        String explicit = attributes.take(node);
        String text = PlainText.of(node);
        String wanted = explicit.isEmpty() ? orSection(Slug.ofHeading(text)) : explicit;
        String id = taken.contains(wanted)
                ? beside(wanted, !explicit.isEmpty(), node, location)
                : unique(wanted, node, location);
        String formerId = explicit.isEmpty() ? orSection(Slug.ofWords(text)) : id;
        return new Heading(node.getLevel(), id, formerId, text, location);
    }

    /** A heading without a letter has no address on GitHub; here it needs one. */
    private static String orSection(String slug) {
        return slug.isEmpty() ? "section" : slug;
    }

    /** The second {@code data} is {@code data-1}, as on GitHub. */
    private String unique(String wanted, Node node, Location location) {
        Location first = given.putIfAbsent(wanted, location);
        if (first == null) {
            return wanted;
        }
        String message = "the heading in line " + first.line() + " already has the id \"" + wanted + "\"";
        findings.add(Diagnostic.error(Rule.DUPLICATE_HEADING, location, message)
                .withHint("give one of them an id of its own: {#" + wanted + "-2}")
                .withLength(source.length(node)));
        return numbered(wanted, location);
    }

    /** An id for a heading whose own is that of a part of the page; an id that the author wrote is the author's say. */
    private String beside(String wanted, boolean explicit, Node node, Location location) {
        String id = numbered(wanted, location);
        String message = "the page has a part with the id \"" + wanted + "\" already";
        findings.add((explicit
                        ? Diagnostic.error(Rule.DUPLICATE_HEADING, location, message)
                                .withHint("write another id")
                        : Diagnostic.warning(Rule.DUPLICATE_HEADING, location, message)
                                .withHint("the heading has the id " + id + "; give it one of its own: {#…}"))
                .withLength(source.length(node)));
        return id;
    }

    private String numbered(String wanted, Location location) {
        String id;
        do {
            id = wanted + "-" + doubles.merge(wanted, 1, Integer::sum);
        } while (taken.contains(id) || given.putIfAbsent(id, location) != null);
        return id;
    }
}
