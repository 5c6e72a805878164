package dev.archnotes.site.page;

import dev.archnotes.site.content.Disagreements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page of a note that is about no model and no concept.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param note the note
 * @param disagreements where sources differ, which stands behind the text; nothing on most pages
 * @param surroundings the pages around it
 */
public record TextPage(Head head, Listing listing, NoteView note, List<Group> disagreements, Surroundings surroundings)
        implements Page {
    public TextPage {
        disagreements = List.copyOf(disagreements);
    }

    @Override
    public Needs needs() {
        return note.needs()
                .and(Needs.of(Needs.Script.DISAGREEMENTS)
                        .and(Needs.of(Needs.Style.TOOLS))
                        .when(!disagreements.isEmpty()))
                .and(Needs.of(Needs.Style.OVERVIEW)
                        .and(Needs.of(Needs.Style.INDEX))
                        .when(!surroundings.entries().isEmpty()))
                .and(surroundings.needs());
    }

    @Override
    public Optional<String> updated() {
        return note.note().updated();
    }

    /** Its table of contents. */
    public Contents contents() {
        List<Contents.Entry> groups = new ArrayList<>();
        disagreements.forEach(group -> groups.add(new Contents.Entry(group.id(), group.heading())));
        return note.contents(groups);
    }

    /**
     * The pages around a page.
     *
     * @param outline the pages near it, by their folders; empty on a site without an outline
     * @param previous the page before it, in the order of the outline
     * @param next the page behind it
     * @param tags the pages of its tags
     * @param entries what lies in its folder, where it stands for one
     */
    public record Surroundings(
            List<OutlineItem> outline,
            Optional<Link> previous,
            Optional<Link> next,
            List<Link> tags,
            List<IndexPage.Entry> entries) {
        /** Of a page that stands alone. */
        public static final Surroundings NONE =
                new Surroundings(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

        public Surroundings {
            outline = List.copyOf(outline);
            tags = List.copyOf(tags);
            entries = List.copyOf(entries);
        }

        /** What shows them. */
        Needs needs() {
            return Needs.of(Needs.Style.NOTES).when(!outline.isEmpty() || !tags.isEmpty());
        }

        /** Whether another page comes before it or behind it. */
        public boolean hasNeighbors() {
            return previous.isPresent() || next.isPresent();
        }
    }

    /**
     * A page in the outline.
     *
     * @param text its title
     * @param href its address, empty where there is no page
     * @param current the value of {@code aria-current}, null where it is another page
     * @param items what lies in its folder, where that is shown
     */
    public record OutlineItem(
            String text, String href, @Nullable String current, List<OutlineItem> items) {
        public OutlineItem {
            items = List.copyOf(items);
        }
    }

    /**
     * What stands at an address that a page had before.
     *
     * @param head what it says of itself
     * @param target the page, as seen from there
     */
    public record Moved(Head head, Link target) implements Page {
        @Override
        public Listing listing() {
            return Listing.unlisted(Listing.Role.ABSENCE);
        }

        @Override
        public Needs needs() {
            return Needs.NOTHING;
        }
    }

    /** The disagreements under one heading. */
    public record Group(String id, String heading, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A disagreement.
     *
     * @param entry what is told of it
     * @param models the pages of the families concerned
     * @param codes the slugs of these families
     */
    public record Row(Disagreements.Entry entry, List<Link> models, List<String> codes) {
        public Row {
            models = List.copyOf(models);
            codes = List.copyOf(codes);
        }
    }
}
