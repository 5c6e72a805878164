package dev.archnotes.site.content;

/** What a note is about; its folder decides it. */
public enum NoteKind {
    /** {@code index.md} beside an {@code architecture.yaml}: a model family. */
    MODEL,
    /** A note in {@code Generic/}: a concept. */
    CONCEPT,
    /** Any other note, for example {@code method.md}. */
    TEXT
}
