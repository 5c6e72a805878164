package dev.archnotes.site.page;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteKind;
import java.net.URI;
import java.net.URISyntaxException;

/** The one place that knows which address a thing has. */
public final class Paths {
    public static final PagePath MODELS = new PagePath("models/");
    public static final PagePath CONCEPTS = new PagePath("concepts/");
    public static final PagePath COMPARE = new PagePath("compare/");
    public static final PagePath TIMELINE = new PagePath("timeline/");
    public static final PagePath REFERENCES = new PagePath("references/");
    public static final PagePath DATA = new PagePath("data/");
    public static final PagePath SEARCH = new PagePath("search/");
    public static final PagePath CALCULATOR = new PagePath("calculator/");
    public static final PagePath NOT_FOUND = new PagePath("404.html");

    private Paths() {}

    public static PagePath note(Note note) {
        if (note.kind() == NoteKind.MODEL) {
            return family(note.slug());
        }
        return new PagePath((note.kind() == NoteKind.CONCEPT ? "concepts/" : "") + note.slug() + "/");
    }

    public static PagePath family(String slug) {
        return new PagePath("models/" + slug + "/");
    }

    public static PagePath concept(String slug) {
        return new PagePath("concepts/" + slug + "/");
    }

    /** A file beside the notes, as an address: a space in its name is {@code %20}. */
    public static String file(String path) {
        try {
            return new URI(null, null, "notes/" + path, null).getRawPath();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not a path: " + path, impossible);
        }
    }

    /** The data sheet of a variant. */
    public static PagePath variant(Variant variant) {
        return new PagePath("models/" + variant.family() + "/" + variant.id() + "/");
    }

    /** The place on a variant's sheet where the working of a fact stands. */
    public static String working(Variant variant, FactPath path) {
        return variant(variant).value() + "#" + path;
    }

    /** The place on a variant's sheet where a value of the specification stands. */
    public static String specification(Variant variant, String place) {
        return variant(variant).value() + "#spec." + place;
    }

    /** The page of two families, the alphabetically earlier slug first. */
    public static PagePath pair(ModelFamily first, ModelFamily second) {
        return pair(first.slug(), second.slug());
    }

    public static PagePath pair(String first, String second) {
        boolean inOrder = first.compareTo(second) < 0;
        return new PagePath("compare/" + (inOrder ? first : second) + "-vs-" + (inOrder ? second : first) + "/");
    }
}
