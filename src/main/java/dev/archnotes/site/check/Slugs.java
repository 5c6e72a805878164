package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Has every note of a kind a slug of its own, every family its note, and every model note its family? */
final class Slugs implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Map<String, List<Note>> claims = new TreeMap<>();
        for (Note note : catalogue.library().notes()) {
            if (!note.slug().isEmpty()) {
                claims.computeIfAbsent(note.kind() + " " + note.slug(), address -> new ArrayList<>())
                        .add(note);
            }
            checkFamily(catalogue, note, findings);
        }
        for (List<Note> notes : claims.values()) {
            if (notes.size() > 1) {
                reportDuplicates(notes, findings);
            }
        }
        for (ModelFamily family : catalogue.library().families()) {
            String index = family.folder() + "index.md";
            if (catalogue.note(new NoteId(index)).isEmpty()) {
                findings.add(Diagnostic.error(
                        Rule.MISSING_FILE, Location.startOf(family.path()), "the family has no note " + index));
            }
        }
    }

    private static void reportDuplicates(List<Note> notes, Diagnostics.Builder findings) {
        String files = notes.stream().map(Note::path).collect(Collectors.joining(", "));
        for (Note note : notes) {
            findings.add(Diagnostic.error(
                            Rule.DUPLICATE_SLUG,
                            note.front().slugPlace(),
                            notes.size() + " notes have the slug \"" + note.slug() + "\": " + files)
                    .withLength(note.slug().length()));
        }
    }

    private static void checkFamily(Catalogue catalogue, Note note, Diagnostics.Builder findings) {
        catalogue
                .familyBeside(note)
                .filter(family -> note.kind() == NoteKind.MODEL)
                .ifPresent(family -> {
                    boolean bothSay = !family.slug().isEmpty() && !note.slug().isEmpty();
                    if (bothSay && !family.slug().equals(note.slug())) {
                        findings.add(Diagnostic.error(
                                        Rule.IMPOSSIBLE_VALUE,
                                        note.front().slugPlace(),
                                        "the slug is \"" + note.slug() + "\" here and \"" + family.slug() + "\" in "
                                                + family.path())
                                .withHint("write the same slug in both files")
                                .withLength(note.slug().length()));
                    }
                });
    }
}
