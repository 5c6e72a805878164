package dev.archnotes.site.label;

import dev.archnotes.site.content.Language;

/**
 * Words around the notes. A language that is not among those here gets the English ones, whose direction and quotation
 * marks are still its own.
 */
public enum Label {
    BACK_TO_REFERENCE("Back to reference", "Zurück zur Stelle"),
    BOOK("All notes in one document", "Alle Notizen in einem Dokument"),
    BOOK_LINE(
            "For printing or for a course: every note in reading order, with a table of contents.",
            "Zum Drucken oder für einen Kurs: alle Notizen in Lesefolge, mit Inhaltsverzeichnis."),
    BREADCRUMBS("Breadcrumbs", "Pfad"),
    CAUTION("Caution", "Vorsicht"),
    CHECK_YOURSELF("Check yourself", "Prüfe dich selbst"),
    COMPARISON("Comparison", "Vergleich"),
    CONCEPT("Concept", "Begriff"),
    CONTENTS("Contents", "Inhalt"),
    DARK("dark", "dunkel"),
    DONE("done", "erledigt"),
    EDIT("Edit this note", "Diese Notiz bearbeiten"),
    FIGURE("Figure", "Abbildung"),
    FONT_LICENSES("Font licenses", "Schriftlizenzen"),
    GLOSSARY("Glossary", "Glossar"),
    HOME("Home", "Start"),
    IMPORTANT("Important", "Wichtig"),
    IN_THIS_FOLDER("In this section", "In diesem Abschnitt"),
    LIGHT("light", "hell"),
    LINK_TO("Link to", "Link zu"),
    MENTIONED_IN("Mentioned in", "Erwähnt in"),
    MOVED("This page has moved to", "Diese Seite steht jetzt unter"),
    NEXT("Next", "Weiter"),
    NOTE("Note", "Hinweis"),
    NOTES("Notes", "Notizen"),
    NOT_HERE("Not here", "Nicht hier"),
    NO_PAGE("No page has this address.", "Keine Seite hat diese Adresse."),
    NO_PAGE_BEGIN(
            "No page has this address. Search the site, or begin at the first page.",
            "Keine Seite hat diese Adresse. Suche auf der Website, oder beginne auf der ersten Seite."),
    ON_THIS_PAGE("On this page", "Auf dieser Seite"),
    OPEN("open", "offen"),
    OUTLINE("All pages", "Alle Seiten"),
    PLACE("place", "Stelle"),
    PREVIOUS("Previous", "Zurück"),
    REFERENCES("References", "Quellen"),
    SEARCH("Search", "Suche"),
    SEARCH_DESCRIPTION("Search the notes, section by section.", "Suche in den Notizen, Abschnitt für Abschnitt."),
    SEARCH_NEEDS_SCRIPT("Search needs a script.", "Die Suche braucht ein Skript."),
    SEARCH_NOTES("Search the notes", "Notizen durchsuchen"),
    SEARCH_WORDS("Words find sections of the notes.", "Wörter finden Abschnitte der Notizen."),
    SIDE_NOTE("Side note", "Randnotiz"),
    SITE("Site", "Website"),
    SKIP("Skip to the text", "Zum Text springen"),
    SYSTEM("system", "System"),
    TABLE("Table", "Tabelle"),
    TAGS("Tags", "Schlagwörter"),
    THEME("Theme", "Farben"),
    TIP("Tip", "Tipp"),
    UPDATED("Updated", "Geändert am"),
    WARNING("Warning", "Warnung"),
    WITHOUT_IT_SEE("Without it, see", "Ohne es hilft");

    private final String english;
    private final String german;

    Label(String english, String german) {
        this.english = english;
        this.german = german;
    }

    /**
     * Words that are written in English where they are printed, in a language; in English where there are no others.
     */
    public static String translated(String english, Language language) {
        for (Label label : values()) {
            if (label.english.equals(english)) {
                return label.in(language);
            }
        }
        return english;
    }

    /** The words in a language. */
    public String in(Language language) {
        return language.primary().equals("de") ? german : english;
    }
}
