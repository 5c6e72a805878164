package dev.archnotes.site.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A whole notes folder as typed content. Immutable; nothing in it has been checked against anything else yet.
 *
 * @param settings the site's settings
 * @param notes the notes, sorted by path
 * @param families the model families, sorted by path
 * @param references the bibliography by key
 * @param timeline the architectural history
 * @param explanations what each mechanism changes, for pages that compare models
 * @param lineage what is known of the descent of families
 * @param figures images beside the notes: paths relative to the notes folder
 * @param sources the text of every file that findings may point into, by path
 */
public record Library(
        SiteSettings settings,
        List<Note> notes,
        List<ModelFamily> families,
        SortedMap<String, Reference> references,
        Timeline timeline,
        Explanations explanations,
        Lineage lineage,
        List<String> figures,
        Map<String, String> sources) {
    public Library {
        notes = List.copyOf(notes);
        families = List.copyOf(families);
        figures = List.copyOf(figures);
    }

    /** The note at a path. */
    public Optional<Note> note(String path) {
        return notes.stream().filter(note -> note.path().equals(path)).findFirst();
    }

    /** The notes of a kind, sorted by path. */
    public List<Note> notes(NoteKind kind) {
        return notes.stream().filter(note -> note.kind() == kind).toList();
    }

    /** The family that a model note describes: the {@code architecture.yaml} in its folder. */
    public Optional<ModelFamily> family(Note note) {
        return families.stream()
                .filter(family -> family.path().equals(note.folder() + ModelFamily.FILE))
                .findFirst();
    }
}
