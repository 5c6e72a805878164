package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.Comment;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * Reads the comments with which a line begins. CommonMark takes all of that line for HTML; here what stands behind a
 * comment is Markdown, up to the next empty line.
 */
public final class CommentParser extends AbstractBlockParser {
    static final String OPENING = "<!--";
    static final String CLOSING = "-->";

    private static final int CODE_INDENT = 4;

    private final Comment comment = new Comment();

    /** Whether something that is to be read stands behind the comment. */
    private boolean read;

    @Override
    public Comment getBlock() {
        return comment;
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block block) {
        return true;
    }

    @Override
    public BlockContinue tryContinue(ParserState state) {
        if (!comment.closed) {
            return BlockContinue.atIndex(skip(state.getLine().getContent(), state.getIndex()));
        }
        boolean next = startsAt(state.getLine().getContent(), state.getNextNonSpaceIndex());
        return read && !next && !state.isBlank() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    /** The index behind the comment that is open, and behind all that follow it on the same line. */
    private int skip(CharSequence content, int from) {
        String line = content.toString();
        int at = from;
        do {
            // the hyphens that open a comment may close it: <!-->
            int opening = startsAt(line, at) ? OPENING.indexOf('-') : 0;
            int closing = line.indexOf(CLOSING, at + opening);
            comment.closed = closing >= 0;
            at = comment.closed ? afterSpace(line, closing + CLOSING.length()) : line.length();
        } while (startsAt(line, at));
        read = at < line.length();
        return at;
    }

    private static int afterSpace(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean startsAt(CharSequence line, int at) {
        return line.toString().startsWith(OPENING, at);
    }

    /** Opens the block. */
    public static final class Factory extends AbstractBlockParserFactory {
        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser matchedBlockParser) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= CODE_INDENT || !startsAt(line, start)) {
                return BlockStart.none();
            }
            CommentParser parser = new CommentParser();
            return BlockStart.of(parser).atIndex(parser.skip(line, start));
        }
    }
}
