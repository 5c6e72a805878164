package dev.archnotes.site.plan;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.FrontMatter;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.content.Timeline;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What was planned for the edition before: what is drawn and tabulated of models follows from everything but the prose
 * of the notes, which is what changes most.
 */
final class Remembered {
    private static final Memory.Step<AllButProse> INPUT = new Memory.Step<>("all but prose");

    private final Memory memory;
    private final AllButProse input;

    /** All that a catalogue holds but the texts of the notes. */
    private record AllButProse(
            SiteSettings settings,
            List<ModelFamily> families,
            SortedMap<String, Reference> references,
            Timeline timeline,
            Explanations explanations,
            Lineage lineage,
            ReadingOrder reading,
            Glossary glossary,
            List<Front> notes) {
        static AllButProse of(Library library) {
            return new AllButProse(
                    library.settings(),
                    library.families(),
                    library.references(),
                    library.timeline(),
                    library.explanations(),
                    library.lineage(),
                    library.reading(),
                    library.glossary(),
                    library.notes().stream().map(Front::of).toList());
        }
    }

    /** What a note is, without its text. */
    private record Front(NoteId id, NoteKind kind, String address, FrontMatter front, Disagreements disagreements) {
        static Front of(Note note) {
            return new Front(note.id(), note.kind(), note.address(), note.front(), note.disagreements());
        }
    }

    /** Without it, and with the object of the edition before where that is equal: then one look tells. */
    Remembered(Memory memory, Catalogue catalogue) {
        this.memory = memory;
        AllButProse now = AllButProse.of(catalogue.library());
        this.input = memory.get(INPUT, "", now, () -> now);
    }

    private record WithMore(AllButProse input, Object more) {}

    /** What follows from everything but the prose of the notes. */
    <T> T get(Memory.Step<T> step, String place, Supplier<T> made) {
        return memory.get(step, place, input, made);
    }

    /**
     * What follows from that and from something else.
     *
     * @param more the rest of what it follows from, a value
     */
    <T> T get(Memory.Step<T> step, String place, Object more, Supplier<T> made) {
        return memory.get(step, place, new WithMore(input, more), made);
    }
}
