package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.CitationGroup;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.markdown.tree.PlainText;
import dev.archnotes.site.markdown.tree.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Tells what links, images and citations point at, and where exactly the target is written. */
final class LinkReader {

    private static final String FACT = "fact:";
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern WITHOUT_HOST = Pattern.compile("(?i)https?:(?!//[^/?#\\s])");
    /** What a browser would run, show as a page of the site's own, or look for on the reader's machine. */
    private static final Set<String> REFUSED = Set.of(
            "about",
            "blob",
            "chrome",
            "data",
            "file",
            "filesystem",
            "jar",
            "javascript",
            "livescript",
            "mocha",
            "res",
            "resource",
            "vbscript",
            "view-source");

    private static final Pattern CITATION =
            Pattern.compile("\\s*@([\\p{L}\\d][\\p{L}\\d_:.+/-]*)\\s*(?:,\\s*(.*?)\\s*)?", Pattern.DOTALL);

    private final Source source;
    private final List<Diagnostic> findings;
    /** How many images with captions have an id so far. */
    private final Map<String, Integer> pictured = new HashMap<>();

    LinkReader(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    static boolean isFact(Link link) {
        return link.getDestination().startsWith(FACT);
    }

    FactRef readFact(Link link) {
        String target = link.getDestination().substring(FACT.length());
        Location written = source.at(targetIndex(link));
        return new FactRef(target, textOf(link), written.right(FACT.length()), textLocation(link));
    }

    /** The link, or null where its target is of a kind that has no place in a note. */
    @Nullable
    LinkRef readLink(Link link) {
        String target = link.getDestination();
        Location location = source.at(targetIndex(link));
        Matcher scheme = SCHEME.matcher(target);
        boolean absolute = scheme.matches();
        // a browser drops these before it looks for the scheme
        Matcher hidden = SCHEME.matcher(target.replaceAll("[\\s\\p{Cntrl}]", ""));
        if (!absolute && hidden.matches() && REFUSED.contains(hidden.group(1).toLowerCase(Locale.ROOT))) {
            absolute = true;
            scheme = hidden;
        }
        if (absolute && REFUSED.contains(scheme.group(1).toLowerCase(Locale.ROOT))) {
            findings.add(Diagnostic.error(
                            Rule.INVALID_MARKDOWN, location, "links to \"" + scheme.group(1) + ":\" are not possible")
                    .withHint("write https:, mailto:, fact: or the path of a file")
                    .withLength(scheme.group(1).length() + 1));
            return null;
        }
        if (absolute && WITHOUT_HOST.matcher(target).lookingAt()) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, location, "the address names no host")
                    .withHint("write it in full: https://example.org/")
                    .withLength(target.length()));
            return null;
        }
        String text = textOf(link);
        if (target.isEmpty()) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, location, "the link leads nowhere")
                    .withLength(source.length(link)));
            return null;
        }
        return new LinkRef(kind(target, absolute), target, text, location, textLocation(link));
    }

    /** The image, shown as large as the author wishes. */
    ImageRef readImage(Image image, ImageRef.Wish wish) {
        String alt = PlainText.of(image);
        Location location = source.at(targetIndex(image));
        if (alt.isBlank()) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.location(image), "the image has no description")
                    .withHint("say between the brackets what it shows")
                    .withLength(source.length(image)));
        }
        String title = image.getTitle() == null ? "" : image.getTitle();
        String id = title.isEmpty() ? "" : id(image.getDestination());
        return new ImageRef(image.getDestination(), alt, title, id, wish, location);
    }

    /** What names an image after its file, the second of a file apart from the first. */
    private String id(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String words = Slug.ofWords(dot > 0 ? name.substring(0, dot) : name);
        String id = "img:" + (words.isEmpty() ? "image" : words);
        int count = pictured.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }

    /** The keys that one pair of brackets cites. */
    static List<String> keys(CitationGroup group) {
        return Arrays.stream(group.text.split(";", -1))
                .map(CITATION::matcher)
                .filter(Matcher::matches)
                .map(citation -> citation.group(1))
                .toList();
    }

    /** The citations of one pair of brackets. */
    List<CitationRef> readCitations(CitationGroup group) {
        List<CitationRef> citations = new ArrayList<>();
        int start = 0;
        for (String part : group.text.split(";", -1)) {
            Matcher citation = CITATION.matcher(part);
            if (citation.matches()) {
                Location location = source.at(citationIndex(group, start + citation.start(1)));
                String locator =
                        citation.group(2) == null ? "" : citation.group(2).replaceAll("\\s+", " ");
                citations.add(new CitationRef(citation.group(1), locator, location));
            } else {
                int indent = part.length() - part.stripLeading().length();
                Location location = source.at(citationIndex(group, start + indent));
                findings.add(
                        Diagnostic.error(Rule.UNKNOWN_CITATION, location, "\"" + part.strip() + "\" is not a citation")
                                .withHint("write [@key], [@key, section 3.2] or [@a; @b]")
                                .withLength(part.strip().length()));
            }
            start += part.length() + 1;
        }
        return List.copyOf(citations);
    }

    private int citationIndex(CitationGroup group, int offset) {
        return source.index(group, group.getSourceSpans(), offset + 1);
    }

    private String textOf(Link link) {
        String text = PlainText.of(link);
        if (text.isEmpty() && !(link.getFirstChild() instanceof Image)) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.location(link), "the link has no text")
                    .withLength(source.length(link)));
        }
        return text;
    }

    private static LinkRef.Kind kind(String target, boolean absolute) {
        if (absolute || target.startsWith("//")) {
            return LinkRef.Kind.EXTERNAL;
        }
        if (target.startsWith("#")) {
            return LinkRef.Kind.ANCHOR;
        }
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        String folded = path.toLowerCase(Locale.ROOT);
        return folded.endsWith(".md") || folded.endsWith(".markdown") ? LinkRef.Kind.NOTE : LinkRef.Kind.FILE;
    }

    private Location textLocation(Link link) {
        return link.getFirstChild() == null ? source.location(link) : source.location(link.getFirstChild());
    }

    /** Where the target stands: behind {@code ](}, or the link's own beginning where there is no such place. */
    private int targetIndex(Node link) {
        int start = source.start(link);
        int end = source.end(link);
        int from = link.getLastChild() == null ? start : source.end(link.getLastChild());
        String behindText = source.substring(from, end);
        int bracket = behindText.indexOf("](");
        if (bracket < 0) {
            return source.substring(start, end).startsWith("<") ? start + 1 : start;
        }
        int target = bracket + 2;
        while (target < behindText.length()
                && (Character.isWhitespace(behindText.charAt(target)) || behindText.charAt(target) == '<')) {
            target++;
        }
        return from + target;
    }
}
