package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake in a file that many others refer to is reported where it is, and nowhere else. */
class FollowOnFindingsTest {
    private static final Path NOTES = Path.of("notes");

    @TempDir
    Path folder;

    @BeforeEach
    void copyTheRealNotes() throws IOException {
        try (Stream<Path> files = Files.walk(NOTES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(NOTES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void change(String path, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(path));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(path), text.replace(from, to));
    }

    private List<String> findings() throws IOException {
        LibraryReader.Result read = LibraryReader.read(folder);
        return read
                .findings()
                .and(new Checks((tex, display) -> new MathResult.Rendered(""))
                        .run(Catalogue.of(read.library()))
                        .findings())
                .all()
                .stream()
                .map(FollowOnFindingsTest::brief)
                .toList();
    }

    private static String brief(Diagnostic finding) {
        return finding.location().path() + ":" + finding.location().line() + " " + finding.rule();
    }

    @Test
    void theRealNotesHaveNone() throws IOException {
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSpecificationThatIsNotYaml() throws IOException {
        change("Qwen3/architecture.yaml", "organization: Alibaba (Qwen team)", "organization: Alibaba: Qwen team");

        assertThat(findings()).containsExactly("Qwen3/architecture.yaml:3 " + Rule.MALFORMED_YAML);
    }

    @Test
    void anAttentionThatCannotBeReadIsNotMissedWhereLayersNameIt() throws IOException {
        change("SmolLM3/architecture.yaml", "kv_heads: 4", "kv_heads: 3");

        assertThat(findings())
                .containsExactly(
                        "SmolLM3/architecture.yaml:30 " + Rule.IMPOSSIBLE_VALUE,
                        "SmolLM3/architecture.yaml:36 " + Rule.IMPOSSIBLE_VALUE);
    }

    @Test
    void aSpecificationThatIsNotTextBesideANoteThatCannotBeRead() throws IOException {
        Files.write(folder.resolve("Qwen3/architecture.yaml"), new byte[] {'s', (byte) 0xff});
        change("Qwen3/index.md", "slug: qwen3\n", "slug: qwen3: 8\n");

        assertThat(findings())
                .containsExactly(
                        "Qwen3/architecture.yaml:1 " + Rule.BAD_ENCODING, "Qwen3/index.md:3 " + Rule.MALFORMED_YAML);
    }

    @Test
    void frontMatterThatIsNotClosed() throws IOException {
        String text = Files.readString(folder.resolve("Generic/mixture-of-experts.md"));
        Files.writeString(folder.resolve("Generic/mixture-of-experts.md"), text.replaceFirst("\n---\n", "\n"));

        assertThat(findings()).isNotEmpty().allMatch(finding -> finding.startsWith("Generic/mixture-of-experts.md:"));
    }

    @Test
    void aSlugThatCannotBeOne() throws IOException {
        change("Generic/mixture-of-experts.md", "slug: mixture-of-experts\n", "slug: Mixture of experts\n");

        assertThat(findings()).containsExactly("Generic/mixture-of-experts.md:3 " + Rule.IMPOSSIBLE_VALUE);
    }

    @Test
    void theSlugOfAnotherConcept() throws IOException {
        change("Generic/mixture-of-experts.md", "slug: mixture-of-experts\n", "slug: normalization\n");

        assertThat(findings())
                .containsExactly(
                        "Generic/mixture-of-experts.md:3 " + Rule.DUPLICATE_SLUG,
                        "Generic/normalization.md:3 " + Rule.DUPLICATE_SLUG);
    }

    @Test
    void theSlugOfAnotherModel() throws IOException {
        change("Qwen3/architecture.yaml", "slug: qwen3\n", "slug: gemma-3\n");
        change("Qwen3/index.md", "slug: qwen3\n", "slug: gemma-3\n");

        assertThat(findings())
                .containsExactly(
                        "Gemma-3/index.md:3 " + Rule.DUPLICATE_SLUG, "Qwen3/index.md:3 " + Rule.DUPLICATE_SLUG);
    }

    @Test
    void aByteOfTheBibliographyThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("references.bib");
        byte[] text = Files.readString(file).getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf("title") - 1] = (byte) 0xff;
        Files.write(file, text);

        assertThat(findings())
                .hasSize(1)
                .allMatch(
                        finding -> finding.startsWith("references.bib:") && finding.endsWith(" " + Rule.BAD_ENCODING));
    }

    @Test
    void aMisspeltSlugIsReportedAsLongAsAllNotesAreSound() throws IOException {
        change("lineage.yaml", "to: qwen3\n", "to: qwen-3\n");

        assertThat(findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("lineage.yaml:") && finding.endsWith(" " + Rule.UNKNOWN_NOTE));
    }
}
