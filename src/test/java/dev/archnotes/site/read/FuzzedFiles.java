package dev.archnotes.site.read;

import dev.archnotes.fuzz.FuzzTarget;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.specification.FamilyReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads texts as if they were files of a notes folder. */
public final class FuzzedFiles {
    private FuzzedFiles() {}

    private interface Reading {
        void read(String path, String text, Diagnostics.Builder findings);
    }

    /** A note, demanded in full and taken as it is. */
    public static void note(String text) {
        for (NoteKind kind : new NoteKind[] {NoteKind.CONCEPT, NoteKind.TEXT}) {
            read("a/note.md", text, (path, read, found) -> NoteReader.read(path, kind, true, read, found));
            read("a/note.md", text, (path, read, found) -> NoteReader.read(path, kind, false, read, found));
        }
    }

    /** A file of YAML; which one, the first letter says. */
    public static void yaml(String text) {
        int which = text.isEmpty() ? 0 : text.charAt(0) % 10;
        String rest = text.isEmpty() ? "" : text.substring(1);
        switch (which) {
            case 0 -> read("site.yaml", rest, FuzzedFiles::settings);
            case 1 -> read("timeline.yaml", rest, TimelineReader::read);
            case 2 -> read("mechanisms.yaml", rest, MechanismReader::read);
            case 3 -> read("lineage.yaml", rest, LineageReader::read);
            case 4 -> read("reading.yaml", rest, ReadingOrderReader::read);
            case 5 -> read("glossary.yaml", rest, GlossaryReader::read);
            case 6 -> read("search.yaml", rest, SearchWordsReader::read);
            case 7 -> read("disagreements.yaml", rest, DisagreementReader::read);
            default -> read("A/architecture.yaml", rest, FuzzedFiles::family);
        }
    }

    private static void settings(String path, String text, Diagnostics.Builder found) {
        SortedMap<String, Path> none = new TreeMap<>();
        SettingsReader.read(path, text, new NotesFolder(none, none, none, Set.of(), List.of()), found);
    }

    private static void family(String path, String text, Diagnostics.Builder found) {
        FamilyReader.read(path, text, found).ifPresent(family -> {
            for (Variant variant : family.variants()) {
                try {
                    FactSheet.of(variant);
                } catch (ArithmeticException overflow) {
                    continue; // reported by a check
                }
            }
        });
    }

    /** The body of a note that is a fenced block, after a word and a line break. */
    public static void block(String text) {
        Diagnostics.Builder found = Diagnostics.builder();
        MarkdownDialect.parse("note.md", 1, "```" + text + "\n```\n")
                .blocks()
                .forEach(block -> BlockReader.read(block, found));
        FuzzTarget.printed(text, found);
    }

    /** A bibliography. */
    public static void bibliography(String text) {
        read("references.bib", text, BibliographyReader::read);
    }

    private static void read(String path, String text, Reading reading) {
        Diagnostics.Builder found = Diagnostics.builder();
        SourceFile file = SourceFile.of(text.getBytes(StandardCharsets.UTF_8), path, found);
        reading.read(path, file.text(), found);
        FuzzTarget.printed(file.text(), found);
    }
}
