package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A library with the facts that follow from its specifications.
 *
 * @param library the content
 * @param sheets the facts of each variant, by its id
 * @param notes the notes by path
 */
public record ComputedLibrary(Library library, SortedMap<String, FactSheet> sheets, Map<String, Note> notes) {

    /** Derives the facts; a specification whose figures do not fit into 64 bits is a finding. */
    static ComputedLibrary of(Library library, Diagnostics.Builder findings) {
        SortedMap<String, FactSheet> sheets = new TreeMap<>();
        for (ModelFamily family : library.families()) {
            for (Variant variant : family.variants()) {
                try {
                    sheets.putIfAbsent(variant.id(), FactSheet.of(variant));
                } catch (ArithmeticException overflow) {
                    Location place = family.places().getOrDefault(variant.id(), Location.startOf(family.path()));
                    findings.add(Diagnostic.error(
                                    Rule.IMPOSSIBLE_VALUE,
                                    place,
                                    "the figures of \"" + variant.id() + "\" do not fit into 64 bits")
                            .withLength(variant.id().length()));
                }
            }
        }
        Map<String, Note> notes = new HashMap<>();
        library.notes().forEach(note -> notes.put(note.path(), note));
        return new ComputedLibrary(
                library, Collections.unmodifiableSortedMap(sheets), Collections.unmodifiableMap(notes));
    }

    /**
     * The facts of a variant that a note names; a finding where there is no such variant. A variant that is there but
     * could not be read has a finding already.
     */
    Optional<FactSheet> sheet(String id, Location place, Diagnostics.Builder findings) {
        FactSheet sheet = sheets.get(id);
        if (sheet == null && !isUnreadable(id)) {
            findings.add(Diagnostic.error(Rule.UNKNOWN_MODEL, place, "no model has the id \"" + id + "\"")
                    .withHint(Suggestion.hint(id, sheets.keySet()))
                    .withLength(id.length()));
        }
        return Optional.ofNullable(sheet);
    }

    private boolean isUnreadable(String id) {
        Set<String> unread = new TreeSet<>(library.sources().keySet());
        unread.removeIf(path -> !path.endsWith(ModelFamily.FILE));
        for (ModelFamily family : library.families()) {
            if (family.places().containsKey(id)) {
                return true;
            }
            unread.remove(family.path());
        }
        return !unread.isEmpty();
    }
}
