package dev.archnotes.site.plan;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.PlacedWords;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.page.IndexPage;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** The order in which concepts are learned, as one page shows it. */
final class ReadingOrderPlanner {
    /** Words a minute of technical text with formulas and figures. */
    private static final int PACE = 200;

    private final Catalogue catalogue;
    private final PagePath page;

    ReadingOrderPlanner(Catalogue catalogue, PagePath page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    /** What one should know before a concept. */
    List<Link> before(Note concept) {
        return catalogue.library().reading().first().getOrDefault(concept.slug(), PlacedWords.NONE).list().stream()
                .flatMap(slug -> catalogue.concept(slug).stream())
                .map(this::link)
                .toList();
    }

    /** The concept that comes after this one, where both have a place. */
    Optional<Link> next(Note concept) {
        List<String> order = catalogue.library().reading().concepts();
        int place = order.indexOf(concept.slug());
        return place < 0 || place + 1 == order.size()
                ? Optional.empty()
                : catalogue.concept(order.get(place + 1)).map(this::link);
    }

    private Link link(Note note) {
        return new Link(note.title(), page.to(Paths.note(note)));
    }

    /** The ways through the concepts. */
    List<IndexPage.ReadingPath> paths() {
        List<IndexPage.ReadingPath> views = new ArrayList<>();
        for (ReadingOrder.ReadingPath path : catalogue.library().reading().paths()) {
            int words = 0;
            List<Link> stops = new ArrayList<>();
            for (String stop : path.stops().list()) {
                int hash = stop.indexOf('#');
                Note note = catalogue
                        .concept(hash < 0 ? stop : stop.substring(0, hash))
                        .orElseThrow();
                String anchor = hash < 0 ? "" : stop.substring(hash + 1);
                words += anchor.isEmpty() ? note.document().wordCount() : words(note, anchor);
                stops.add(anchor.isEmpty() ? link(note) : section(note, anchor));
            }
            views.add(new IndexPage.ReadingPath(path.name(), path.reader(), (words + PACE - 1) / PACE, stops));
        }
        return views;
    }

    private Link section(Note note, String anchor) {
        String heading = heading(note, anchor).text();
        return new Link(note.title() + ": " + heading, page.to(Paths.note(note).value() + "#" + anchor));
    }

    private static Heading heading(Note note, String anchor) {
        return note.document().headings().stream()
                .filter(heading -> heading.id().equals(anchor))
                .findFirst()
                .orElseThrow();
    }

    /** The words of a section with what stands under the smaller headings in it. */
    private static int words(Note note, String anchor) {
        List<String> ids = new ArrayList<>();
        int level = heading(note, anchor).level();
        boolean within = false;
        for (Heading heading : note.document().headings()) {
            within = heading.id().equals(anchor) || within && heading.level() > level;
            if (within) {
                ids.add(heading.id());
            }
        }
        int words = 0;
        for (TextSection section : note.document().sections()) {
            if (ids.contains(section.headingId())) {
                words += new StringTokenizer(section.text()).countTokens();
            }
        }
        return words;
    }
}
