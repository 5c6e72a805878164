package dev.archnotes.site.files.machine;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An Atom feed of the families; none of its texts holds a character that XML does not allow.
 *
 * @param title the site's
 * @param subtitle the site's tagline
 * @param address where the site stands, with a slash at the end
 * @param entries the newest first
 */
public record Feed(String title, String subtitle, String address, List<Entry> entries) {
    /**
     * A family.
     *
     * @param title its name
     * @param address its page
     * @param date when the first weights were announced: {@code 2025-09-11}
     * @param summary its note in a sentence; empty where it has none
     */
    public record Entry(String title, String address, String date, String summary) {}

    /** The day of the newest entry. */
    public String updated() {
        return entries.get(0).date();
    }

    static Feed of(Catalogue catalogue) {
        SiteSettings settings = catalogue.library().settings();
        List<ModelFamily> families = new ArrayList<>(catalogue.familiesByDate());
        Collections.reverse(families);
        return new Feed(
                XmlText.allowed(settings.title()),
                XmlText.allowed(settings.tagline()),
                XmlText.allowed(settings.addresses().base()),
                families.stream().map(family -> entry(catalogue, family)).toList());
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
