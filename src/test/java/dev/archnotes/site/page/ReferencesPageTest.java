package dev.archnotes.site.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How a bibliography is filed: by family name, organizations by their whole name, neither case nor accents counting.
 */
class ReferencesPageTest {

    @Test
    void filesByFamilyNameYearAndTitle() {
        ReferencesPage page = ReferencesPage.of(
                null,
                null,
                Stream.of(
                                entry("one", "Zoë Adams", "2020", "B"),
                                entry("two", "=llama.cpp contributors", "2025", "A"),
                                entry("three", "Adam Zhang", "2019", "A"),
                                entry("four", "Émile Élan", "2018", "A"),
                                entry("five", "Bo Adams", "2020", "A"),
                                entry("six", "=Meta AI", "2024", "A"),
                                entry("seven", "Yann Adams", "2017", "C"),
                                entry("eight", "=01.AI", "2024", "A"))
                        .toList());
        assertEquals(
                List.of("0–9", "A", "E", "L", "M", "Z"),
                page.letters().stream().map(ReferencesPage.Letter::letter).toList());
        assertEquals(
                List.of("letter-0", "letter-a", "letter-e", "letter-l", "letter-m", "letter-z"),
                page.letters().stream().map(ReferencesPage.Letter::id).toList());
        assertEquals(
                List.of("eight", "seven", "five", "one", "four", "two", "six", "three"),
                page.entries().stream().map(entry -> entry.reference().key()).toList());
    }

    private static ReferencesPage.Entry entry(String key, String author, String year, String title) {
        return new ReferencesPage.Entry(
                new Reference(
                        key, List.of(author), title, year, "", "", "", "", "", new Location("references.bib", 1, 1)),
                List.of());
    }
}
