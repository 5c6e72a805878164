package dev.archnotes.site.page;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a page needs beside what every page has.
 *
 * @param faces fonts to load early: one that comes late leaves a first visit with its stand-in
 * @param scripts scripts
 * @param styles style sheets
 */
public record Needs(Set<Face> faces, Set<Script> scripts, Set<Style> styles) {
    /** Of a page that needs nothing of its own. */
    public static final Needs NOTHING = new Needs(Set.of(), Set.of(), Set.of());

    public Needs {
        faces = Set.copyOf(faces);
        scripts = Set.copyOf(scripts);
        styles = Set.copyOf(styles);
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
        CALCULATOR("calculator.js"),
        /** Brings up exact values in drawings and charts; it is loaded when the page has come. */
        CHARTS("chart.js"),
        /** Sorts and filters the table of all variants. */
        COMPARISON("compare.js"),
        /** Filters the disagreements of sources. */
        DISAGREEMENTS("disagreements.js"),
        /** Moves figures that explain a mechanism. */
        FIGURES(
                "figure.js",
                "mechanisms-attention.js",
                "mechanisms-network.js",
                "mechanisms-cost.js",
                "mechanisms-steps.js"),
        /** Filters the events of the timeline and moves between its years. */
        TIMELINE("timeline.js");

        private final List<String> files;

        Script(String... files) {
            this.files = List.of(files);
        }

        /** Its files, relative to the assets folder. */
        public List<String> files() {
            return files;
        }
    }

    /** A style sheet that not every page shows anything of. */
    public enum Style {
        /** Figures that explain a mechanism. */
        FIGURES("figures.css"),
        /** The first page. */
        OVERVIEW("overview.css"),
        /** Lists of models, concepts and notes. */
        INDEX("index.css"),
        TIMELINE("timeline.css"),
        /** Which model took up what. */
        HISTORY("history.css"),
        /** The figures of a variant. */
        SHEET("sheet.css"),
        /** Drawings of two models beside each other. */
        BESIDE("beside.css"),
        /** A comparison of two models. */
        PAIR("pair.css"),
        /** Tables that one filters, and the calculator. */
        TOOLS("tools.css"),
        /** Long lists that one looks something up in. */
        LOOKUP("lookup.css"),
        GLOSSARY("glossary.css"),
        /** All notes in one document. */
        BOOK("book.css"),
        /** A family of models. */
        MODEL("model.css"),
        /** Notes in folders, and those that have elements of HTML. */
        NOTES("notes.css"),
        /** Search: other pages load it when it is opened. */
        SEARCH("search.css");

        private final String file;

        Style(String file) {
            this.file = file;
        }
    }

    /** A script. */
    public static Needs of(Script script) {
        return new Needs(Set.of(), Set.of(script), Set.of());
    }

    /** A font. */
    public static Needs of(Face face) {
        return new Needs(Set.of(face), Set.of(), Set.of());
    }

    /** A style sheet. */
    public static Needs of(Style style) {
        return new Needs(Set.of(), Set.of(), Set.of(style));
    }

    /** This where it is needed, nothing otherwise. */
    public Needs when(boolean needed) {
        return needed ? this : NOTHING;
    }

    /** These needs of a page that is only read. */
    public Needs withoutScripts() {
        return new Needs(faces, Set.of(), styles);
    }

    /** All that none of these needs is; search is needed by every page once it is opened. */
    public Needs without() {
        Set<Style> otherStyles = EnumSet.complementOf(EnumSet.of(Style.SEARCH));
        otherStyles.removeAll(styles);
        Set<Script> otherScripts = EnumSet.allOf(Script.class);
        otherScripts.removeAll(scripts);
        return new Needs(Set.of(), otherScripts, otherStyles);
    }

    /** These needs and others. */
    public Needs and(Needs others) {
        Set<Face> allFaces = EnumSet.noneOf(Face.class);
        allFaces.addAll(faces);
        allFaces.addAll(others.faces);
        Set<Script> allScripts = EnumSet.noneOf(Script.class);
        allScripts.addAll(scripts);
        allScripts.addAll(others.scripts);
        Set<Style> allStyles = EnumSet.noneOf(Style.class);
        allStyles.addAll(styles);
        allStyles.addAll(others.styles);
        return new Needs(allFaces, allScripts, allStyles);
    }

    /** The files of the style sheets, relative to the assets folder. */
    public List<String> styleFiles() {
        return styles.stream().sorted().map(style -> style.file).toList();
    }

    /** The files of the fonts, relative to the assets folder. */
    public List<String> faceFiles() {
        return faces.stream().sorted().map(face -> face.file).toList();
    }
}
