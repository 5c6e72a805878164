package dev.archnotes.site.page;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The one place that knows which address a thing has. */
public final class Paths {
    public static final PagePath MODELS = new PagePath("models/");
    public static final PagePath CONCEPTS = new PagePath("concepts/");
    public static final PagePath COMPARE = new PagePath("compare/");
    public static final PagePath TIMELINE = new PagePath("timeline/");
    /** Where there is a glossary: a note may have the address otherwise. */
    public static final PagePath GLOSSARY = new PagePath("glossary/");

    /** Where the settings ask for all notes in one document: a note may have the address otherwise. */
    public static final PagePath BOOK = new PagePath("book/");
    /** What names the chapter at the head of each printed page of that document. */
    public static final String BOOK_HEADS = "book/heads.css";

    public static final PagePath TAGS = new PagePath("tags/");
    public static final PagePath REFERENCES = new PagePath("references/");
    public static final PagePath BIBTEX = new PagePath("references/bibtex/");
    public static final PagePath DATA = new PagePath("data/");
    public static final PagePath SEARCH = new PagePath("search/");
    public static final PagePath CALCULATOR = new PagePath("calculator/");
    public static final PagePath NOT_FOUND = new PagePath("404.html");

    public static final String ASSETS = "assets/";
    /** The pictures that are shown where links are shared. */
    public static final String CARDS = "cards/";
    /** The images of notes. */
    public static final String FIGURES = "notes/";

    public static final String SEARCH_INDEX = "search-index.js";
    /** The pieces of the index of words. */
    public static final String SEARCH_PIECES = "search-index/";

    public static final String CALCULATOR_MODELS = "calculator-models.js";
    /** What choosing and comparing models takes, for the scripts that are loaded when a reader begins to. */
    public static final String COMPARED_MODELS = "compare-models.js";

    /** The folder of what is shown beside links. */
    public static final String PREVIEWS = "previews/";

    public static final String MODELS_JSON = "data/models.json";
    public static final String MODELS_CSV = "data/models.csv";
    public static final String SCHEMA = "data/schema.json";
    public static final String DICTIONARY = "data/dictionary.csv";
    public static final String DISAGREEMENTS_JSON = "data/disagreements.json";
    public static final String GLOSSARY_JSON = "data/glossary.json";
    /** The definitions, for the script that shows them beside the text. */
    public static final String DEFINITIONS = ASSETS + "definitions.js";

    public static final String BIBLIOGRAPHY = "references/references.bib";
    public static final String LOOK = "assets/look.css";

    /** The addresses of all pages. */
    public static final String SITEMAP = "sitemap.xml";

    public static final String ROBOTS = "robots.txt";
    public static final String OUTLINE = "llms.txt";
    public static final String FEED = "feed.xml";
    public static final String CHANGES_FEED = "changes.xml";

    /** The folder of the facts of single variants. */
    public static final String MODEL_DATA = "data/models/";

    /** The JSON schemas of what authors write, each as {@code NAME.schema.json}. */
    public static final String SCHEMAS = "schemas/";

    /** The ending of a card's name. */
    public static final String CARD = ".png";

    /** The files of the site that no note asks for, and the folders that are full of them. */
    public static final SortedSet<String> OWN = own();

    private Paths() {}

    /** The calculator with models already chosen: one, or two side by side. */
    public static String calculator(Variant... models) {
        String second = models.length > 1 ? "&second=" + models[1].id() : "";
        return CALCULATOR.value() + "#model=" + models[0].id() + second;
    }

    private static SortedSet<String> own() {
        SortedSet<String> own = new TreeSet<>(List.of(
                ASSETS,
                FIGURES,
                SEARCH_INDEX,
                SEARCH_PIECES,
                PREVIEWS,
                CALCULATOR_MODELS,
                COMPARED_MODELS,
                MODELS_JSON,
                MODELS_CSV,
                SCHEMA,
                DICTIONARY,
                BIBLIOGRAPHY,
                SITEMAP,
                ROBOTS,
                OUTLINE,
                FEED,
                CHANGES_FEED,
                MODEL_DATA,
                NOT_FOUND.file()));
        for (PagePath page : List.of(
                PagePath.HOME, MODELS, CONCEPTS, COMPARE, TIMELINE, REFERENCES, BIBTEX, DATA, SEARCH, CALCULATOR)) {
            own.add(page.file());
            own.add(card(page));
        }
        return Collections.unmodifiableSortedSet(own);
    }

    /** Whether a file of the site's own is there only where it has models or concepts. */
    public static boolean isOfModels(String path) {
        return Stream.of(MODELS, CONCEPTS, COMPARE, DATA, CALCULATOR)
                        .anyMatch(page -> path.startsWith(page.value()) || path.equals(card(page)))
                || path.equals(CALCULATOR_MODELS)
                || path.equals(COMPARED_MODELS);
    }

    /** The card of a page: {@code cards/models/qwen3.png}. */
    public static String card(PagePath page) {
        String path = page.value();
        String name = path.isEmpty() ? "home" : path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return CARDS + name + CARD;
    }

    public static PagePath note(Note note) {
        return page(note.address());
    }

    /** The page at an address without slashes around it; the first page where it is empty. */
    public static PagePath page(String address) {
        return new PagePath(address.isEmpty() ? "" : address + "/");
    }

    /** The notes that have a tag. */
    public static PagePath tag(String tag) {
        return new PagePath(TAGS.value() + tag + "/");
    }

    public static PagePath family(String slug) {
        return new PagePath("models/" + slug + "/");
    }

    public static PagePath concept(String slug) {
        return new PagePath("concepts/" + slug + "/");
    }

    /** A file beside the notes, as an address: a space in its name is {@code %20}. */
    public static String file(String path) {
        return encoded(FIGURES + path);
    }

    /** A path as an address has it. */
    public static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not a path: " + path, impossible);
        }
    }

    /** The entry of a term in the glossary. */
    public static String term(String id) {
        return GLOSSARY.value() + "#" + id;
    }

    /** The data sheet of a variant. */
    public static PagePath variant(Variant variant) {
        return variant(variant.family(), variant.id());
    }

    public static PagePath variant(String family, String id) {
        return new PagePath("models/" + family + "/" + id + "/");
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
