package dev.archnotes.site.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFormatTest {
    @ParameterizedTest
    @CsvSource({
        "a.png, \u0089PNG|rest",
        "a.PNG, \u0089PNG|",
        "a.jpg, \u00ff\u00d8\u00ff\u00e0",
        "a.jpeg, \u00ff\u00d8\u00ff\u00db",
        "a.gif, GIF89a",
        "a.webp, RIFF1234WEBPVP8",
        "a.avif, 1234ftypavif"
    })
    void aFileOfItsFormatIsTaken(String path, String start) {
        assertThat(check(path, start.replace("|", "\r\n\u001a\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, <html>",
        "a.jpg, <svg>",
        "a.gif, GIF",
        "a.webp, RIFF1234WAVE",
        "a.avif, 1234ftypmp42",
        "a.png, ''"
    })
    void anythingElseIsRefused(String path, String start) {
        assertThat(check(path, start)).hasSize(1);
    }

    @Test
    void theRightFormatIsNamed() {
        assertThat(check("Figures/a.png", "GIF89a"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.hint()).isEqualTo("it is of the format GIF; name it accordingly"));
    }

    private static List<Diagnostic> check(String path, String start) {
        Diagnostics.Builder findings = Diagnostics.builder();
        ImageFormat.check(path, start.getBytes(StandardCharsets.ISO_8859_1), findings);
        return findings.build().all();
    }
}
