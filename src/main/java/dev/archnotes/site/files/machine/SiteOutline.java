package dev.archnotes.site.files.machine;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Glossary;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Paths;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What a site is about, for language models.
 *
 * @param title the site's
 * @param tagline the site's
 * @param address where the site stands, with a slash at the end; empty where that is not known: links then start at
 *     this file
 * @param compare the page of the comparison; empty where there are no models
 * @param sections the notes by kind, each with at least one entry
 */
public record SiteOutline(String title, String tagline, String address, String compare, List<Section> sections) {
    private static final Pattern MARKS = Pattern.compile("[\\\\\\[\\]<>]");

    /**
     * Notes of one kind.
     *
     * @param heading what they are
     * @param entries the notes
     */
    public record Section(String heading, List<Entry> entries) {}

    /**
     * A note.
     *
     * @param title its title
     * @param address its page
     * @param says what it says
     */
    public record Entry(String title, String address, String says) {}

    /** Whether there are models, and with them data and a comparison. */
    public boolean hasModels() {
        return !compare.isEmpty();
    }

    static SiteOutline of(Catalogue catalogue) {
        SiteSettings settings = catalogue.library().settings();
        boolean models = !catalogue.variants().isEmpty();
        List<Note> families = catalogue.familiesByDate().stream()
                .flatMap(family -> catalogue.modelNote(family.slug()).stream())
                .toList();
        List<Section> sections = List.of(
                section(settings, "Models", families, Note::key),
                section(settings, "Concepts", catalogue.concepts(), Note::key),
                section(
                        settings,
                        models ? "Method, trends, disagreements" : "Notes",
                        catalogue.library().notes(NoteKind.TEXT),
                        Note::description),
                glossary(settings, catalogue.library().glossary()));
        return new SiteOutline(
                text(settings.title()),
                text(settings.tagline()),
                settings.addresses().base(),
                models ? settings.addresses().base() + Paths.COMPARE.value() : "",
                sections.stream()
                        .filter(section -> !section.entries().isEmpty())
                        .toList());
    }

    private static Section glossary(SiteSettings settings, Glossary glossary) {
        return new Section(
                "Glossary",
                glossary.isEmpty()
                        ? List.of()
                        : List.of(
                                new Entry(
                                        "Glossary",
                                        settings.addresses().base() + Paths.GLOSSARY.value(),
                                        glossary.terms().size() + " terms, each in a sentence or three"),
                                new Entry(
                                        "glossary.json",
                                        settings.addresses().base() + Paths.GLOSSARY_JSON,
                                        "the same as data")));
    }

    /** Words that are Markdown by accident or by intent lead nowhere. */
    static String text(String words) {
        return MARKS.matcher(words).replaceAll("\\\\$0");
    }

    private static Section section(
            SiteSettings settings, String heading, List<Note> notes, Function<Note, String> says) {
        return new Section(
                heading,
                notes.stream()
                        .map(note -> new Entry(
                                text(note.title()),
                                settings.addresses().base() + Paths.note(note).value(),
                                text(says.apply(note))))
                        .toList());
    }
}
