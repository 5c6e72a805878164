package dev.archnotes.site.markdown.tree;

import dev.archnotes.site.markdown.node.CitationGroup;
import java.util.regex.Pattern;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/** Takes brackets that begin with {@code @} and a letter as citations, unless an address follows as in a link. */
public final class CitationProcessor implements LinkProcessor {

    private static final Pattern START = Pattern.compile("\\s*@[\\p{L}\\d]");

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        boolean cites = link.marker() == null
                && link.destination() == null
                && START.matcher(link.text()).lookingAt();
        return cites
                ? LinkResult.replaceWith(new CitationGroup(link.text()), link.afterTextBracket())
                : LinkResult.none();
    }
}
