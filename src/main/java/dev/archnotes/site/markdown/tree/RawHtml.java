package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.Element;
import dev.archnotes.site.markdown.node.ElementBlock;
import dev.archnotes.site.markdown.node.ImageRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.jsoup.parser.Parser;

/**
 * Puts nodes in the place of the HTML that a note may have, so that nothing is ever printed as it was written: a link
 * is a link of the dialect, an image its image, anything else one of a few elements with harmless attributes. All other
 * HTML becomes code, with a finding.
 */
public final class RawHtml {
    private static final String ATTRIBUTE =
            "\\s++[^\\s\"'<>/=\\x00]++(?:\\s*+=\\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\\s\"'=<>`]++))?+";
    private static final Pattern TOKEN = Pattern.compile(
            "<!--.*?-->|</[A-Za-z][A-Za-z0-9-]*+\\s*+>|<[A-Za-z][A-Za-z0-9-]*+(?:" + ATTRIBUTE + ")*+\\s*+/?>",
            Pattern.DOTALL);
    private static final Pattern MARKUP = Pattern.compile("<[A-Za-z/!?]");
    private static final Pattern NAME = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");

    /** What is Markdown beyond doubt; in a block of HTML it is text, here as on any other site. */
    private static final Pattern MARKDOWN =
            Pattern.compile("!?\\[[^\\[\\]\\n]*+]\\([^()\\s]++|\\*\\*\\w[^*\\n]*+\\*\\*|`[^`\\n]++`");

    /** More elements within one another than anybody writes; each costs room on the stack. */
    private static final int DEEPEST = 100;

    private final Source source;
    private final List<Diagnostic> findings;
    private final Map<Image, ImageRef.Wish> wishes = new IdentityHashMap<>();

    private RawHtml(Source source, List<Diagnostic> findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Replaces the HTML of a tree; gives the sizes that its images are to have. */
    public static Map<Image, ImageRef.Wish> replace(Node tree, Source source, List<Diagnostic> findings) {
        RawHtml html = new RawHtml(source, findings);
        html.visit(tree);
        return html.wishes;
    }

    private void visit(Node parent) {
        boolean blocks = false;
        boolean inlines = false;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            blocks |= child instanceof HtmlBlock;
            inlines |= child instanceof HtmlInline;
        }
        if (blocks) {
            new Blocks(parent).replace();
        }
        if (inlines) {
            replaceInlines(parent);
        }
        for (Node child : children(parent)) {
            visit(child);
        }
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** An element that was opened within a line and is not closed yet. */
    private record Opened(HtmlInline node, HtmlTag tag) {}

    private void replaceInlines(Node parent) {
        Deque<Opened> open = new ArrayDeque<>();
        for (Node child : children(parent)) {
            if (!(child instanceof HtmlInline html)) {
                continue;
            }
            Optional<HtmlTag> tag = HtmlTag.of(html.getLiteral()).filter(HtmlTag::isPhrasing);
            if (tag.isEmpty()) {
                asCode(html, "");
            } else if (tag.get().isVoid()) {
                replace(html, ofVoid(tag.get(), html));
            } else if (!tag.get().closes() && open.size() >= DEEPEST) {
                asCode(html, "it lies within " + DEEPEST + " others");
            } else if (!tag.get().closes()) {
                open.push(new Opened(html, tag.get()));
                if (html.getLiteral().endsWith("/>")) {
                    close(open, html, html);
                }
            } else if (open.stream()
                    .anyMatch(opened -> opened.tag().name().equals(tag.get().name()))) {
                while (!open.element().tag().name().equals(tag.get().name())) {
                    asCode(open.pop().node(), "it is not closed");
                }
                close(open, open.element().node(), html);
            } else {
                asCode(html, "nothing opens it");
            }
        }
        open.forEach(opened -> asCode(opened.node(), "it is not closed"));
    }

    private void close(Deque<Opened> open, HtmlInline first, HtmlInline last) {
        HtmlTag tag = open.pop().tag();
        Node element = element(tag, first, isWithin(first, Link.class));
        Node next = first.getNext();
        while (first != last && next != last) {
            Node following = next.getNext();
            element.appendChild(next);
            next = following;
        }
        first.insertBefore(element);
        addId(tag, element);
        first.unlink();
        if (first != last) {
            last.unlink();
        }
    }

    /** A link has no id of its own: that of its tag stands before it. */
    private static void addId(HtmlTag tag, Node element) {
        if (element instanceof Link && !tag.id().isEmpty()) {
            Element anchor = new Element("span", Map.of("id", tag.id()));
            anchor.setSourceSpans(element.getSourceSpans());
            element.insertBefore(anchor);
        }
    }

    private static boolean isWithin(Node node, Class<? extends Node> type) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (type.isInstance(above)) {
                return true;
            }
        }
        return false;
    }

    private static void replace(Node old, Node replacement) {
        old.insertBefore(replacement);
        old.unlink();
    }

    private void asCode(HtmlInline html, String why) {
        report(html, html.getLiteral(), why);
        Code code = new Code(html.getLiteral());
        code.setSourceSpans(html.getSourceSpans());
        replace(html, code);
    }

    private void report(Node html, String literal, String why) {
        Matcher name = NAME.matcher(literal);
        String what = name.lookingAt()
                ? name.group() + ">"
                : literal.lines().findFirst().orElse("").strip();
        String message = why.isEmpty()
                ? what + " is no HTML that notes may have and is shown as code"
                : what + " is shown as code: " + why;
        findings.add(Diagnostic.error(Rule.RAW_HTML, source.location(html), message)
                .withHint("write code in backticks, \\< for the sign itself")
                .withLength(literal.lines().findFirst().orElse("").length()));
    }

    /** The node for an element within a line. */
    private Node element(HtmlTag tag, Node place, boolean withinLink) {
        Node node = switch (tag.name()) {
            case "a" ->
                tag.attribute("href").isEmpty() || withinLink
                        ? new Element("span", tag.printed())
                        : new Link(
                                tag.attribute("href"),
                                tag.attribute("title").isEmpty() ? null : tag.attribute("title"));
            case "b", "strong" -> new StrongEmphasis("**");
            case "em", "i" -> new Emphasis("*");
            default -> new Element(tag.printedName(), tag.printed());
        };
        node.setSourceSpans(place.getSourceSpans());
        return node;
    }

    private Node ofVoid(HtmlTag tag, Node place) {
        Node node = switch (tag.name()) {
            case "br" -> new HardLineBreak();
            case "img" -> image(tag);
            default -> new Element(tag.printedName(), Map.of());
        };
        node.setSourceSpans(place.getSourceSpans());
        return node;
    }

    private Image image(HtmlTag tag) {
        Image image = new Image(tag.attribute("src"), tag.attribute("title").isEmpty() ? null : tag.attribute("title"));
        if (!tag.attribute("alt").isEmpty()) {
            image.appendChild(new Text(tag.attribute("alt")));
        }
        wishes.put(image, new ImageRef.Wish(tag.length("width"), tag.length("height")));
        return image;
    }

    /** HTML that stands on lines of its own, with the blocks between its tags. */
    private final class Blocks {
        private final Node parent;

        /** The elements that are open, the innermost first, each with its tag. */
        private final Deque<Node> open = new ArrayDeque<>();

        private final Deque<HtmlTag> tags = new ArrayDeque<>();

        /** Words at the top, which need a paragraph around them. */
        private Paragraph loose = new Paragraph();

        private Node before = new Text();

        Blocks(Node parent) {
            this.parent = parent;
        }

        void replace() {
            for (Node child : children(parent)) {
                if (child instanceof HtmlBlock html) {
                    before = html;
                    List<String> tokens = tokens(html.getLiteral());
                    if (tokens.isEmpty() || !fits(tokens)) {
                        asCode(html);
                    } else {
                        tokens.forEach(token -> add(token, html));
                        html.unlink();
                    }
                    loose = new Paragraph();
                } else if (!open.isEmpty()) {
                    child.unlink();
                    closePhrasing();
                    container().appendChild(child);
                }
            }
            tags.forEach(tag -> {
                if (!tag.isOpenEnded()) {
                    findings.add(Diagnostic.error(
                            Rule.RAW_HTML, source.location(open.getLast()), "<" + tag.name() + "> is not closed"));
                }
            });
        }

        /** Ends what was opened within a line and what holds no blocks. */
        private void closePhrasing() {
            while (!open.isEmpty()
                    && (!(open.element() instanceof Block)
                            || open.element() instanceof Heading
                            || !tags.element().holdsText())) {
                pop();
            }
        }

        private Node container() {
            return open.isEmpty() ? parent : open.element();
        }

        private void pop() {
            open.pop();
            tags.pop();
        }

        private void asCode(HtmlBlock html) {
            report(html, html.getLiteral(), why(html.getLiteral()));
            IndentedCodeBlock code = new IndentedCodeBlock();
            code.setLiteral(html.getLiteral());
            code.setSourceSpans(html.getSourceSpans());
            if (open.isEmpty()) {
                RawHtml.replace(html, code);
            } else {
                html.unlink();
                closePhrasing();
                if (open.isEmpty()) {
                    parent.appendChild(code);
                } else {
                    container().appendChild(code);
                }
            }
        }

        /** What of a block cannot stay, where it is not its first tag. */
        private static String why(String literal) {
            Matcher token = TOKEN.matcher(literal);
            boolean first = true;
            while (token.find()) {
                boolean comment = token.group().startsWith("<!--");
                if (!comment && HtmlTag.of(token.group()).isEmpty()) {
                    Matcher name = NAME.matcher(token.group());
                    return first || !name.lookingAt() ? "" : name.group() + "> is no HTML that notes may have";
                }
                first &= comment;
            }
            return "its tags are not in their places";
        }

        /** Whether all of these can be nodes: tried out on the names alone. */
        private boolean fits(List<String> tokens) {
            Deque<HtmlTag> tried = new ArrayDeque<>(tags);
            boolean verbatim = false;
            for (String token : tokens) {
                if (tried.size() > DEEPEST) {
                    return false;
                }
                if (!token.startsWith("<") || !TOKEN.matcher(token).matches()) {
                    boolean words = !token.isBlank() && !verbatim;
                    if (words && !tried.isEmpty() && !tried.element().holdsText()) {
                        return false;
                    }
                    continue;
                }
                Optional<HtmlTag> tag = HtmlTag.of(token);
                if (tag.isPresent() && tag.get().name().equals("pre")) {
                    verbatim = !tag.get().closes();
                    if (verbatim && !tried.isEmpty() && !tried.element().holdsText()) {
                        return false;
                    }
                } else if (!verbatim && !token.startsWith("<!--")) {
                    if (tag.isEmpty() || !fits(tag.get(), token, tried)) {
                        return false;
                    }
                }
            }
            return !verbatim;
        }

        private boolean fits(HtmlTag tag, String token, Deque<HtmlTag> tried) {
            if (tag.closes()) {
                if (tried.stream().noneMatch(opened -> opened.name().equals(tag.name()))) {
                    return false;
                }
                while (!tried.pop().name().equals(tag.name())) {
                    // what stands within ends with it
                }
                return true;
            }
            endBefore(tag, tried, tried);
            boolean inPlace = tag.parents().isEmpty()
                    ? tried.isEmpty() || tried.element().holdsText()
                    : !tried.isEmpty() && tag.parents().contains(tried.element().name());
            boolean flowWithinLine = !tag.isPhrasing()
                    && tried.stream()
                            .anyMatch(opened ->
                                    opened.isPhrasing() || opened.name().matches("h[1-6]"));
            if (!tag.isVoid() && !token.endsWith("/>")) {
                tried.push(tag);
            }
            return inPlace && !flowWithinLine;
        }

        /** Ends those elements whose end may be left out and that cannot hold another one. */
        private void endBefore(HtmlTag tag, Deque<HtmlTag> names, Deque<?> along) {
            while (!names.isEmpty()
                    && names.element().isOpenEnded()
                    && (tag.parents().isEmpty()
                            ? names.element().name().equals("p") && !tag.isPhrasing()
                            : !tag.parents().contains(names.element().name()))) {
                names.pop();
                if (along != names) {
                    along.pop();
                }
            }
        }

        private void add(String token, HtmlBlock html) {
            boolean markup = token.startsWith("<") && TOKEN.matcher(token).matches();
            if (!open.isEmpty() && open.element() instanceof IndentedCodeBlock code) {
                if (token.matches("(?i)</pre\\s*>")) {
                    pop();
                } else if (!markup) {
                    code.setLiteral(code.getLiteral() + Parser.unescapeEntities(token, false));
                }
            } else if (!markup) {
                addText(token, html);
            } else if (!token.startsWith("<!--")) {
                HtmlTag tag = HtmlTag.of(token).orElseThrow();
                if (tag.closes()) {
                    close(tag);
                } else {
                    open(tag, token, html);
                }
            }
        }

        private void addText(String token, HtmlBlock html) {
            String words = Parser.unescapeEntities(token, false).replaceAll("\\s+", " ");
            if (words.isBlank() && (container() == parent || !tags.element().holdsText())) {
                return;
            }
            Matcher markdown = MARKDOWN.matcher(token);
            if (markdown.find()) {
                String written = markdown.group();
                findings.add(Diagnostic.warning(
                                Rule.INVALID_MARKDOWN,
                                source.at(source.indexOf(html, written)),
                                "Markdown beside a tag of HTML is shown as it is written")
                        .withHint("leave a line empty between the tag and the text")
                        .withLength(written.length()));
            }
            Text text = new Text(words);
            text.setSourceSpans(html.getSourceSpans());
            inline(text, html);
        }

        /** Adds a node within a line; at the top, in a paragraph. */
        private void inline(Node node, HtmlBlock html) {
            if (!open.isEmpty()) {
                open.element().appendChild(node);
                return;
            }
            if (loose.getFirstChild() == null) {
                loose = new Paragraph();
                loose.setSourceSpans(html.getSourceSpans());
                before.insertBefore(loose);
            }
            loose.appendChild(node);
        }

        private void close(HtmlTag tag) {
            while (!tags.element().name().equals(tag.name())) {
                pop();
            }
            pop();
        }

        private void open(HtmlTag tag, String token, HtmlBlock html) {
            endBefore(tag, tags, open);
            if (tag.isPhrasing()) {
                Node node = tag.isVoid()
                        ? ofVoid(tag, html)
                        : element(tag, html, open.stream().anyMatch(Link.class::isInstance));
                inline(node, html);
                addId(tag, node);
                if (!tag.isVoid() && !token.endsWith("/>")) {
                    open.push(node);
                    tags.push(tag);
                }
                return;
            }
            Node node = block(tag, html.getSourceSpans());
            if (open.isEmpty()) {
                before.insertBefore(node);
                loose = new Paragraph();
            } else {
                open.element().appendChild(node);
            }
            if (!tag.isVoid() && !token.endsWith("/>")) {
                open.push(node);
                tags.push(tag);
            }
        }

        private Node block(HtmlTag tag, List<SourceSpan> spans) {
            Node node;
            if (tag.name().equals("hr")) {
                node = new ThematicBreak();
            } else if (tag.name().equals("pre")) {
                IndentedCodeBlock code = new IndentedCodeBlock();
                code.setLiteral("");
                node = code;
            } else if (tag.name().matches("h[1-6]")) {
                Heading heading = new Heading();
                heading.setLevel(tag.name().charAt(1) - '0');
                node = heading;
                if (!tag.id().isEmpty()) {
                    node.appendChild(new Element("span", Map.of("id", tag.id())));
                }
            } else {
                node = new ElementBlock(tag.printedName(), tag.printed());
            }
            node.setSourceSpans(spans);
            return node;
        }
    }

    /** The tags, comments and texts of a block, in order; none where something in it is no HTML. */
    private static List<String> tokens(String literal) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(literal);
        int at = 0;
        while (token.find()) {
            tokens.add(literal.substring(at, token.start()));
            tokens.add(token.group());
            at = token.end();
        }
        tokens.add(literal.substring(at));
        tokens.removeIf(String::isEmpty);
        for (Iterator<String> all = tokens.iterator(); all.hasNext(); ) {
            String part = all.next();
            if (!TOKEN.matcher(part).matches() && MARKUP.matcher(part).find()) {
                return List.of();
            }
        }
        return tokens;
    }
}
