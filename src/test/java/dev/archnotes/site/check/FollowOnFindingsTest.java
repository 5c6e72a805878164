package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mistake in a file that many others refer to is reported where it is, and nowhere else. */
class FollowOnFindingsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void copyTheFieldGuide() throws IOException {
        FieldGuide.copyTo(folder);
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
    void theFieldGuideHasNone() throws IOException {
        assertThat(findings()).isEmpty();
    }

    @Test
    void aMistypedKeyIsToldOnceAndNothingIsConcludedFromIt() throws IOException {
        change(
                "Heron/architecture.yaml",
                "        kv_heads: 4\n        head_dim: 256\n        window",
                "        kv_haeds: 4\n" + "        head_dim: 256\n        window");
        assertThat(findings()).containsExactly("Heron/architecture.yaml:24 unknown-key");
    }

    @Test
    void aMissingPartIsToldOnce() throws IOException {
        change(
                "Heron/architecture.yaml",
                "        kv_heads: 4\n        head_dim: 256\n        window",
                "        head_dim: 256\n        window");
        assertThat(findings()).containsExactly("Heron/architecture.yaml:22 missing-key");
    }

    @Test
    void aSpecificationThatIsNotYaml() throws IOException {
        change("Heron/architecture.yaml", "organization: Marsh Laboratory", "organization: Marsh: Laboratory");

        assertThat(findings()).containsExactly("Heron/architecture.yaml:3 " + Rule.MALFORMED_YAML);
    }

    @Test
    void otherWordsForAModelThatCannotBeRead() throws IOException {
        Files.writeString(
                folder.resolve("search.yaml"),
                "names: [{of: heron-16b, also: [heron sixteen]}, {of: heron, also: [h]}]\n");
        assertThat(findings()).containsExactly("search.yaml:1 " + Rule.UNKNOWN_MODEL);

        change("Heron/architecture.yaml", "organization: Marsh Laboratory", "organization: Marsh: Laboratory");
        assertThat(findings()).containsExactly("Heron/architecture.yaml:3 " + Rule.MALFORMED_YAML);
    }

    @Test
    void otherWordsForANoteThatCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("search.yaml"), "words: [{also: [nest], page: nests}]\n");
        Files.writeString(
                folder.resolve("nests.md"),
                "---\ntitle: Nests\nslug: nests\nkey: Of nests.\ndescription: Of nests.\n---\n\nOf reed.\n");
        assertThat(findings()).isEmpty();

        change("nests.md", "title: Nests", "title: Nests: reed");
        assertThat(findings()).containsExactly("nests.md:2 " + Rule.MALFORMED_YAML);
    }

    @Test
    void anAttentionThatCannotBeReadIsNotMissedWhereLayersNameIt() throws IOException {
        change("Heron/architecture.yaml", "kv_heads: 4", "kv_heads: 3");

        assertThat(findings())
                .containsExactly(
                        "Heron/architecture.yaml:24 " + Rule.IMPOSSIBLE_VALUE,
                        "Heron/architecture.yaml:33 " + Rule.IMPOSSIBLE_VALUE);
    }

    @Test
    void aSpecificationThatIsNotTextBesideANoteThatCannotBeRead() throws IOException {
        Files.write(folder.resolve("Heron/architecture.yaml"), new byte[] {'s', (byte) 0xff});
        change("Heron/index.md", "slug: heron\n", "slug: heron: 8\n");

        assertThat(findings())
                .containsExactly(
                        "Heron/architecture.yaml:1 " + Rule.BAD_ENCODING, "Heron/index.md:3 " + Rule.MALFORMED_YAML);
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
        change("Generic/mixture-of-experts.md", "slug: mixture-of-experts\n", "slug: kv-cache\n");

        assertThat(findings())
                .containsExactly(
                        "Generic/kv-cache.md:3 " + Rule.DUPLICATE_SLUG,
                        "Generic/mixture-of-experts.md:3 " + Rule.DUPLICATE_SLUG);
    }

    @Test
    void theSlugOfAnotherModel() throws IOException {
        change("Tern/architecture.yaml", "slug: tern\n", "slug: heron\n");
        change("Tern/index.md", "slug: tern\n", "slug: heron\n");

        assertThat(findings())
                .containsExactly("Heron/index.md:3 " + Rule.DUPLICATE_SLUG, "Tern/index.md:3 " + Rule.DUPLICATE_SLUG);
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
        change("lineage.yaml", "to: tern\n", "to: turn\n");

        assertThat(findings())
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("lineage.yaml:") && finding.endsWith(" " + Rule.UNKNOWN_NOTE));
    }
}
