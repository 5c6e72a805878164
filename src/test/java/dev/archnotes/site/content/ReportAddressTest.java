package dev.archnotes.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportAddressTest {
    private static String report(String issues) {
        return new SiteSettings.Addresses("https://example.org/n/", "", "", issues)
                .report("GPT-2 & more", "models/gpt-2/");
    }

    /** The names of the fields are those of the form in {@code .github/ISSUE_TEMPLATE/wrong-figure.yml}. */
    @Test
    void aFormOfGitHubBeginsWithThePage() {
        assertThat(report("https://github.com/a/b/issues/new"))
                .isEqualTo("https://github.com/a/b/issues/new?template=wrong-figure.yml"
                        + "&title=Wrong%20figure%3A%20GPT-2%20%26%20more"
                        + "&place=https%3A%2F%2Fexample.org%2Fn%2Fmodels%2Fgpt-2%2F"
                        + "&body=https%3A%2F%2Fexample.org%2Fn%2Fmodels%2Fgpt-2%2F");
    }

    @Test
    void anotherAddressStaysAsItIs() {
        assertThat(report("https://example.org/mail?to=us")).isEqualTo("https://example.org/mail?to=us");
        assertThat(report("")).isEmpty();
    }
}
