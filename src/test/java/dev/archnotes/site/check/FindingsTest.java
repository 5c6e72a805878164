package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.checkpoint.CheckpointReader;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.template.OwnTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code findings/} is named for a rule and holds tiny notes that break it, with the exact text an
 * author sees. {@code -Dgolden.update=true} writes that text anew.
 */
class FindingsTest {
    private static final Path FOLDERS = Path.of("src/test/resources/findings");

    /** Stands for the real one, which takes seconds to start: it knows every function but one. */
    private static final MathRenderer MATH = (tex, display) -> tex.contains("\\nope")
            ? new MathResult.Failed("unsupported function \\nope", tex.indexOf("\\nope"))
            : new MathResult.Rendered("<math></math>");

    @TestFactory
    Stream<DynamicTest> findingsOfARule() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }

    private static void compare(Path folder) throws IOException {
        if (Files.exists(folder.resolve("config.json"))) {
            compareConfiguration(folder);
            return;
        }
        if (Files.exists(folder.resolve("model.safetensors"))) {
            compareCheckpoint(folder);
            return;
        }
        LibraryReader.Result read = LibraryReader.read(folder.resolve("notes"));
        Library library = read.library();
        Diagnostics found =
                read.findings().and(new Checks(MATH).run(Catalogue.of(library)).findings());
        Diagnostics findings = library.settings().treatment().levels().apply(found);
        Map<String, String> sources = new HashMap<>(library.sources());
        if (Files.exists(folder.resolve("templates"))) {
            OwnTemplates.Compiled own = OwnTemplates.in(folder.resolve("templates"), folder.resolve("notes"))
                    .compiled(folder.resolve("notes"));
            findings = findings.and(own.findings());
            sources.putAll(own.sources());
        }
        String printed = new DiagnosticPrinter(sources::get, false, "notes/")
                .print(findings, library.notes().size());
        check(folder, printed, findings);
    }

    /** The rule about files of weights has one. */
    private static void compareCheckpoint(Path folder) throws IOException {
        Diagnostics.Builder found = Diagnostics.builder();
        CheckpointReader.read(folder.resolve("model.safetensors"), found);
        Diagnostics findings = found.build();
        check(folder, new DiagnosticPrinter(path -> null, false).print(findings), findings);
    }

    /** Rules about a model's configuration have that instead of notes. */
    private static void compareConfiguration(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("config.json"));
        Diagnostics.Builder found = Diagnostics.builder();
        JsonSource.model("config.json", text, found);
        Diagnostics findings = found.build();
        DiagnosticPrinter printer = new DiagnosticPrinter(path -> text, false);
        check(folder, findings.all().stream().map(printer::print).collect(Collectors.joining()), findings);
    }

    private static void check(Path folder, String printed, Diagnostics findings) throws IOException {
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, printed);
        }

        assertThat(printed).isEqualTo(Files.readString(expected));
        assertThat(findings.all())
                .extracting(Diagnostic::rule)
                .extracting(Rule::id)
                .contains(folder.getFileName().toString());
    }

    @Test
    void everyRuleHasItsFolder() throws IOException {
        assertThat(folders())
                .extracting(folder -> folder.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
