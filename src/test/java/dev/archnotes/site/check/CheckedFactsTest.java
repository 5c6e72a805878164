package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes every checked fact of the real notes and changes its last digit. */
class CheckedFactsTest {
    private static final Pattern FACT = Pattern.compile("\\[([\\d.,]*\\d)([^\\]\\[]*)]\\(fact:");

    @TempDir
    Path folder;

    @Test
    void everyChangedDigitIsFoundAndItsHintRestoresTheText() throws IOException {
        List<String> right = new ArrayList<>();
        for (Path file : files()) {
            Path copy = folder.resolve(Path.of("notes").relativize(file).toString());
            Files.createDirectories(copy.getParent());
            String text = Files.readString(file);
            Files.writeString(copy, file.toString().endsWith(".md") ? changed(text, right) : text);
        }

        Diagnostics findings = new Checks((tex, display) -> new MathResult.Rendered(""))
                .run(Catalogue.of(LibraryReader.read(folder).library()))
                .findings();

        assertThat(right).hasSizeGreaterThan(700);
        assertThat(findings.all()).extracting(Diagnostic::rule).containsOnly(Rule.WRONG_FACT);
        assertThat(findings.all()).extracting(Diagnostic::hint).containsExactlyInAnyOrderElementsOf(right);
    }

    private static String changed(String text, List<String> right) {
        Matcher fact = FACT.matcher(text);
        return fact.replaceAll(found -> {
            String digits = found.group(1);
            char last = digits.charAt(digits.length() - 1);
            right.add("write \"" + digits + found.group(2) + "\"");
            char other = (char) ('0' + (last - '0' + 1) % 10);
            return Matcher.quoteReplacement(
                    "[" + digits.substring(0, digits.length() - 1) + other + found.group(2) + "](fact:");
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("notes"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
