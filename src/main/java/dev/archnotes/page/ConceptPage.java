package dev.archnotes.page;

import dev.archnotes.content.Note;
import java.util.List;

/**
 * The page of a concept.
 *
 * @param head what it says of itself
 * @param note its note
 * @param users the models that use it, by their specification
 * @param others the names of the models that do not
 * @param mentionedIn notes that link here
 * @param editHref where its note can be edited
 */
public record ConceptPage(Head head, Note note, ComparisonTable users, List<Link> others, List<Link> mentionedIn, String editHref)
        implements Page {}
