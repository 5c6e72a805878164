package dev.archnotes.site.files.search;

import dev.archnotes.site.page.Listing;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An index of words in the JSON of MiniSearch 7.2.0 ({@code serializationVersion} 2), as {@code MiniSearch.loadJS}
 * takes it: the same documents give the same results and scores as an index that MiniSearch built itself.
 */
final class WordIndex {
    /** The indexed fields, in the order of their numbers. */
    static final List<String> FIELDS = List.of("title", "heading", "text");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\n\\r\\p{Z}\\p{P}]+");

    private final Map<Integer, Integer> documentIds = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> fieldLengths = new LinkedHashMap<>();
    private final double[] averageFieldLengths = new double[FIELDS.size()];
    private final Map<Integer, Map<String, String>> storedFields = new LinkedHashMap<>();

    /** Term, field, document, occurrences. */
    private final Map<String, Map<Integer, Map<Integer, Integer>>> terms = new TreeMap<>();

    private WordIndex() {}

    /** The index of documents, as values that JSON can hold. */
    static Map<String, Object> of(List<Listing.SearchSection> documents) {
        WordIndex index = new WordIndex();
        documents.forEach(index::add);
        return index.asValues();
    }

    private void add(Listing.SearchSection document) {
        int id = documentIds.size();
        documentIds.put(id, id);
        Map<String, String> stored = new LinkedHashMap<>();
        stored.put("title", document.title());
        stored.put("heading", document.heading());
        stored.put("href", document.href());
        stored.put("group", document.group().key());
        stored.put("text", document.excerpt());
        storedFields.put(id, stored);
        List<String> values = List.of(document.title(), document.heading(), document.text());
        int[] lengths = new int[FIELDS.size()];
        for (int field = 0; field < lengths.length; field++) {
            List<String> words = List.of(BETWEEN_WORDS.split(values.get(field), -1));
            lengths[field] = new HashSet<>(words).size();
            averageFieldLengths[field] = (averageFieldLengths[field] * id + lengths[field]) / (id + 1);
            for (String word : words) {
                addWord(field, id, word);
            }
        }
        fieldLengths.put(id, Arrays.stream(lengths).boxed().toList());
    }

    private void addWord(int field, int id, String word) {
        if (!word.isEmpty()) {
            terms.computeIfAbsent(word.toLowerCase(Locale.ROOT), term -> new TreeMap<>())
                    .computeIfAbsent(field, number -> new TreeMap<>())
                    .merge(id, 1, Integer::sum);
        }
    }

    private Map<String, Object> asValues() {
        Map<String, Integer> fieldIds = new LinkedHashMap<>();
        FIELDS.forEach(field -> fieldIds.put(field, fieldIds.size()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("documentCount", documentIds.size());
        values.put("nextId", documentIds.size());
        values.put("documentIds", documentIds);
        values.put("fieldIds", fieldIds);
        values.put("fieldLength", fieldLengths);
        values.put(
                "averageFieldLength", Arrays.stream(averageFieldLengths).boxed().toList());
        values.put("storedFields", storedFields);
        values.put("dirtCount", 0);
        values.put(
                "index",
                terms.entrySet().stream()
                        .map(term -> List.of(term.getKey(), term.getValue()))
                        .toList());
        values.put("serializationVersion", 2);
        return values;
    }
}
