package dev.archnotes.site.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

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
 * @param reading the order in which concepts are best learned
 * @param glossary the terms that are explained in a sentence or three
 * @param search what people type for what the notes call otherwise
 * @param images the paths of all images beside the notes
 * @param others the paths of all other files in the folder, of what is excluded, and of drafts
 * @param figures the images and other files that notes show or link to, sorted by path
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
        ReadingOrder reading,
        Glossary glossary,
        SearchWords search,
        SortedSet<String> images,
        SortedSet<String> others,
        List<Figure> figures,
        SortedMap<String, String> sources) {
    public Library {
        notes = List.copyOf(notes);
        families = List.copyOf(families);
        figures = List.copyOf(figures);
    }

    /** The same for a site that stands at other addresses, where they are not empty. */
    public Library at(SiteSettings.Addresses addresses) {
        return with(settings.at(addresses));
    }

    private Library with(SiteSettings newSettings) {
        return new Library(
                newSettings,
                notes,
                families,
                references,
                timeline,
                explanations,
                lineage,
                reading,
                glossary,
                search,
                images,
                others,
                figures,
                sources);
    }

    /** The same below another site. */
    public Library within(SiteSettings.Above site) {
        return with(settings.within(site));
    }

    /** The same with these figures, and with these sources, to which drawings have come. */
    public Library withFigures(List<Figure> newFigures, SortedMap<String, String> newSources) {
        return new Library(
                settings,
                notes,
                families,
                references,
                timeline,
                explanations,
                lineage,
                reading,
                glossary,
                search,
                images,
                others,
                newFigures,
                newSources);
    }

    /** Whether there is a file or folder of that path in the notes folder, on the site or not. */
    public boolean hasFile(String path) {
        return sources.containsKey(path) || images.contains(path) || others.contains(path) || hasFolder(path);
    }

    /** Whether there is a folder of that path in the notes folder. */
    public boolean hasFolder(String path) {
        String folder = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return path.isEmpty()
                || startsWith(sources.tailMap(folder).keySet(), folder)
                || startsWith(images.tailSet(folder), folder)
                || startsWith(others.tailSet(folder), folder);
    }

    /** Whether the first of sorted paths does: those in a folder are the first behind its name. */
    private static boolean startsWith(Set<String> from, String folder) {
        return !from.isEmpty() && from.iterator().next().startsWith(folder);
    }

    /** The notes of a kind, sorted by path. */
    public List<Note> notes(NoteKind kind) {
        return notes.stream().filter(note -> note.kind() == kind).toList();
    }

    /** All Markdown: of the notes and their pages, sorted by path, and of the glossary. */
    public List<Prose> prose() {
        List<Prose> all = new ArrayList<>();
        notes.forEach(note -> all.addAll(note.prose()));
        for (Glossary.Term term : glossary.terms()) {
            term.meaning().documents().forEach(document -> all.add(new Prose(Glossary.PLACE, document)));
        }
        return List.copyOf(all);
    }
}
