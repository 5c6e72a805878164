package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.markdown.node.ImageRef;
import dev.archnotes.site.markdown.tree.AlertFinder;
import dev.archnotes.site.markdown.tree.CitationProcessor;
import dev.archnotes.site.markdown.tree.CommentParser;
import dev.archnotes.site.markdown.tree.Comments;
import dev.archnotes.site.markdown.tree.DefinitionLists;
import dev.archnotes.site.markdown.tree.DisplayFormulaParser;
import dev.archnotes.site.markdown.tree.EmptyHeadings;
import dev.archnotes.site.markdown.tree.ForeignSyntax;
import dev.archnotes.site.markdown.tree.FormulaParser;
import dev.archnotes.site.markdown.tree.HeadingLevels;
import dev.archnotes.site.markdown.tree.LargeTables;
import dev.archnotes.site.markdown.tree.LongParagraphParser;
import dev.archnotes.site.markdown.tree.RawHtml;
import dev.archnotes.site.markdown.tree.RepeatedAddresses;
import dev.archnotes.site.markdown.tree.Source;
import dev.archnotes.site.markdown.tree.TitleHeading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The Markdown that notes are written in: CommonMark with tables, strikethrough, task lists, footnotes and bare
 * addresses, and with formulas, citations, checked facts, alerts, questions and the generator's blocks.
 */
public final class MarkdownDialect {

    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.builder().maxCells(LargeTables.MOST_CELLS).build(),
            StrikethroughExtension.builder().requireTwoTildes(true).build(),
            TaskListItemsExtension.create(),
            FootnotesExtension.create(),
            AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .customBlockParserFactory(new LongParagraphParser.Factory())
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .customInlineContentParserFactory(new FormulaParser.Factory())
            .customBlockParserFactory(new DisplayFormulaParser.Factory())
            .customBlockParserFactory(new CommentParser.Factory())
            .linkProcessor(new CitationProcessor())
            .build();

    private MarkdownDialect() {}

    /**
     * Reads the Markdown of a note; what is wrong with it is in the document's findings.
     *
     * @param path the file as the author calls it
     * @param firstLine the line of the file on which the text begins, behind the front matter
     */
    public static MarkdownDocument parse(String path, int firstLine, String text) {
        return parse(path, firstLine, text, id -> false);
    }

    /** The same for a text of one line within a file, whose first character stands at that place. */
    public static MarkdownDocument parse(Location origin, String text) {
        return parse(new Source(origin, text), text, id -> false);
    }

    /** The id of something that is called by these words: letters and digits, joined by hyphens. */
    public static String idOf(String words) {
        return Slug.ofWords(words);
    }

    /**
     * The same for a text that is part of a page.
     *
     * @param ofPage which ids the page has besides, so that no heading gets one of them
     */
    public static MarkdownDocument parse(String path, int firstLine, String text, Predicate<String> ofPage) {
        return parse(new Source(new Location(path, firstLine, 1), text), text, ofPage);
    }

    /**
     * The same for a text whose page has a title that another part of the file may give.
     *
     * @param title the title that is given; where it is empty, or says the same, the first heading is the title and is
     *     no part of the text
     */
    public static MarkdownDocument parse(
            String path, int firstLine, String text, Predicate<String> ofPage, String title) {
        Source source = new Source(new Location(path, firstLine, 1), text);
        List<Diagnostic> findings = new ArrayList<>();
        Node tree = tree(text, source, findings);
        return read(tree, source, ofPage, Optional.of(title), findings);
    }

    private static MarkdownDocument parse(Source source, String text, Predicate<String> ofPage) {
        List<Diagnostic> findings = new ArrayList<>();
        return read(tree(text, source, findings), source, ofPage, Optional.empty(), findings);
    }

    /**
     * Reads a text of one paragraph, such as a caption: words with emphasis, code, links, formulas, checked facts and
     * citations.
     */
    public static MarkdownDocument parseLine(PlacedText text) {
        List<Diagnostic> findings = new ArrayList<>();
        Source source = new Source(text);
        Node tree = tree(text.text(), source, findings);
        LineCheck.check(tree, source, findings);
        return read(tree, source, id -> false, Optional.empty(), findings);
    }

    private static MarkdownDocument read(
            Node tree, Source source, Predicate<String> ofPage, Optional<String> given, List<Diagnostic> findings) {
        LongParagraphParser.report(tree, source, findings);
        tree.accept(new Comments(source, findings));
        Map<Image, ImageRef.Wish> wishes = RawHtml.replace(tree, source, findings);
        tree.accept(new AlertFinder(source, findings));
        RepeatedAddresses.bound(tree, source, findings);
        DefinitionLists.find(tree);
        EmptyHeadings.take(tree, source, findings);
        Optional<TitleHeading.Title> heading = given.flatMap(words -> TitleHeading.take(tree, words));
        Optional<String> title = heading.map(TitleHeading.Title::words);
        HeadingLevels.mend(tree, source, findings);
        Refs refs = new Refs();
        Footnotes footnotes = Footnotes.read(tree, source, refs, findings);
        TakenIds taken = new TakenIds(ofPage, tree, footnotes);
        DocumentReader reader = new DocumentReader(source, refs, taken, !footnotes.isEmpty(), title, wishes, findings);
        tree.accept(reader);
        reader.settleAnchors();
        // by now the ids of headings are no part of their words
        ForeignSyntax.find(tree, source, findings);
        MarkdownDocument document = new MarkdownDocument(source.path(), tree, reader, footnotes, taken, heading);
        Source.forget(tree);
        return document;
    }

    /** The parser throws away a note with a table that is too large; all else in it is still worth reading. */
    private static Node tree(String text, Source source, List<Diagnostic> findings) {
        try {
            return PARSER.parse(text);
        } catch (IllegalArgumentException tooLarge) {
            String rest = LargeTables.without(text, source, findings);
            if (rest.equals(text)) {
                throw tooLarge;
            }
            return PARSER.parse(rest);
        }
    }

    /** Reports what does not fit into a text of one paragraph. */
    private static final class LineCheck extends AbstractVisitor {
        private final Source source;
        private final List<Diagnostic> findings;

        private LineCheck(Source source, List<Diagnostic> findings) {
            this.source = source;
            this.findings = findings;
        }

        static void check(Node tree, Source source, List<Diagnostic> findings) {
            for (Node part = tree.getFirstChild(); part != null; part = part.getNext()) {
                if (part instanceof Block && !(part instanceof Paragraph) || part instanceof FootnoteDefinition) {
                    report(part, source, findings);
                }
            }
            tree.accept(new LineCheck(source, findings));
        }

        @Override
        public void visit(Image image) {
            report(image, source, findings);
        }

        private static void report(Node part, Source source, List<Diagnostic> findings) {
            findings.add(Diagnostic.error(
                            Rule.INVALID_MARKDOWN,
                            source.location(part),
                            "only the words of a paragraph can stand here")
                    .withHint("write words, links, citations and formulas; a backslash before a sign that is "
                            + "meant as one"));
        }
    }
}
