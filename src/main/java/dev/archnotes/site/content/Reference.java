package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;
import java.util.List;

/**
 * An entry of the bibliography.
 *
 * @param key the word in a citation
 * @param authors its authors, organizations included, in order; the last may be {@code others}
 * @param title its title
 * @param year its year
 * @param letter what tells it from others of its authors and year: {@code a}; empty where there is no other
 * @param url its address, empty where there is none
 * @param eprint its arXiv number, empty where there is none
 * @param kind what it is: technical report, model card, blog, code, paper …; empty where the entry does not say
 * @param bibtex the entry as BibTeX, for copying
 * @param place where the entry stands
 */
public record Reference(
        String key,
        List<String> authors,
        String title,
        String year,
        String letter,
        String url,
        String eprint,
        String kind,
        String bibtex,
        Location place) {
    public Reference {
        authors = List.copyOf(authors);
    }

    /**
     * The name under which a bibliography files the entry: its first author's last name, the organization, or the
     * title.
     */
    public String sortName() {
        return authors.isEmpty() ? title : lastName(authors.get(0));
    }

    /** The short form in running text: {@code Vaswani et al. 2017}, {@code DeepSeek-AI 2024b}. */
    public String shortForm() {
        return who() + " " + year + letter;
    }

    /** The same with what it is, as it begins an entry of a list: {@code DeepSeek-AI 2024b · code}. */
    public String label() {
        return kind.isEmpty() ? shortForm() : shortForm() + " · " + kind;
    }

    /** Whether the list of authors says more than the short form. */
    public boolean hasMoreAuthors() {
        return !authors.isEmpty() && !authorLine().equals(who());
    }

    /** The same work, told from others by a letter. */
    public Reference withLetter(String told) {
        return new Reference(key, authors, title, year, told, url, eprint, kind, bibtex, place);
    }

    private String who() {
        String who = sortName();
        if (authors.size() == 2 && !authors.get(1).equals("others")) {
            who += " and " + lastName(authors.get(1));
        } else if (authors.size() >= 2) {
            who += " et al.";
        }
        return who;
    }

    /**
     * An organization has no first name: its entry marks it with an inner pair of braces, which the reader turns into a
     * leading {@code =}.
     */
    private static String lastName(String author) {
        if (author.startsWith("=")) {
            return author.substring(1);
        }
        int comma = author.indexOf(',');
        return comma > 0 ? author.substring(0, comma) : author.substring(author.lastIndexOf(' ') + 1);
    }

    /** All authors as one line: {@code Ashish Vaswani, Noam Shazeer, …}. */
    public String authorLine() {
        return String.join(
                ", ",
                authors.stream()
                        .map(author -> author.startsWith("=") ? author.substring(1) : author)
                        .toList());
    }
}
