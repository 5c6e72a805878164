package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.site.content.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** It would be printed at every place that cites the entry. */
    @ParameterizedTest
    @CsvSource({"title, 2000", "author, 300", "howpublished, 2000", "url, 2000", "eprint, 2000"})
    void aFieldOfNoSaneLengthIsCutAndTold(String field, int most) {
        Diagnostics.Builder findings = Diagnostics.builder();
        String value = "https://x.org/" + "x".repeat(most);
        String others = field.equals("title") ? "year = 2020" : "title = {T}, year = 2020";
        Reference reference = BibliographyReader.read(
                        "references.bib", "@misc{a, " + field + " = {" + value + "}, " + others + "}", findings)
                .get("a");

        assertThat(findings.build().all()).singleElement().satisfies(finding -> {
            assertThat(finding.location()).isEqualTo(new Location("references.bib", 1, 7));
            assertThat(finding.message())
                    .endsWith(" has " + value.length() + " characters, at most " + most + " are read");
        });
        assertThat(Stream.of(reference.title(), reference.url(), reference.eprint(), reference.kind()))
                .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(most + 1));
        assertThat(reference.authors())
                .allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(most + 1));
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

    /** Of 2024: arXiv's January, May and December, then by title, in which a capital comes before the small letter. */
    @Test
    void worksOfOneMakerAndYearAreToldApart() {
        Map<String, String> forms = shortForms(
                "{{DeepSeek-AI}}",
                List.of(
                        "v3code, title = {deepseek-ai/DeepSeek-V3: Inference Code}",
                        "v3, title = {DeepSeek-V3 Technical Report}, eprint = {2412.19437}",
                        "weights, title = {DeepSeek-V3: README_WEIGHTS.md}",
                        "llm, title = {DeepSeek LLM}, eprint = {2401.02954}",
                        "v2, title = {DeepSeek-V2}, eprint = {2405.04434}"));

        assertThat(forms)
                .isEqualTo(Map.of(
                        "llm", "DeepSeek-AI 2024a",
                        "v2", "DeepSeek-AI 2024b",
                        "v3", "DeepSeek-AI 2024c",
                        "weights", "DeepSeek-AI 2024d",
                        "v3code", "DeepSeek-AI 2024e"));
    }

    @Test
    void worksThatAreCitedInOtherWordsHaveNoLetters() {
        Diagnostics.Builder findings = Diagnostics.builder();
        String text = "@misc{a, author = {{Meta}}, title = {T}, year = {2024}}\n"
                + "@misc{b, author = {{Meta AI}}, title = {T}, year = {2024}}\n"
                + "@misc{c, author = {{Meta}}, title = {T}, year = {2025}}\n"
                + "@misc{d, author = {Jun Wang and others}, title = {T}, year = {2024}}\n"
                + "@misc{e, author = {Jun Wang and Bo Li}, title = {T}, year = {2024}}\n";

        assertThat(BibliographyReader.read("references.bib", text, findings).values())
                .extracting(Reference::shortForm)
                .containsExactly("Meta 2024", "Meta AI 2024", "Meta 2025", "Wang et al. 2024", "Wang and Li 2024");
    }

    @Test
    void afterTheAlphabetLettersAreDoubled() {
        List<String> works = IntStream.range(0, 28)
                .mapToObj(i -> "k" + (10 + i) + ", title = {T" + (10 + i) + "}")
                .toList();

        assertThat(shortForms("{{Lab}}", works))
                .containsEntry("k35", "Lab 2024z")
                .containsEntry("k36", "Lab 2024aa")
                .containsEntry("k37", "Lab 2024ab");
    }

    /** The short form of works of one author in 2024, by key. */
    private static Map<String, String> shortForms(String author, List<String> works) {
        Diagnostics.Builder findings = Diagnostics.builder();
        StringBuilder text = new StringBuilder();
        works.forEach(work -> text.append("@misc{" + work + ", author = " + author + ", year = {2024}}\n"));
        Map<String, String> forms = new HashMap<>();
        BibliographyReader.read("references.bib", text.toString(), findings)
                .forEach((key, work) -> forms.put(key, work.shortForm()));
        return forms;
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
