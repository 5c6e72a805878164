package dev.archnotes.site.content;

/** Where on every page a general note is linked. */
public enum NotePlace {
    /** In the navigation, as the note on trends, whose sections the first page shows. */
    TRENDS("trends"),
    /** In the navigation, as the note that says where the numbers come from. */
    METHOD("method"),
    /** At the foot of every page. */
    FOOT("foot"),
    /** At the foot of every page, as the list of what was changed, whose sections are in a feed. */
    CHANGES("changes");

    private final String key;

    NotePlace(String key) {
        this.key = key;
    }

    /** The word in the front matter. */
    public String key() {
        return key;
    }
}
