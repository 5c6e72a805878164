package dev.archnotes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.content.Library;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.DiagnosticPrinter;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.markdown.MathRenderer;
import dev.archnotes.markdown.MathResult;
import dev.archnotes.read.ConfigReader;
import dev.archnotes.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code findings/} is named for a rule and holds tiny notes, or a model's configuration, that break it, with the exact text an author sees.
 * {@code -Dgolden.update=true} writes that text anew.
 */
class FindingsTest {
    private static final Path FOLDERS = Path.of("src/test/resources/findings");

    /** Stands for the real one, which takes seconds to start: it knows every function but one. */
    private static final MathRenderer MATH = (tex, display) -> tex.contains("\\nope")
            ? new MathResult.Failed("unsupported function \\nope", tex.indexOf("\\nope"))
            : new MathResult.Rendered("<math></math>");

    @TestFactory
    Stream<DynamicTest> findingsOfARule() throws IOException {
        return folders().stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }

    private static void compare(Path folder) throws IOException {
        Found found = Files.exists(folder.resolve("config.json")) ? inConfiguration(folder) : inNotes(folder);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, found.printed);
        }

        assertThat(found.printed).isEqualTo(Files.readString(expected));
        assertThat(found.findings.all()).extracting(Diagnostic::rule).extracting(Rule::id).contains(folder.getFileName().toString());
    }

    private static Found inNotes(Path folder) throws IOException {
        LibraryReader.Result read = LibraryReader.read(folder.resolve("notes"));
        Library library = read.library();
        Diagnostics findings = read.findings().and(Checks.run(library, MATH).findings());
        return new Found(findings, new DiagnosticPrinter(library.sources()::get, false, "notes/").print(findings, library.notes().size()));
    }

    /** A configuration has no notes, and no closing line. */
    private static Found inConfiguration(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("config.json"));
        Diagnostics.Builder findings = Diagnostics.builder();
        ConfigReader.read("config.json", text, findings);
        DiagnosticPrinter printer = new DiagnosticPrinter(path -> text, false);
        Diagnostics found = findings.build();
        return new Found(found, found.all().stream().map(printer::print).collect(Collectors.joining()));
    }

    private record Found(Diagnostics findings, String printed) {}

    @Test
    void everyRuleHasItsFolder() throws IOException {
        assertThat(folders()).extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
