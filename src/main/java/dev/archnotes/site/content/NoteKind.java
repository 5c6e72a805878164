package dev.archnotes.site.content;

import java.util.regex.Pattern;

/** What a note is about; its folder decides it. */
public enum NoteKind {
    /** {@code index.md} beside an {@code architecture.yaml}: a model family. */
    MODEL("variants|ledger|memory|published"),
    /** A note in {@code Generic/}: a concept. */
    CONCEPT("models|history"),
    /** Any other note, for example {@code method.md}. */
    TEXT("");

    private final Pattern ids;

    /**
     * A kind.
     *
     * @param sections the ids of the sections that its pages have behind the text
     */
    NoteKind(String sections) {
        ids = Pattern.compile("main|mentioned-title|" + sections + "|(?:fig|tab):.*");
    }

    /** Whether the page of such a note has a part of that id, besides what the text itself brings. */
    public boolean pageHasId(String id) {
        return ids.matcher(id).matches();
    }
}
