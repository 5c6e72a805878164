package dev.archnotes.site.plan;

import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.markdown.node.LinkRef;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A checked library with its fact sheets, answering the questions that pages ask: who is where, who links to whom. */
public final class Catalogue {
    private final Library library;
    private final Map<String, FactSheet> sheets;
    private final Map<String, WeightInventory> ledgers = new TreeMap<>();
    private final Map<String, Variant> variants = new TreeMap<>();
    private final Map<String, ModelFamily> families = new TreeMap<>();
    private final Map<String, Note> modelNotes = new TreeMap<>();
    private final Map<String, List<Note>> backlinks = new TreeMap<>();

    /**
     * Indexes a library.
     *
     * @param library a library without errors
     * @param sheets the fact sheet of every variant, by id
     */
    public Catalogue(Library library, Map<String, FactSheet> sheets) {
        this.library = library;
        this.sheets = new TreeMap<>(sheets);
        for (ModelFamily family : library.families()) {
            families.put(family.slug(), family);
            for (Variant variant : family.variants()) {
                variants.put(variant.id(), variant);
                ledgers.put(variant.id(), WeightInventory.of(variant.architecture()));
            }
        }
        library.notes(NoteKind.MODEL).forEach(note -> modelNotes.put(note.slug(), note));
        for (Note note : library.notes()) {
            for (LinkRef link : note.document().links()) {
                if (link.kind() == LinkRef.Kind.NOTE) {
                    addBacklink(NotePaths.resolve(note.path(), link.path()), note);
                }
            }
        }
    }

    private void addBacklink(String target, Note from) {
        List<Note> notes = backlinks.computeIfAbsent(target, path -> new ArrayList<>());
        if (!notes.contains(from) && !target.equals(from.path())) {
            notes.add(from);
        }
    }

    public Library library() {
        return library;
    }

    /** All families, the earliest announced first. */
    public List<ModelFamily> familiesByDate() {
        return library.families().stream()
                .sorted(Comparator.comparing(ModelFamily::announced).thenComparing(ModelFamily::slug))
                .toList();
    }

    /** All families, sorted by slug. */
    public List<ModelFamily> families() {
        return List.copyOf(families.values());
    }

    /** All variants, sorted by id. */
    public List<Variant> variants() {
        return List.copyOf(variants.values());
    }

    public Optional<Variant> variant(String id) {
        return Optional.ofNullable(variants.get(id));
    }

    public Optional<ModelFamily> family(String slug) {
        return Optional.ofNullable(families.get(slug));
    }

    public FactSheet sheet(Variant variant) {
        return sheets.get(variant.id());
    }

    /** The weights of a variant. */
    public WeightInventory ledger(Variant variant) {
        return ledgers.get(variant.id());
    }

    /** The name of a family as its note has it. */
    public String familyName(ModelFamily family) {
        return Optional.ofNullable(modelNotes.get(family.slug()))
                .map(Note::title)
                .orElse(family.name());
    }

    public Optional<Note> modelNote(String slug) {
        return Optional.ofNullable(modelNotes.get(slug));
    }

    /** Whether a family belongs to the baselines that show what changed. */
    public boolean isBaseline(ModelFamily family) {
        return family.path().startsWith("Baselines/");
    }

    public List<Note> concepts() {
        return library.notes(NoteKind.CONCEPT);
    }

    public Optional<Note> concept(String slug) {
        return concepts().stream().filter(note -> note.slug().equals(slug)).findFirst();
    }

    /** The notes that link to a note, as links from a page. */
    public List<Link> mentions(Note note, PagePath page) {
        return backlinks.getOrDefault(note.path(), List.of()).stream()
                .sorted(Comparator.comparing(Note::title))
                .map(from -> new Link(from.title(), page.to(Paths.note(from))))
                .toList();
    }

    /** The way from the first page down to a page below it. */
    List<Link> crumbs(PagePath page) {
        return List.of(new Link("Home", page.to(PagePath.HOME)));
    }

    /** The way from the first page down to a page below another one. */
    List<Link> crumbs(PagePath page, String text, PagePath parent) {
        return List.of(new Link("Home", page.to(PagePath.HOME)), new Link(text, page.to(parent)));
    }

    /** Where a note can be edited; empty where the settings do not say. */
    String editHref(Note note) {
        return library.settings().editUrl().isEmpty() ? "" : library.settings().editUrl() + note.path();
    }

    /** The notes that cite a reference, by key. */
    public Map<String, List<Note>> citations() {
        Map<String, List<Note>> citing = new LinkedHashMap<>();
        for (Note note : library.notes()) {
            note.document().citations().forEach(citation -> {
                List<Note> notes = citing.computeIfAbsent(citation.key(), key -> new ArrayList<>());
                if (!notes.contains(note)) {
                    notes.add(note);
                }
            });
        }
        return citing;
    }
}
