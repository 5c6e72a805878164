package dev.archnotes.site.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteWriterTest {

    @TempDir
    Path folder;

    private Path site;

    @BeforeEach
    void choose() {
        site = folder.resolve("public/site");
    }

    @Test
    void siteIsWrittenWithItsMarkerAndNothingBesideIt() throws IOException {
        boolean changed = SiteWriter.write(site, files("index.html", "one", "models/qwen3/index.html", "two"));

        assertThat(changed).isTrue();
        assertThat(content()).containsExactly(".archnotes", "index.html", "models/qwen3/index.html");
        assertThat(site.resolve("models/qwen3/index.html")).hasContent("two");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void nextSiteReplacesAllOfTheLastOne() throws IOException {
        SiteWriter.write(site, files("old.html", "old", "a/b.html", "old"));
        Files.writeString(site.resolve("stray.txt"), "left by somebody");

        SiteWriter.write(site, files("new.html", "new"));

        assertThat(content()).containsExactly(".archnotes", "new.html");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void whatAKilledBuildLeftIsDeletedAndNothingElse() throws IOException {
        String gone = "999999999";
        String alive = Long.toString(ProcessHandle.allProcesses()
                .filter(process -> !process.equals(ProcessHandle.current()))
                .findFirst()
                .orElseThrow()
                .pid());
        for (String left :
                List.of(".site.old-" + gone, ".site.new-" + gone, ".site.old-" + alive, ".other.old-" + gone)) {
            Files.createDirectories(site.resolveSibling(left).resolve("a"));
            Files.writeString(site.resolveSibling(left).resolve(".archnotes"), "ours");
        }
        Files.createDirectories(site.resolveSibling(".site.old-99999999"));

        SiteWriter.write(site, files("index.html", "one"));

        assertThat(siblings())
                .containsExactlyInAnyOrder("site", ".site.old-" + alive, ".other.old-" + gone, ".site.old-99999999");
    }

    @Test
    void unchangedSiteIsLeftUntouched() throws IOException {
        SiteWriter.write(site, files("index.html", "same"));
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(site.resolve("index.html"), before);

        boolean changed = SiteWriter.write(site, files("index.html", "same"));

        assertThat(changed).isFalse();
        assertThat(Files.getLastModifiedTime(site.resolve("index.html"))).isEqualTo(before);
    }

    @Test
    void emptyFolderIsTaken() throws IOException {
        Files.createDirectories(site);

        assertThat(SiteWriter.write(site, files("index.html", "one"))).isTrue();
        assertThat(site.resolve("index.html")).exists();
    }

    @Test
    void folderOfSomebodyElseIsRefused() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "one")))
                .isInstanceOf(OutputRefused.class)
                .hasMessage(site
                        + " has files in it and was not made by archnotes, so it is left alone; choose a "
                        + "folder that is empty or does not exist");
        assertThat(content()).containsExactly("thesis.tex");
    }

    @Test
    void fileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.createDirectories(site.getParent());
        Files.writeString(site, "a file");

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "one")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void failureKeepsTheLastSite() throws IOException {
        SiteWriter.write(site, files("index.html", "good"));
        String tooLong = "x".repeat(5_000) + ".html";

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "half", tooLong, "never")))
                .isInstanceOf(IOException.class);
        assertThat(content()).containsExactly(".archnotes", "index.html");
        assertThat(site.resolve("index.html")).hasContent("good");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void linkToTheSiteStaysALink() throws IOException {
        SiteWriter.write(site, files("index.html", "one"));
        Path link = Files.createSymbolicLink(folder.resolve("current"), site);

        SiteWriter.write(link, files("index.html", "two"));

        assertThat(link).isSymbolicLink();
        assertThat(site.resolve("index.html")).hasContent("two");
    }

    @Test
    void allCollisionsAreListedTogether() {
        List<OutputFile> files = files(
                "a/index.html", "1", "a/index.html", "2", "Data.json", "3", "data.json", "4", "b", "5", "b/c", "6");

        assertThatThrownBy(() -> SiteWriter.write(site, files))
                .isInstanceOf(OutputRefused.class)
                .hasMessage("""
                2 files claim the same path: a/index.html, a/index.html
                "b" is a file, and the folder of "b/c"
                2 files claim the same path: Data.json, data.json""");
        assertThat(site).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../outside",
                "a/../../outside",
                "a//b",
                "a/",
                "./a",
                "a\\b",
                "C:a",
                ".archnotes",
                "a\u0000b"
            })
    void pathOutsideTheSiteIsRefused(String path) {
        assertThatThrownBy(() -> SiteWriter.write(site, files(path, "text")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("is not a path within the site");
    }

    private static List<OutputFile> files(String... pathsAndTexts) {
        return Stream.iterate(0, i -> i < pathsAndTexts.length, i -> i + 2)
                .map(i -> OutputFile.text(pathsAndTexts[i], pathsAndTexts[i + 1]))
                .toList();
    }

    private List<String> content() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> site.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(site.getParent())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
