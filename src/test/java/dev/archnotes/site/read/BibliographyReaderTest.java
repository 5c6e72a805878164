package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.Reference;
import org.junit.jupiter.api.Test;

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
