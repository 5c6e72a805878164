package dev.archnotes.site.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a page needs beside what every page has.
 *
 * @param faces fonts to load early: one that comes late leaves a first visit with its stand-in
 * @param scripts scripts
 */
public record Needs(Set<Face> faces, Set<Script> scripts) {
    /** Of a page that needs nothing of its own. */
    public static final Needs NOTHING = new Needs(Set.of(), Set.of());

    public Needs {
        faces = Set.copyOf(faces);
        scripts = Set.copyOf(scripts);
    }

    /** A font that not every page uses. */
    public enum Face {
        /** Bold text, names of events and of authors among it. */
        BOLD("fonts/text-600.woff2"),
        MATH("fonts/math.woff2");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    /** A script, or several that belong together, that not every page runs. */
    public enum Script {
        CALCULATOR,
        /** Brings up exact values in drawings and charts. */
        CHARTS,
        /** Sorts and filters the table of all variants. */
        COMPARISON,
        /** Filters the disagreements of sources. */
        DISAGREEMENTS,
        /** Moves figures that explain a mechanism. */
        FIGURES
    }

    /** A script. */
    public static Needs of(Script script) {
        return new Needs(Set.of(), Set.of(script));
    }

    /** A font. */
    public static Needs of(Face face) {
        return new Needs(Set.of(face), Set.of());
    }

    /** This where it is needed, nothing otherwise. */
    public Needs when(boolean needed) {
        return needed ? this : NOTHING;
    }

    /** These needs and others. */
    public Needs and(Needs others) {
        Set<Face> allFaces = EnumSet.noneOf(Face.class);
        allFaces.addAll(faces);
        allFaces.addAll(others.faces);
        Set<Script> allScripts = EnumSet.noneOf(Script.class);
        allScripts.addAll(scripts);
        allScripts.addAll(others.scripts);
        return new Needs(allFaces, allScripts);
    }

    /** The files of the fonts, relative to the assets folder. */
    public List<String> faceFiles() {
        return faces.stream().sorted().map(face -> face.file).toList();
    }
}
