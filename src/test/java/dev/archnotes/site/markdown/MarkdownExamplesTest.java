package dev.archnotes.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.archnotes.model.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Each example in {@code src/test/resources/markdown} gives its HTML and its findings; {@code -Dgolden.update=true}
 * rewrites them.
 */
class MarkdownExamplesTest {

    private static final Path FOLDER = Path.of("src/test/resources/markdown");

    @TestFactory
    List<DynamicNode> examples() throws IOException {
        List<DynamicNode> containers = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md-examples"))
                    .sorted()
                    .toList()) {
                List<MarkdownExample> examples = MarkdownExample.read(file);
                if (Boolean.getBoolean("golden.update")) {
                    examples =
                            examples.stream().map(MarkdownExamplesTest::actual).toList();
                    Files.writeString(file, MarkdownExample.print(examples));
                }
                Stream<DynamicNode> tests =
                        examples.stream().map(example -> dynamicTest(example.title(), () -> check(example)));
                containers.add(dynamicContainer(file.getFileName().toString(), tests));
            }
        }
        return containers;
    }

    private static void check(MarkdownExample example) {
        MarkdownExample actual = actual(example);
        assertThat(actual.html()).isEqualTo(example.html());
        assertThat(actual.findings()).isEqualTo(example.findings());
    }

    private static MarkdownExample actual(MarkdownExample example) {
        MarkdownDocument document = MarkdownDialect.parse("note.md", 1, example.markdown());
        String html = document.render(new PlainContext()).stripTrailing();
        String findings =
                document.findings().stream().map(MarkdownExamplesTest::print).collect(Collectors.joining());
        return new MarkdownExample(example.title(), example.markdown(), html.isEmpty() ? "" : html + "\n", findings);
    }

    private static String print(Diagnostic finding) {
        String hint = finding.hint().isEmpty() ? "" : " (" + finding.hint() + ")";
        return finding.location().line() + ":" + finding.location().column() + "+" + finding.length() + " ["
                + finding.rule() + "] " + finding.message() + hint + "\n";
    }
}
