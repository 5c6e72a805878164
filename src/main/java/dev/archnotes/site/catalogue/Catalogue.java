package dev.archnotes.site.catalogue;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A library with the facts that follow from its specifications, and the answers to what checks and planners ask: which
 * note is this, whose variant is that. Facts are computed here and nowhere else; the library may have errors.
 */
public final class Catalogue {
    private final Library library;
    private final Map<String, FactSheet> sheets = new TreeMap<>();
    private final Map<String, WeightInventory> ledgers = new TreeMap<>();
    private final List<Overflow> overflows = new ArrayList<>();
    private final Map<NoteId, Note> notes = new HashMap<>();
    private final Map<String, Variant> variants = new TreeMap<>();
    private final Map<String, ModelFamily> families = new TreeMap<>();
    private final Map<String, ModelFamily> familiesByFolder = new HashMap<>();
    private final Map<String, Note> modelNotes = new TreeMap<>();
    private final Map<String, Note> conceptNotes = new TreeMap<>();
    private final Map<String, Disputed> disputed = new HashMap<>();
    private final List<Note> concepts;
    private final Outline outline;

    /**
     * A variant whose figures do not fit into 64 bits, so that there are none of it.
     *
     * @param family its family
     * @param variant the variant
     */
    public record Overflow(ModelFamily family, Variant variant) {}

    /**
     * A disagreement about a figure.
     *
     * @param note the note on whose page it is told
     * @param entry what is told
     */
    public record Disputed(Note note, Disagreements.Entry entry) {}

    private Catalogue(Library library) {
        this.library = library;
        this.concepts = inOrder(library);
        this.outline = Outline.of(library);
        for (ModelFamily family : library.families()) {
            families.putIfAbsent(family.slug(), family);
            familiesByFolder.put(family.folder(), family);
            family.variants().forEach(variant -> add(family, variant));
        }
        for (Note note : library.notes()) {
            notes.put(note.id(), note);
            if (note.kind() == NoteKind.MODEL) {
                modelNotes.putIfAbsent(note.slug(), note);
            } else if (note.kind() == NoteKind.CONCEPT) {
                conceptNotes.putIfAbsent(note.slug(), note);
            }
            note.disagreements()
                    .entries()
                    .forEach(entry -> entry.figures()
                            .list()
                            .forEach(figure -> disputed.putIfAbsent(figure, new Disputed(note, entry))));
        }
    }

    /** Computes the facts of a library and indexes it. Of two things with one name, the first is found by it. */
    public static Catalogue of(Library library) {
        return new Catalogue(library);
    }

    private void add(ModelFamily family, Variant variant) {
        try {
            FactSheet sheet = FactSheet.of(variant);
            WeightInventory ledger = WeightInventory.of(variant.architecture());
            ledgers.putIfAbsent(variant.id(), ledger);
            sheets.putIfAbsent(variant.id(), sheet);
            variants.putIfAbsent(variant.id(), variant);
        } catch (ArithmeticException overflow) {
            overflows.add(new Overflow(family, variant));
        }
    }

    /** What was read. */
    public Library library() {
        return library;
    }

    /** All families, the earliest announced first, those that were not announced last. */
    public List<ModelFamily> familiesByDate() {
        return library.families().stream()
                .sorted(Comparator.comparing(
                                (ModelFamily family) -> family.announced().isEmpty())
                        .thenComparing(ModelFamily::announced)
                        .thenComparing(ModelFamily::slug))
                .toList();
    }

    /** All families, sorted by slug. */
    public List<ModelFamily> families() {
        return List.copyOf(families.values());
    }

    /** All variants that have facts, sorted by id. */
    public List<Variant> variants() {
        return List.copyOf(variants.values());
    }

    /** The variant with an id. */
    public Optional<Variant> variant(String id) {
        return Optional.ofNullable(variants.get(id));
    }

    /** The family with a slug. */
    public Optional<ModelFamily> family(String slug) {
        return Optional.ofNullable(families.get(slug));
    }

    /** The reference under a key that a check has found to be there. */
    public Reference reference(String key) {
        return Objects.requireNonNull(library.references().get(key), key);
    }

    /** The facts of a variant of this catalogue. */
    public FactSheet sheet(Variant variant) {
        return Objects.requireNonNull(sheets.get(variant.id()), variant.id());
    }

    /** The weights of a variant of this catalogue. */
    public WeightInventory ledger(Variant variant) {
        return Objects.requireNonNull(ledgers.get(variant.id()), variant.id());
    }

    /** The variants that have no facts, because their figures are too large. */
    public List<Overflow> overflows() {
        return Collections.unmodifiableList(overflows);
    }

    /** The general notes as they lie in their folders. */
    public Outline outline() {
        return outline;
    }

    /** The notes by the paths of pages that they had before. */
    public SortedMap<String, Note> aliases() {
        return Aliases.of(library, outline);
    }

    /** The name of a family as its note has it. */
    public String familyName(ModelFamily family) {
        return modelNote(family.slug()).map(Note::title).orElse(family.name());
    }

    /** The note with an id. */
    public Optional<Note> note(NoteId id) {
        return Optional.ofNullable(notes.get(id));
    }

    /** The family that a model note describes: the {@code architecture.yaml} in its folder. */
    public Optional<ModelFamily> familyBeside(Note note) {
        return Optional.ofNullable(familiesByFolder.get(note.folder()));
    }

    /** The note of the family with a slug. */
    public Optional<Note> modelNote(String slug) {
        return Optional.ofNullable(modelNotes.get(slug));
    }

    /** Whether a family belongs to the baselines that show what changed. */
    public boolean isBaseline(ModelFamily family) {
        return family.path().startsWith(library.settings().folders().baselines());
    }

    /** The concept notes, in the order in which they are best learned; those without a place in it last, by path. */
    public List<Note> concepts() {
        return concepts;
    }

    private static List<Note> inOrder(Library library) {
        List<String> order = library.reading().concepts();
        return library.notes(NoteKind.CONCEPT).stream()
                .sorted(Comparator.comparingInt(note -> place(note, order)))
                .toList();
    }

    private static int place(Note concept, List<String> order) {
        int place = order.indexOf(concept.slug());
        return place < 0 ? order.size() : place;
    }

    /** The concept note with a slug. */
    public Optional<Note> concept(String slug) {
        return Optional.ofNullable(conceptNotes.get(slug));
    }

    /** The disagreement of sources about a figure, if there is one; the first where there are several. */
    public Optional<Disputed> disputed(Variant variant, FactPath path) {
        return Optional.ofNullable(disputed.get(variant.id() + "/" + path.text()));
    }

    /** The notes that cite a reference, by key. */
    public Map<String, List<Note>> citations() {
        Map<String, List<Note>> citing = new LinkedHashMap<>();
        for (Note note : library.notes()) {
            note.citedKeys()
                    .forEach(key -> citing.computeIfAbsent(key, unseen -> new ArrayList<>())
                            .add(note));
        }
        return citing;
    }
}
