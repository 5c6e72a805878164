package dev.archnotes.site.markdown.tree;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Sees to it that the title of the page stands above every heading of its text, and reports what does not: where a text
 * has headings of the first level, all of its headings go down by one.
 */
public final class HeadingLevels extends AbstractVisitor {
    private static final int LOWEST = 6;

    private final List<Heading> headings = new ArrayList<>();

    private HeadingLevels() {}

    public static void mend(Node tree, Source source, List<Diagnostic> findings) {
        HeadingLevels found = new HeadingLevels();
        tree.accept(found);
        int last = 1;
        boolean first = false;
        for (Heading heading : found.headings) {
            report(heading, last, source, findings);
            last = heading.getLevel();
            first |= last == 1;
        }
        if (first) {
            found.headings.forEach(heading -> heading.setLevel(Math.min(LOWEST, heading.getLevel() + 1)));
        }
    }

    @Override
    public void visit(Heading heading) {
        headings.add(heading);
    }

    private static void report(Heading heading, int last, Source source, List<Diagnostic> findings) {
        int level = heading.getLevel();
        String marks = "#".repeat(level);
        Location location = source.location(heading);
        if (level == 1) {
            findings.add(Diagnostic.error(
                            Rule.HEADING_LEVEL,
                            location,
                            "the title in the front matter is the only heading of level 1")
                    .withHint("write ## instead"));
        } else if (level > last + 1) {
            findings.add(Diagnostic.error(Rule.HEADING_LEVEL, location, marks + " skips a level")
                    .withHint("write " + "#".repeat(last + 1) + " instead")
                    .withLength(level));
        }
    }
}
