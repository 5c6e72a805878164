package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import java.lang.ref.WeakReference;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Ends a paragraph of far more lines than a person writes, and takes what is left of it up to the next empty line. The
 * parser copies all lines of a paragraph for each further one that begins with a sign, which might open something: a
 * file of brackets alone would take days.
 */
public final class LongParagraphParser extends AbstractBlockParser {
    /** Lines of a paragraph that begin with a sign. */
    private static final int MOST_LINES = 1_000;

    private final Rest rest = new Rest();

    /** The lines that are not read. */
    private static final class Rest extends CustomBlock {}

    @Override
    public Block getBlock() {
        return rest;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    /** Reports each paragraph that was ended. */
    public static void report(Node tree, Source source, List<Diagnostic> findings) {
        tree.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Rest) {
                    findings.add(Diagnostic.error(
                                    Rule.INVALID_MARKDOWN,
                                    source.location(block),
                                    "more than " + MOST_LINES + " lines of the paragraph begin with a sign")
                            .withHint("an empty line ends a paragraph; what is left of this one is not read"));
                }
                visitChildren(block);
            }
        });
    }

    /** Counts the lines of the paragraph that is open. It has to be asked before every other factory. */
    public static final class Factory extends AbstractBlockParserFactory {
        private final ThreadLocal<Open> open = ThreadLocal.withInitial(Open::new);

        private static final class Open {
            private WeakReference<Block> paragraph = new WeakReference<>(null);
            private int lines;

            int linesOf(Block block) {
                if (paragraph.get() != block) {
                    paragraph = new WeakReference<>(block);
                    lines = 0;
                }
                return ++lines;
            }
        }

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matchedBlockParser) {
            Block block = state.getActiveBlockParser().getBlock();
            return block instanceof Paragraph && open.get().linesOf(block) > MOST_LINES
                    ? BlockStart.of(new LongParagraphParser()).atIndex(state.getIndex())
                    : BlockStart.none();
        }
    }
}
