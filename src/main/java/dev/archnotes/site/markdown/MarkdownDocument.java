package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.markdown.tree.TitleHeading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Node;

/**
 * A note's text as it was read: what it refers to, what is wrong with it, and its HTML when everything it refers to is
 * known.
 */
public final class MarkdownDocument {
    /** The one level of headings that is set in bold. */
    private static final int BOLD_HEADING = 3;

    private static final String PARAGRAPH = "<p>";
    private static final String PARAGRAPH_END = "</p>";

    private final String path;
    private final Optional<TitleHeading.Title> title;
    private final String firstParagraph;
    private final Set<String> anchors;
    private final boolean elements;
    private final List<Heading> headings;
    private final List<LinkRef> links;
    private final List<CitationRef> citations;
    private final List<String> citedKeys;
    private final List<FactRef> facts;
    private final List<BlockRef> blocks;
    private final List<ImageRef> images;
    private final List<MathSnippet> formulas;
    private final List<TextSection> sections;
    private final int wordCount;
    private final boolean bold;
    private final List<Diagnostic> findings;

    /** Nobody outside sees the tree, and nothing changes it from here on. */
    private final Node tree;

    private final Refs refs;
    private final Footnotes footnotes;
    private final TakenIds taken;

    /** Headings by the ids that they had in the first edition of the site, where these are not in use. */
    private final Map<String, Heading> aliases;

    MarkdownDocument(
            String path,
            Node tree,
            DocumentReader reader,
            Footnotes footnotes,
            TakenIds taken,
            Optional<TitleHeading.Title> title) {
        this.title = title;
        this.elements = reader.elements;
        this.anchors = Set.copyOf(reader.anchors);
        this.firstParagraph = reader.firstParagraph;
        this.taken = taken;
        this.path = path;
        this.tree = tree;
        this.refs = reader.refs;
        this.footnotes = footnotes;
        this.headings = List.copyOf(reader.headings);
        this.aliases = aliases(headings);
        this.links = List.copyOf(reader.links);
        this.citations = List.copyOf(reader.citations);
        this.citedKeys = CitationOrder.of(tree, refs, footnotes);
        this.facts = List.copyOf(reader.facts);
        this.blocks = List.copyOf(reader.blocks);
        this.images = List.copyOf(reader.images);
        this.formulas = List.copyOf(reader.formulas);
        this.sections = reader.sections.finish();
        this.wordCount = reader.sections.wordCount();
        this.bold = reader.bold || headings.stream().anyMatch(heading -> heading.level() == BOLD_HEADING);
        this.findings = reader.findings.stream().sorted().toList();
    }

    private static Map<String, Heading> aliases(List<Heading> headings) {
        Map<String, Heading> aliases = new HashMap<>();
        headings.forEach(heading -> aliases.putIfAbsent(heading.formerId(), heading));
        headings.forEach(heading -> aliases.remove(heading.id()));
        return Map.copyOf(aliases);
    }

    /** The HTML of the text, without the note's title; the same for the same answers of the context. */
    public String render(RenderContext context) {
        return new Html(refs, footnotes, shownAliases(), context).render(tree);
    }

    /**
     * The HTML of a text in two parts.
     *
     * @param opening its first paragraph; empty where it begins with something else
     * @param rest what follows
     */
    public record Parts(String opening, String rest) {
        /** A rendered text with its first paragraph apart, so that something can stand between the two. */
        public static Parts of(String html) {
            int opening = html.startsWith(PARAGRAPH) ? html.indexOf(PARAGRAPH_END) + PARAGRAPH_END.length() : 0;
            return new Parts(html.substring(0, opening), html.substring(opening));
        }
    }

    /** The HTML of a text of one paragraph, without the paragraph around it. */
    public String renderLine(RenderContext context) {
        String html = render(context).strip();
        boolean paragraph = html.startsWith(PARAGRAPH) && html.endsWith(PARAGRAPH_END);
        return paragraph ? html.substring(PARAGRAPH.length(), html.length() - PARAGRAPH_END.length()) : html;
    }

    /** Those that no other part of the page has. */
    private Map<String, Heading> shownAliases() {
        Map<String, Heading> shown = new HashMap<>(aliases);
        shown.keySet().removeIf(taken::contains);
        return shown;
    }

    /**
     * The first place of each term in the running text.
     *
     * @param explained the terms that this text explains, with the id of the heading under which it does so; empty for
     *     the whole text
     */
    public TermMarks terms(Lexicon lexicon, Map<String, String> explained) {
        return TermFinder.find(tree, refs, lexicon, explained);
    }

    /** All its words without markup, citations and formulas. */
    public String plain() {
        return sections.stream().map(TextSection::text).collect(Collectors.joining(" "));
    }

    /** All its words without markup and citations, with its formulas as they are typed without TeX. */
    public String typed() {
        return sections.stream().map(TextSection::searched).collect(Collectors.joining(" "));
    }

    /** The file as the author calls it. */
    public String path() {
        return path;
    }

    /** The title that the text itself had as its first heading. */
    public Optional<String> title() {
        return title.map(TitleHeading.Title::words);
    }

    /** Whether an anchor leads to that title. */
    public boolean isTitle(String anchor) {
        return title.filter(heading -> Slug.ofHeading(heading.words()).equals(anchor)
                        || !heading.id().isEmpty() && heading.id().equals(anchor))
                .isPresent();
    }

    /** Whether it has elements of HTML, or code with a title, numbers or marked lines. */
    public boolean hasElements() {
        return elements;
    }

    /** Whether the author gave that id to something that is no heading. */
    public boolean hasAnchor(String anchor) {
        return anchors.contains(anchor);
    }

    /** The words of the first paragraph; empty where there is none. */
    public String firstParagraph() {
        return firstParagraph;
    }

    public List<Heading> headings() {
        return headings;
    }

    /** The heading to which an anchor leads, by its id or by the one that it had in the first edition of the site. */
    public Optional<Heading> heading(String anchor) {
        return headings.stream()
                .filter(heading -> heading.id().equals(anchor))
                .findFirst()
                .or(() -> Optional.ofNullable(aliases.get(anchor)));
    }

    /** All links but checked facts. */
    public List<LinkRef> links() {
        return links;
    }

    public List<CitationRef> citations() {
        return citations;
    }

    /** The keys of what is cited, each once, in the order in which a page shows the citations. */
    public List<String> citedKeys() {
        return citedKeys;
    }

    public List<FactRef> facts() {
        return facts;
    }

    public List<BlockRef> blocks() {
        return blocks;
    }

    public List<ImageRef> images() {
        return images;
    }

    public List<MathSnippet> formulas() {
        return formulas;
    }

    /** The words of each section, in order. */
    public List<TextSection> sections() {
        return sections;
    }

    /** The words to be read, headings included, code and formulas not. */
    public int wordCount() {
        return wordCount;
    }

    /** Whether any of it is set in bold. */
    public boolean bold() {
        return bold;
    }

    /** What is wrong with the Markdown itself; whether its links and facts hold is not known here. */
    public List<Diagnostic> findings() {
        return findings;
    }
}
