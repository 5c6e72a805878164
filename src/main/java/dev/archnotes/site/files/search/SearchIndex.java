package dev.archnotes.site.files.search;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.parallel.Evenly;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;

/**
 * The index that the search in the browser reads. It is in pieces, so that a query loads no more of a large site than
 * of a small one: a first file that says where things are, and others that hold the words of a range, the texts of a
 * few sections, the values of a fact. Each is a classic script, because from a folder a browser fetches nothing else.
 */
public final class SearchIndex {
    /** The sections whose texts one file holds. */
    private static final int SECTIONS_OF_A_PIECE = 6;

    private static final Memory.Step<Vocabulary> VOCABULARY = new Memory.Step<>("vocabulary");
    private static final Memory.Step<List<SectionWords>> WORDS = new Memory.Step<>("words of a page");

    private static final Memory.Step<SortedMap<String, String>> ANSWERS = new Memory.Step<>("facts to be asked for");
    private static final Memory.Step<OutputFile> PIECES = new Memory.Step<>("piece of the index");

    private final Memory memory;
    private final Spool spool;
    private final Map<String, Object> pieces = new LinkedHashMap<>();
    private final Map<String, Object> first = new LinkedHashMap<>();

    private SearchIndex(Memory memory, Spool spool) {
        this.memory = memory;
        this.spool = spool;
    }

    /**
     * The files, the first one first.
     *
     * @param memory the words of pages that were counted before
     * @param spool where the files lie until they are written
     */
    public static List<OutputFile> files(Catalogue catalogue, List<Page> pages, Memory memory, Spool spool) {
        Vocabulary vocabulary = memory.get(VOCABULARY, "", "", Vocabulary::new);
        List<SectionWords> words = Evenly.map(pages, page -> words(page, vocabulary, memory)).stream()
                .flatMap(List::stream)
                .toList();
        List<Listing.SearchSection> sections = pages.stream()
                .flatMap(page -> page.listing().sections().stream())
                .toList();
        return of(catalogue, sections, words, vocabulary, memory, spool);
    }

    private static List<SectionWords> words(Page page, Vocabulary vocabulary, Memory memory) {
        List<Listing.SearchSection> sections = page.listing().sections();
        return memory.get(
                WORDS,
                page.head().path().value(),
                sections,
                () -> sections.stream()
                        .map(section -> SectionWords.of(section, vocabulary))
                        .toList());
    }

    /** The files of an index of these sections. */
    static List<OutputFile> of(
            Catalogue catalogue,
            List<Listing.SearchSection> sections,
            List<SectionWords> counted,
            Vocabulary vocabulary,
            Memory memory,
            Spool spool) {
        SearchIndex index = new SearchIndex(memory, spool);
        index.addWords(counted, vocabulary);
        index.addTexts(sections);
        index.addAnswers(catalogue, sections);
        return index.written();
    }

    private void addWords(List<SectionWords> sections, Vocabulary vocabulary) {
        SortedMap<String, String> words = WordIndex.of(sections, vocabulary);
        first.put("sections", sections.size());
        first.put("perPiece", SECTIONS_OF_A_PIECE);
        first.put("words", new Pieces("w", pieces).write(words));
        pieces.put("spelling", Spelling.of(words));
    }

    /** Kind, title, heading, address and text of each section; what is as in the section before is left empty. */
    private void addTexts(List<Listing.SearchSection> sections) {
        for (int from = 0; from < sections.size(); from += SECTIONS_OF_A_PIECE) {
            List<Object> texts = new ArrayList<>();
            for (Listing.SearchSection section :
                    sections.subList(from, Math.min(sections.size(), from + SECTIONS_OF_A_PIECE))) {
                texts.add(List.of(
                        section.group().ordinal(),
                        section.title(),
                        section.heading(),
                        section.href(),
                        section.excerpt()));
            }
            pieces.put("t" + from / SECTIONS_OF_A_PIECE, texts);
        }
    }

    private void addAnswers(Catalogue catalogue, List<Listing.SearchSection> sections) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < sections.size(); i++) {
            numbers.putIfAbsent(sections.get(i).href(), i);
        }
        AskableFacts facts = new AskableFacts(catalogue);
        first.putAll(new Answers(catalogue, facts.definitions(), numbers).values());
        if (!catalogue.variants().isEmpty()) {
            Object models = catalogue.library().families();
            first.put("columns", new Pieces("f", pieces).write(memory.get(ANSWERS, "columns", models, facts::columns)));
            first.put(
                    "values",
                    new Pieces("v", pieces)
                            .write(memory.get(
                                    ANSWERS,
                                    "values",
                                    models,
                                    () -> PrintedValues.of(catalogue, facts.definitions()))));
        }
    }

    private List<OutputFile> written() {
        List<OutputFile> files = new ArrayList<>(Evenly.map(
                pieces.entrySet(),
                piece -> memory.get(
                        PIECES, piece.getKey(), piece.getValue(), () -> piece(piece.getKey(), piece.getValue()))));
        CRC32 content = new CRC32();
        files.forEach(piece -> content.update(piece.bytes()));
        content.update(JsonText.compact(first).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("version", Long.toHexString(content.getValue()));
        values.putAll(first);
        files.add(0, OutputFile.text(Paths.SEARCH_INDEX, "window.archnotesSearchIndex = " + json(values) + ";\n"));
        return files;
    }

    private OutputFile piece(String name, Object value) {
        String script = "archnotesSearchPiece(\"" + name + "\"," + json(value) + ");\n";
        return spool.file(Paths.SEARCH_PIECES + name + ".js", script.getBytes(StandardCharsets.UTF_8));
    }

    /** Strict JSON in which nothing can end a script or a line. */
    private static String json(Object value) {
        return JsonText.compact(value)
                .replace("<", "\\u003C")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
