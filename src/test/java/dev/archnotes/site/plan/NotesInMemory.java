package dev.archnotes.site.plan;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.Figure;
import dev.archnotes.site.content.FrontMatter;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Language;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.NoteId;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.ReadingOrder;
import dev.archnotes.site.content.Reference;
import dev.archnotes.site.content.SearchWords;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.MarkdownDialect;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Notes that are on no disk, with four references and one figure. */
final class NotesInMemory {
    private static final SiteSettings SETTINGS = new SiteSettings(
            "Notes",
            "Notes",
            "Some.",
            new SiteSettings.Addresses("https://example.org/", "", "https://example.org/edit/", ""),
            SiteSettings.Folders.USUAL,
            Language.ENGLISH,
            SiteSettings.Treatment.USUAL,
            SiteSettings.Look.USUAL,
            "",
            List.of());

    private NotesInMemory() {}

    /** A catalogue of notes and nothing else. */
    static Catalogue catalogue(List<Note> notes) {
        TreeMap<String, Reference> references = new TreeMap<>();
        for (String key : List.of("one", "two", "three", "four")) {
            references.put(
                    key,
                    new Reference(
                            key, List.of("Ann One"), key, "2026", "", "", "", "", "", Location.startOf("refs.bib")));
        }
        return Catalogue.of(new Library(
                SETTINGS,
                notes,
                List.of(),
                references,
                Timeline.EMPTY,
                Explanations.EMPTY,
                Lineage.EMPTY,
                ReadingOrder.NONE,
                Glossary.NONE,
                SearchWords.NONE,
                new TreeSet<>(List.of("a line.svg")),
                new TreeSet<>(),
                List.of(new Figure("a line.svg", new byte[0], Optional.empty())),
                new TreeMap<>()));
    }

    /** A note named after its file: about a concept in {@code Generic/}, about anything else elsewhere. */
    static Note note(String path, String text) {
        String slug =
                path.substring(path.lastIndexOf('/') + 1).replace(".md", "").replace(' ', '-');
        FrontMatter front = new FrontMatter(
                slug,
                "The " + slug,
                "A key.",
                "A line.",
                FrontMatter.Users.NONE,
                Optional.empty(),
                FrontMatter.Frame.NONE,
                FrontMatter.Filing.NONE,
                Location.startOf(path));
        NoteId id = new NoteId(path);
        NoteKind kind = path.startsWith("Generic/") ? NoteKind.CONCEPT : NoteKind.TEXT;
        return new Note(
                id,
                kind,
                NoteAddress.of(id, kind, slug),
                front,
                MarkdownDialect.parse(path, 1, text),
                List.of(),
                Disagreements.NONE);
    }
}
