package dev.archnotes.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.CustomBlock;
import org.commonmark.parser.SourceLine;

/** A formula on lines of its own, between {@code $$} and {@code $$}. */
final class DisplayFormula extends CustomBlock {

    final List<SourceLine> lines = new ArrayList<>();
    boolean closed;

    String tex() {
        return lines.stream().map(SourceLine::getContent).collect(Collectors.joining("\n"));
    }
}
