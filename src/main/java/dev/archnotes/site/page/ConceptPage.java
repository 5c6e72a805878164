package dev.archnotes.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page of a concept.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param note its note
 * @param lesson its place among the concepts
 * @param users the models that use it, by their specification; empty where none does
 * @param others the names of the models that do not
 * @param history where its mechanisms come from and who took them up; empty where the timeline has none
 */
public record ConceptPage(
        Head head,
        Listing listing,
        NoteView note,
        Lesson lesson,
        Optional<ComparisonTable> users,
        List<Link> others,
        Optional<FamilyTreeView> history)
        implements Page {
    /**
     * The place of a concept among the others.
     *
     * @param usedBy how many models use it, or empty
     * @param before what one should know first
     * @param next what comes next
     */
    public record Lesson(String usedBy, List<Link> before, Optional<Link> next) {
        public Lesson {
            before = List.copyOf(before);
        }

        /** Whether a line above the text says any of it. */
        public boolean hasLine() {
            return !usedBy.isEmpty() || !before.isEmpty();
        }
    }

    @Override
    public Needs needs() {
        return note.needs()
                .and(Needs.of(Needs.Script.CHARTS)
                        .and(Needs.of(Needs.Style.HISTORY))
                        .when(history.isPresent()));
    }

    @Override
    public Optional<String> updated() {
        return note.note().updated();
    }

    /** Its table of contents. */
    public Contents contents() {
        List<Contents.Entry> sections = new ArrayList<>();
        if (saysWho()) {
            sections.add(new Contents.Entry("models", "Who uses it"));
        }
        if (history.isPresent()) {
            sections.add(new Contents.Entry("history", "Where it comes from"));
        }
        return note.contents(sections);
    }

    /** Whether it says who uses it. */
    public boolean saysWho() {
        return users.isPresent() || !others.isEmpty();
    }

    /** {@code 12 variants do not}. */
    public String othersHeading() {
        return users.isEmpty()
                ? "No variant does"
                : others.size() == 1 ? "1 variant does not" : others.size() + " variants do not";
    }
}
