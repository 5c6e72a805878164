package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.DisplayFormula;
import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads a block that a line beginning with {@code $$} opens and a line ending with {@code $$} closes; both may be the
 * same line.
 */
public final class DisplayFormulaParser extends AbstractBlockParser {

    private static final String FENCE = "$$";
    private static final int CODE_INDENT = 4;

    private final DisplayFormula formula = new DisplayFormula();

    @Override
    public Block getBlock() {
        return formula;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        return formula.closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        int end = content.stripTrailing().length();
        if (content.startsWith(FENCE, end - FENCE.length())) {
            formula.closed = true;
            end -= FENCE.length();
        }
        String tex = content.substring(0, end).stripTrailing();
        int start = tex.length() - tex.stripLeading().length();
        if (start < tex.length()) {
            formula.lines.add(line.substring(start, tex.length()));
        }
    }

    /** Opens the block. */
    public static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matchedBlockParser) {
            String content = state.getLine().getContent().toString();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= CODE_INDENT || !content.startsWith(FENCE, start)) {
                return BlockStart.none();
            }
            int behind = start + FENCE.length();
            int closing = content.indexOf(FENCE, behind);
            if (closing >= 0 && !content.substring(closing + FENCE.length()).isBlank()) {
                return BlockStart.none();
            }
            return BlockStart.of(new DisplayFormulaParser()).atIndex(behind);
        }
    }
}
