package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.markdown.code.CodeFence;
import dev.archnotes.site.markdown.math.MathSnippet;
import dev.archnotes.site.markdown.math.PlainFormula;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.markdown.node.BlockRef;
import dev.archnotes.site.markdown.node.CitationGroup;
import dev.archnotes.site.markdown.node.CitationRef;
import dev.archnotes.site.markdown.node.DisplayFormula;
import dev.archnotes.site.markdown.node.Element;
import dev.archnotes.site.markdown.node.ElementBlock;
import dev.archnotes.site.markdown.node.FactRef;
import dev.archnotes.site.markdown.node.Formula;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.markdown.tree.PlainText;
import dev.archnotes.site.markdown.tree.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Walks through a parsed note once and gathers what others need to know of it. */
final class DocumentReader extends AbstractVisitor {

    /** A number can hardly be anything else. */
    private static final Pattern NUMBERED_FOOTNOTE = Pattern.compile("\\[\\^\\d{1,3}]");

    /** A word may be one; a letter or two is a variable, an ending such as nd, or a set of characters. */
    private static final Pattern NAMED_FOOTNOTE =
            Pattern.compile("\\[\\^(?:\\d{1,3}|\\p{L}(?!-.])[\\p{L}\\d_.-]{2,})]");

    private static final Pattern DISPLAY_IN_LINE = Pattern.compile("\\$\\$[^$]+\\$\\$");

    /** Each takes a line or two to write, and draws a picture of some thousand characters. */
    private static final int MOST_BLOCKS = 500;

    final Refs refs;
    final SectionText sections = new SectionText();
    final List<Heading> headings = new ArrayList<>();
    final List<LinkRef> links = new ArrayList<>();
    final List<CitationRef> citations = new ArrayList<>();
    final List<FactRef> facts = new ArrayList<>();
    final List<BlockRef> blocks = new ArrayList<>();
    final List<ImageRef> images = new ArrayList<>();
    final List<MathSnippet> formulas = new ArrayList<>();
    final List<Diagnostic> findings;
    boolean bold;
    /** Whether it has elements of HTML, or code of which its fence says more than the language. */
    boolean elements;
    /** The words of the first paragraph that has any. */
    String firstParagraph = "";

    private final Source source;
    private final HeadingReader headingReader;
    private final LinkReader linkReader;
    private final TakenIds taken;
    private final boolean footnotes;
    /** Whether it writes any character by its number. */
    private final boolean entities;

    private final Map<Image, ImageRef.Wish> wishes;
    private final List<Map<String, String>> anchored = new ArrayList<>();
    final Set<String> anchors = new HashSet<>();
    /** How many tables have an id so far. */
    private final Map<String, Integer> tables = new HashMap<>();

    /**
     * A reader of one text.
     *
     * @param footnotes whether it defines any footnote: without one, a word behind a caret in brackets is what it looks
     *     like
     * @param title the title that was taken out of it
     * @param wishes how large images are to be
     */
    DocumentReader(
            Source source,
            Refs refs,
            TakenIds taken,
            boolean footnotes,
            Optional<String> title,
            Map<Image, ImageRef.Wish> wishes,
            List<Diagnostic> findings) {
        this.footnotes = footnotes;
        this.taken = taken;
        this.wishes = wishes;
        this.refs = refs;
        this.source = source;
        this.entities = source.contains("&#");
        this.findings = findings;
        this.headingReader = new HeadingReader(source, taken, title, findings);
        this.linkReader = new LinkReader(source, findings);
    }

    @Override
    public void visit(org.commonmark.node.Heading node) {
        Heading heading = refs.put(node, headingReader.read(node));
        headings.add(heading);
        sections.begin(heading);
        sections.silently(() -> visitChildren(node));
    }

    @Override
    public void visit(StrongEmphasis strong) {
        bold = true;
        visitChildren(strong);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (firstParagraph.isEmpty() && paragraph.getParent() instanceof Document) {
            firstParagraph = PlainText.of(paragraph).replaceAll("\\s+", " ");
        }
        visitChildren(paragraph);
        sections.gap();
    }

    @Override
    public void visit(ListItem item) {
        visitChildren(item);
        sections.gap();
    }

    @Override
    public void visit(Text text) {
        checkCharacters(text, text.getLiteral());
        sections.append(text.getLiteral());
        if (text.getLiteral().contains("[^")) {
            checkFootnotes(text);
        }
        if (text.getLiteral().contains("$$")) {
            checkFormulas(text);
        }
    }

    private void checkFootnotes(Text text) {
        int from = source.start(text);
        Pattern pattern = footnotes ? NAMED_FOOTNOTE : NUMBERED_FOOTNOTE;
        Matcher footnote = pattern.matcher(text.getLiteral());
        while (footnote.find()) {
            String label = footnote.group();
            String hint = "define it on a line of its own: " + label + ": …";
            from = reportIn(text, from, label, Rule.INVALID_MARKDOWN, "there is no footnote " + label, hint);
        }
    }

    private void checkFormulas(Text text) {
        int from = source.start(text);
        Matcher display = DISPLAY_IN_LINE.matcher(text.getLiteral());
        while (display.find()) {
            String hint = "write $ for a formula within a line";
            from = reportIn(
                    text, from, display.group(), Rule.BAD_MATH, "a formula in $$ stands on lines of its own", hint);
        }
    }

    @Override
    public void visit(Code code) {
        sections.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        sections.gap();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        sections.gap();
    }

    @Override
    public void visit(Link link) {
        checkCharacters(link, link.getDestination() + link.getTitle());
        if (LinkReader.isFact(link)) {
            facts.add(refs.put(link, linkReader.readFact(link)));
        } else {
            LinkRef ref = linkReader.readLink(link);
            if (ref != null) {
                links.add(refs.put(link, ref));
            }
        }
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        checkCharacters(image, image.getDestination() + image.getTitle() + PlainText.of(image));
        images.add(refs.put(image, linkReader.readImage(image, wishes.getOrDefault(image, ImageRef.Wish.NONE))));
        sections.append(image.getTitle() == null ? PlainText.of(image) : image.getTitle());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        String word = infoWord(code);
        Location opening = source.at(source.indexOf(code, word));
        if (code.getClosingFenceLength() == null) {
            findings.add(Diagnostic.error(Rule.INVALID_MARKDOWN, source.location(code), "the block is not closed")
                    .withHint("close it with a line of "
                            + code.getFenceCharacter().repeat(code.getOpeningFenceLength()))
                    .withLength(source.length(code)));
        }
        Optional<BlockKind> kind = BlockKind.of(word);
        if (kind.isPresent() && blocks.size() < MOST_BLOCKS) {
            blocks.add(refs.put(code, new BlockRef(kind.get(), code.getLiteral(), opening, bodyLocation(code))));
        } else if (kind.isPresent()) {
            findings.add(Diagnostic.error(
                            Rule.INVALID_MARKDOWN,
                            opening,
                            "a note may have " + MOST_BLOCKS
                                    + " pictures and tables of models; this one is shown as code")
                    .withHint("divide the note")
                    .withLength(word.length()));
        } else {
            CodeFence fence = CodeFence.parse(info(code));
            elements |= !fence.isPlain();
            sections.appendSearched(" " + fence.title() + " " + code.getLiteral() + " ");
            Suggestion.closest(word, BlockKind.words())
                    .ifPresent(meant -> findings.add(
                            Diagnostic.warning(Rule.UNKNOWN_BLOCK, opening, "\"" + word + "\" is shown as code")
                                    .withHint("did you mean the block \"" + meant + "\"?")
                                    .withLength(word.length())));
        }
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        sections.appendSearched(" " + code.getLiteral() + " ");
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Formula formula) {
            List<Location> lines = new ArrayList<>();
            for (SourceSpan span : formula.texSpans) {
                lines.add(source.at(source.index(formula, List.of(span), 0)));
            }
            formulas.add(new MathSnippet(formula.tex, false, lines));
            sections.appendSearched(PlainFormula.of(formula.tex));
        } else if (node instanceof CitationGroup group) {
            List<CitationRef> cited = linkReader.readCitations(group);
            refs.put(group, new Cited(cited, cited.size() == group.text.split(";", -1).length));
            citations.addAll(cited);
        } else {
            if (node instanceof Element element) {
                readAnchor(element.attributes);
            }
            if (node instanceof TableCell && node.getPrevious() != null) {
                sections.apart(" · ");
            }
            visitChildren(node);
            if (node instanceof TableRow) {
                sections.apart("; ");
            }
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof DisplayFormula formula) {
            readDisplayFormula(formula);
        } else {
            if (block instanceof TableBlock table) {
                refs.put(table, Table.read(table, tables, source, findings));
            }
            if (block instanceof ElementBlock element) {
                readAnchor(element.attributes);
                bold |= element.name.equals("dt");
            }
            visitChildren(block);
            sections.gap();
        }
    }

    private void readDisplayFormula(DisplayFormula formula) {
        Location location = source.location(formula);
        if (!formula.closed) {
            findings.add(Diagnostic.error(Rule.BAD_MATH, location, "the formula is not closed")
                    .withHint("close it with a line of $$")
                    .withLength(2));
        } else if (formula.lines.isEmpty()) {
            findings.add(Diagnostic.error(Rule.BAD_MATH, location, "the formula is empty")
                    .withLength(2));
        } else {
            List<Location> lines = formula.lines.stream()
                    .map(line -> source.at(line.getSourceSpan().getInputIndex()))
                    .toList();
            formulas.add(refs.put(formula, new MathSnippet(formula.tex(), true, lines)));
            sections.appendSearched(" " + PlainFormula.of(formula.tex()) + " ");
        }
    }

    private Location bodyLocation(FencedCodeBlock code) {
        List<SourceSpan> spans = code.getSourceSpans();
        SourceSpan first = spans.size() > 1 ? spans.get(1) : spans.get(0);
        return source.at(first.getInputIndex());
    }

    /** An entity such as {@code &#27;} writes what the file itself does not have. */
    private void checkCharacters(Node node, String text) {
        if (!entities) {
            return;
        }
        HiddenCharacters.findings(text, source.location(node)).stream()
                .limit(1)
                .filter(finding ->
                        source.substring(source.start(node), source.end(node)).contains("&#"))
                .forEach(finding -> findings.add(finding.at(source.at(source.indexOf(node, "&#")))));
    }

    private void readAnchor(Map<String, String> attributes) {
        elements = true;
        if (attributes.containsKey("id")) {
            anchored.add(attributes);
        }
    }

    /** Keeps the ids that authors gave to elements where nothing else on the page has them. */
    void settleAnchors() {
        Set<String> ofHeadings = headings.stream().map(Heading::id).collect(Collectors.toSet());
        for (Map<String, String> attributes : anchored) {
            String id = attributes.get("id");
            if (id != null && (ofHeadings.contains(id) || taken.contains(id) || !anchors.add(id))) {
                attributes.remove("id");
            }
        }
    }

    /** Reports the next place of those words in a node; the index behind it. */
    private int reportIn(Node node, int from, String words, Rule rule, String message, String hint) {
        int index = source.indexOf(node, from, words);
        findings.add(
                Diagnostic.error(rule, source.at(index), message).withHint(hint).withLength(words.length()));
        return index + words.length();
    }

    /** What stands behind the opening of a fence. */
    static String info(FencedCodeBlock code) {
        return code.getInfo() == null ? "" : code.getInfo().strip();
    }

    static String infoWord(FencedCodeBlock code) {
        String info = info(code);
        return info.split("\\s", 2)[0];
    }

    /**
     * The citations of a {@link CitationGroup}.
     *
     * @param whole whether there is nothing else between the brackets
     */
    record Cited(List<CitationRef> citations, boolean whole) {}
}
