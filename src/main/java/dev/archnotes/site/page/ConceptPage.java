package dev.archnotes.site.page;

import dev.archnotes.site.content.Note;
import java.util.List;
import java.util.Optional;

/**
 * The page of a concept.
 *
 * @param head what it says of itself
 * @param note its note
 * @param users the models that use it, by their specification; empty where none does
 * @param others the names of the models that do not
 * @param history where its mechanisms come from and who took them up; empty where the timeline has none
 * @param mentionedIn notes that link here
 * @param editHref where its note can be edited
 */
public record ConceptPage(
        Head head,
        Note note,
        Optional<ComparisonTable> users,
        List<Link> others,
        Optional<FamilyTreeView> history,
        List<Link> mentionedIn,
        String editHref)
        implements Page {
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
