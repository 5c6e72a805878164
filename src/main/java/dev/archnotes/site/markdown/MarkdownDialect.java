package dev.archnotes.site.markdown;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.PlacedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
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

    /**
     * The same for a text that is part of a page.
     *
     * @param ofPage which ids the page has besides, so that no heading gets one of them
     */
    public static MarkdownDocument parse(String path, int firstLine, String text, Predicate<String> ofPage) {
        List<Diagnostic> findings = new ArrayList<>();
        Source source = new Source(path, firstLine, text);
        return read(path, tree(text, source, findings), source, ofPage, findings);
    }

    /**
     * Reads a text of one paragraph, such as a caption: words with emphasis, code, links, formulas, checked facts and
     * citations.
     */
    public static MarkdownDocument parseLine(PlacedText text) {
        String path = text.at(0).path();
        List<Diagnostic> findings = new ArrayList<>();
        Source source = new Source(text);
        Node tree = tree(text.text(), source, findings);
        LineCheck.check(tree, source, findings);
        return read(path, tree, source, id -> false, findings);
    }

    private static MarkdownDocument read(
            String path, Node tree, Source source, Predicate<String> ofPage, List<Diagnostic> findings) {
        tree.accept(new Comments(source, findings));
        tree.accept(new AlertFinder(source, findings));
        Refs refs = new Refs();
        Footnotes footnotes = Footnotes.read(tree, source, refs, findings);
        TakenIds taken = new TakenIds(ofPage, tree, footnotes);
        DocumentReader reader = new DocumentReader(source, refs, taken, findings);
        tree.accept(reader);
        return new MarkdownDocument(path, tree, reader, footnotes, taken);
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
}
