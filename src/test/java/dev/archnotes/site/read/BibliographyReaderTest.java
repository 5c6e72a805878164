package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.Reference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BibliographyReaderTest {

    @Test
    void entryKeepsItsTextAndItsPlace() {
        String entry =
                "@misc{vaswani2017attention,\n  title = {Attention Is All You Need},\n  year  = 2017,\n  month = "
                        + "jun,\n}";

        Reference reference = read("% Reports\n\n  " + entry + "\n\nBetween entries all is comment.\n");

        assertThat(reference.bibtex()).isEqualTo(entry);
        assertThat(reference.place()).isEqualTo(new Location("references.bib", 3, 3));
        assertThat(reference.year()).isEqualTo("2017");
        assertThat(reference.url()).isEmpty();
    }

    @Test
    void organizationIsToldFromAPerson() {
        Reference reference =
                read("@misc{a, author = {{Gemma Team and friends} and Ada Lovelace}, title = {T}, year = {2025}}");

        assertThat(reference.authors()).containsExactly("=Gemma Team and friends", "Ada Lovelace");
        assertThat(reference.shortForm()).isEqualTo("Gemma Team and friends and Lovelace 2025");
    }

    @Test
    void authorsThatAreNotNamedMakeEtAl() {
        Reference reference = read("@misc{a, author = {Hugo Touvron and others}, title = {T}, year = {2023}}");

        assertThat(reference.shortForm()).isEqualTo("Touvron et al. 2023");
    }

    @Test
    void latexIsReadAsText() {
        Reference reference =
                read("@misc{a, author = {J{\\\"u}rgen Schmidhuber}, title = {{LLaMA}: 5 % of\n  {GPT}-4 \\& more}, "
                        + "year = {2023}}");

        assertThat(reference.authors()).containsExactly("Jürgen Schmidhuber");
        assertThat(reference.title()).isEqualTo("LLaMA: 5 % of GPT-4 & more");
    }

    static Stream<String> endless() {
        return Stream.of(
                "title = {\\o " + "{".repeat(5_000) + "}".repeat(5_000) + "}",
                "title = \"" + "{".repeat(5_000) + "}".repeat(5_000) + "\"",
                "title = " + "\"x\" # ".repeat(100_000) + "\"x\"");
    }

    @ParameterizedTest
    @MethodSource("endless")
    void whatNoParserShouldFollowIsAFinding(String field) {
        Diagnostics.Builder findings = Diagnostics.builder();
        BibliographyReader.read("references.bib", "@misc{a,\n" + field + ",\nyear = {2024}}", findings);

        assertThat(findings.build().all()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("too many braces or joined texts");
            assertThat(finding.location().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "\\'e", "\\a[", "\\a", "~", "--", "\"", "\\&", " and ", "\\{", "$", "^", "\\\\", "`"})
    void manyOfOneSignAreReadInAMoment(String sign) {
        Diagnostics.Builder findings = Diagnostics.builder();
        String text = "@misc{a, title = {" + sign.repeat(20_000) + "}, year = {2024}, crossref = {a}}";

        assertThat(BibliographyReader.read("references.bib", text, findings)).containsKey("a");
    }

    @Test
    void manyFieldsAreReadInAMoment() {
        Diagnostics.Builder findings = Diagnostics.builder();
        String text = "@misc{a, " + "note = {x}, ".repeat(50_000) + "title = {T}, year = {2024}}";

        assertThat(BibliographyReader.read("references.bib", text, findings)).containsKey("a");
    }

    private static Reference read(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        Reference only = BibliographyReader.read("references.bib", text, findings)
                .values()
                .iterator()
                .next();
        assertThat(findings.build().all()).isEmpty();
        return only;
    }
}
