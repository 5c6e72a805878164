package dev.archnotes.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.content.Library;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.DiagnosticPrinter;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.markdown.MathRenderer;
import dev.archnotes.markdown.MathResult;
import dev.archnotes.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code findings/} is named for a rule and holds tiny notes that break it, with the exact text an author sees.
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
        LibraryReader.Result read = LibraryReader.read(folder.resolve("notes"));
        Library library = read.library();
        Diagnostics findings = read.findings().and(Checks.run(library, MATH).findings());
        String printed = new DiagnosticPrinter(library.sources()::get, false, "notes/")
                .print(findings, library.notes().size());
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(findings.all()).extracting(Diagnostic::rule).extracting(Rule::id).contains(folder.getFileName().toString());
    }

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
