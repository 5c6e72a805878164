package dev.archnotes.site.page;

import dev.archnotes.site.content.Disagreements;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of a note that is about no model and no concept.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param note the note
 * @param disagreements where sources differ, which stands behind the text; nothing on most pages
 */
public record TextPage(Head head, Listing listing, NoteView note, List<Group> disagreements) implements Page {
    public TextPage {
        disagreements = List.copyOf(disagreements);
    }

    @Override
    public Needs needs() {
        return note.needs()
                .and(Needs.of(Needs.Script.DISAGREEMENTS)
                        .and(Needs.of(Needs.Style.TOOLS))
                        .when(!disagreements.isEmpty()));
    }

    /** Its table of contents. */
    public Contents contents() {
        List<Contents.Entry> groups = new ArrayList<>();
        disagreements.forEach(group -> groups.add(new Contents.Entry(group.id(), group.heading())));
        return note.contents(groups);
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
