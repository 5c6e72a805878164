package dev.archnotes.site.files.machine;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.markdown.node.TextSection;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Atom feed, of the families, of notes or of what was changed; none of its texts holds a character that XML does not
 * allow.
 *
 * @param title the site's
 * @param subtitle the site's tagline
 * @param address where the site stands, with a slash at the end
 * @param file its file, from the top of the site
 * @param entries the newest first
 */
public record Feed(String title, String subtitle, String address, String file, List<Entry> entries) {
    /** Readers of feeds ask again and again for all of it. */
    private static final int MOST_NOTES = 50;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /**
     * A family, a note, or a section of the list of changes.
     *
     * @param title its name
     * @param address its page, or its place there
     * @param date when the first weights were announced, or the note was changed: {@code 2025-09-11}
     * @param summary its note in a sentence, or what was changed; empty where there is nothing to say
     */
    public record Entry(String title, String address, String date, String summary) {}

    /** What tells it from all other feeds: the address of the site, for the feed of its families or notes. */
    public String id() {
        return file.equals(Paths.FEED) ? address : address + file;
    }

    /** The day of the newest entry. */
    public String updated() {
        return entries.get(0).date();
    }

    /** The families by date, or the notes where no family has one; empty where no note has one either. */
    static Optional<Feed> of(Catalogue catalogue) {
        SiteSettings settings = catalogue.library().settings();
        List<ModelFamily> families = new ArrayList<>(catalogue.familiesByDate());
        Collections.reverse(families);
        List<Entry> entries = families.stream()
                .filter(family -> !family.announced().isEmpty())
                .map(family -> entry(catalogue, family))
                .toList();
        if (entries.isEmpty()) {
            entries = catalogue.library().notes().stream()
                    .flatMap(note ->
                            note.updated().map(day -> entry(settings.addresses().base(), note, day)).stream())
                    .sorted(Comparator.comparing(Entry::date).reversed().thenComparing(Entry::title))
                    .limit(MOST_NOTES)
                    .toList();
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Feed(
                        XmlText.allowed(settings.title()),
                        XmlText.allowed(settings.tagline()),
                        XmlText.allowed(settings.addresses().base()),
                        Paths.FEED,
                        entries));
    }

    private static Entry entry(String base, Note note, String day) {
        return new Entry(
                XmlText.allowed(note.title()),
                XmlText.allowed(base + Paths.note(note).value()),
                day,
                XmlText.allowed(note.description()));
    }

    /** The changes that a note tells under headings that begin with a day; empty where it has none of them. */
    static Optional<Feed> ofChanges(SiteSettings settings, Note note) {
        String base = settings.addresses().base();
        String page = base + Paths.note(note).value();
        List<Entry> entries = new ArrayList<>();
        for (TextSection section : note.document().sections()) {
            Matcher day = DAY.matcher(section.heading());
            if (day.lookingAt()) {
                entries.add(new Entry(
                        XmlText.allowed(section.heading()),
                        XmlText.allowed(page + "#" + section.headingId()),
                        day.group(),
                        XmlText.allowed(section.text())));
            }
        }
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(new Feed(
                        XmlText.allowed(settings.title() + ": " + note.title()),
                        XmlText.allowed(note.line()),
                        XmlText.allowed(base),
                        Paths.CHANGES_FEED,
                        entries));
    }

    private static Entry entry(Catalogue catalogue, ModelFamily family) {
        String address = catalogue.library().settings().addresses().base()
                + Paths.family(family.slug()).value();
        String summary = catalogue.modelNote(family.slug()).map(Note::key).orElse("");
        return new Entry(
                XmlText.allowed(catalogue.familyName(family)),
                XmlText.allowed(address),
                XmlText.allowed(family.announced()),
                XmlText.allowed(summary));
    }
}
