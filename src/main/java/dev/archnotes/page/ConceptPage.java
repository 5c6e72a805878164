package dev.archnotes.page;

import dev.archnotes.content.Note;
import java.util.List;
import java.util.Optional;

/**
 * The page of a concept.
 *
 * @param head what it says of itself
 * @param note its note
 * @param users the models that use it, by their specification
 * @param others the names of the models that do not
 * @param history where its mechanisms come from and who took them up; empty where the timeline has none
 * @param mentionedIn notes that link here
 * @param editHref where its note can be edited
 */
public record ConceptPage(Head head, Note note, ComparisonTable users, List<Link> others, Optional<FamilyTreeView> history, List<Link> mentionedIn,
        String editHref) implements Page {}
