package dev.archnotes.site.page;

import dev.archnotes.site.content.Reference;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The bibliography.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param letters the references that a page cites, by the last name of the first author and the year
 */
public record ReferencesPage(Head head, Listing listing, List<Letter> letters) implements Page {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    @Override
    public Needs needs() {
        return Needs.of(Needs.Face.BOLD).and(Needs.of(Needs.Style.LOOKUP));
    }

    /**
     * The bibliography with its entries filed: by name, whatever its case and accents, then by year, letter and title.
     */
    public static ReferencesPage of(Head head, Listing listing, List<Entry> entries) {
        Map<String, List<Entry>> letters = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(
                                (Entry entry) -> plain(entry.reference().sortName()))
                        .thenComparing(entry -> entry.reference().year())
                        .thenComparing(entry -> plain(entry.reference().shortForm()))
                        .thenComparing(entry -> plain(entry.reference().title()))
                        .thenComparing(entry -> entry.reference().key()))
                .forEach(entry -> letters.computeIfAbsent(
                                initial(entry.reference().sortName()), letter -> new ArrayList<>())
                        .add(entry));
        return new ReferencesPage(
                head,
                listing,
                letters.entrySet().stream()
                        .map(letter -> new Letter(letter.getKey(), letter.getValue()))
                        .toList());
    }

    private static String plain(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String initial(String name) {
        String plain = plain(name).toUpperCase(Locale.ROOT);
        return plain.isEmpty() || !Character.isLetter(plain.codePointAt(0))
                ? "0–9"
                : Character.toString(plain.codePointAt(0));
    }

    /**
     * The same entries as BibTeX, on a page of their own: all of it together is more than one page should load.
     *
     * @param head what it says of itself
     * @param listing how it shows elsewhere
     * @param entries the references, filed like those of the bibliography
     */
    public record Bibtex(Head head, Listing listing, List<Entry> entries) implements Page {
        public Bibtex {
            entries = List.copyOf(entries);
        }

        @Override
        public Needs needs() {
            return Needs.of(Needs.Style.LOOKUP);
        }
    }

    /** All entries in their order. */
    public List<Entry> entries() {
        return letters.stream().flatMap(letter -> letter.entries().stream()).toList();
    }

    /**
     * The references filed under a letter.
     *
     * @param letter the capital letter, or {@code 0–9}
     * @param entries its entries
     */
    public record Letter(String letter, List<Entry> entries) {
        /** Its anchor. */
        public String id() {
            return "letter-" + (letter.equals("0–9") ? "0" : letter.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A reference.
     *
     * @param reference the bibliography entry
     * @param citedIn the pages that cite it
     */
    public record Entry(Reference reference, List<Link> citedIn) {}
}
