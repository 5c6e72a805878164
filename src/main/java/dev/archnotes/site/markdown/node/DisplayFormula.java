package dev.archnotes.site.markdown.node;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;

/** A formula on lines of its own, between {@code $$} and {@code $$}. */
public final class DisplayFormula extends CustomBlock {

    public final List<SourceLine> lines = new ArrayList<>();
    public boolean closed;

    public String tex() {
        return lines.stream().map(SourceLine::getContent).collect(Collectors.joining("\n"));
    }
}
