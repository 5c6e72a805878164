package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The slugs by which other files may name notes of one kind. Where a note has lost its slug, because its file could not
 * be read or says the slug of another note, that is a finding already, and nobody can tell which slug is missing: then
 * every name may be right.
 *
 * @param what the kind in words
 * @param slugs the slugs that are known
 * @param complete whether every note of the kind has a slug of its own
 */
record KnownSlugs(String what, Set<String> slugs, boolean complete) {

    /** The slugs of concept notes. */
    static KnownSlugs ofConcepts(Library library) {
        Set<String> slugs = new TreeSet<>();
        boolean complete = true;
        for (Note note : library.notes(NoteKind.CONCEPT)) {
            complete &= !note.slug().isEmpty() && slugs.add(note.slug());
        }
        return new KnownSlugs("concept", slugs, complete);
    }

    /** The slugs of model families: as the specification says, and as the note beside it says. */
    static KnownSlugs ofModels(Library library) {
        Set<String> slugs = new TreeSet<>();
        Set<String> named = new HashSet<>();
        boolean complete = true;
        for (ModelFamily family : library.families()) {
            if (!family.slug().isEmpty()) {
                complete &= slugs.add(family.slug());
                named.add(family.path());
            }
        }
        Set<String> ofNotes = new TreeSet<>();
        for (Note note : library.notes(NoteKind.MODEL)) {
            if (!note.slug().isEmpty()) {
                complete &= ofNotes.add(note.slug());
                named.add(note.folder() + ModelFamily.FILE);
            }
        }
        slugs.addAll(ofNotes);
        return new KnownSlugs(
                "model",
                slugs,
                complete && named.containsAll(specifications(library.sources().keySet())));
    }

    private static Collection<String> specifications(Collection<String> files) {
        return files.stream()
                .filter(file -> file.equals(ModelFamily.FILE) || file.endsWith("/" + ModelFamily.FILE))
                .toList();
    }

    /** Reports a slug that no note has. */
    void check(String slug, Location place, Diagnostics.Builder findings) {
        if (complete && !slug.isEmpty() && !slugs.contains(slug)) {
            findings.add(
                    Diagnostic.error(Rule.UNKNOWN_NOTE, place, "no " + what + " note has the slug \"" + slug + "\"")
                            .about(slug, slugs));
        }
    }
}
