package dev.archnotes.site.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        boolean changed = SiteWriter.write(site, files("index.html", "one", "models/qwen3/index.html", "two"))
                .changed();

        assertThat(changed).isTrue();
        assertThat(content()).containsExactly(".archnotes", "index.html", "models/qwen3/index.html");
        assertThat(site.resolve("models/qwen3/index.html")).hasContent("two");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void theMarkerListsWhatTheBuildWroteInOrder() throws IOException {
        SiteWriter.write(site, files("index.html", "one", "a/b.html", "two"));

        assertThat(site.resolve(".archnotes")).hasContent("""
                archnotes wrote these files, and the next build replaces them. .git, CNAME and .nojekyll stay.
                a/b.html
                index.html
                """);
    }

    @Test
    void nextSiteReplacesAllOfTheLastOne() throws IOException {
        SiteWriter.write(site, files("old.html", "old", "a/b.html", "old"));
        Files.writeString(site.resolve("a/.DS_Store"), "litter");

        SiteWriter.write(site, files("new.html", "new"));

        assertThat(content()).containsExactly(".archnotes", "new.html");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void onlyWhatChangedIsWritten() throws IOException {
        SiteWriter.write(site, files("index.html", "one", "a/b.html", "two"));
        Object index = fileOfTheDisk("index.html");
        Object other = fileOfTheDisk("a/b.html");
        assumeFalse(index == null, "this system does not tell files apart");

        SiteWriter.Outcome outcome = SiteWriter.write(site, files("index.html", "new", "a/b.html", "two"));

        assertThat(outcome.written()).isEqualTo(1);
        assertThat(site.resolve("index.html")).hasContent("new");
        assertThat(site.resolve("a/b.html")).hasContent("two");
        assertThat(fileOfTheDisk("a/b.html")).isEqualTo(other);
        assertThat(fileOfTheDisk("index.html")).isNotEqualTo(index);
    }

    @Test
    void aFileThatSomebodyEditedIsWrittenAnew() throws IOException {
        SiteWriter.write(site, files("index.html", "one", "a/b.html", "two"));
        Files.writeString(site.resolve("a/b.html"), "TWO");

        assertThat(SiteWriter.write(site, files("index.html", "one", "a/b.html", "two"))
                        .written())
                .isEqualTo(1);
        assertThat(site.resolve("a/b.html")).hasContent("two");
    }

    @Test
    void aLinkInThePlaceOfAFileBecomesAFile() throws IOException {
        SiteWriter.write(site, files("index.html", "one", "a.html", "two"));
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "two");
        Files.delete(site.resolve("a.html"));
        Files.createSymbolicLink(site.resolve("a.html"), elsewhere);

        SiteWriter.write(site, files("index.html", "one", "a.html", "two"));

        assertThat(Files.isSymbolicLink(site.resolve("a.html"))).isFalse();
        assertThat(site.resolve("a.html")).hasContent("two");
    }

    @Test
    void aDraftOfLinksThatAKilledBuildLeftIsRemovedWithoutHarm() throws IOException {
        SiteWriter.write(site, files("index.html", "one"));
        Path draft = Files.createDirectories(site.resolveSibling(".site.new-0a1b"));
        Files.copy(site.resolve(".archnotes"), draft.resolve(".archnotes"));
        Files.createLink(draft.resolve("index.html"), site.resolve("index.html"));

        SiteWriter.write(site, files("index.html", "one"));

        assertThat(site.resolve("index.html")).hasContent("one");
        assertThat(siblings()).containsExactly("site");
    }

    private Object fileOfTheDisk(String path) throws IOException {
        return Files.readAttributes(site.resolve(path), BasicFileAttributes.class)
                .fileKey();
    }

    @Test
    void whatSomebodyPutIntoTheSiteStopsTheBuild() throws IOException {
        SiteWriter.write(site, files("index.html", "one", "a/b.html", "two"));
        for (String file : List.of("a/thesis.tex", "_headers", "robots.txt", "z.txt", "a/.git")) {
            Files.writeString(site.resolve(file), "years of work");
        }
        List<String> before = content();

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "new")))
                .isInstanceOf(OutputRefused.class)
                .hasMessage(site + " holds what no build wrote and the next one would delete: _headers, a/.git, "
                        + "a/thesis.tex and 2 more; move it elsewhere, or choose another folder");
        assertThat(content()).isEqualTo(before);
        assertThat(site.resolve("index.html")).hasContent("one");
    }

    @Test
    void aLinkThatSomebodyPutIntoTheSiteStopsTheBuild() throws IOException {
        Path thesis = Files.createDirectories(folder.resolve("thesis"));
        SiteWriter.write(site, files("index.html", "one"));
        Files.createSymbolicLink(site.resolve("thesis"), thesis);

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "new")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("delete: thesis;");
    }

    @Test
    void theRepositoryAndWhatAHostReadsStay() throws IOException {
        Files.createDirectories(site.resolve(".git/objects"));
        Files.writeString(site.resolve(".git/HEAD"), "ref: refs/heads/pages");
        Files.writeString(site.resolve("CNAME"), "notes.example.org");
        SiteWriter.write(site, files("index.html", "one"));
        Files.writeString(site.resolve(".nojekyll"), "");

        assertThat(SiteWriter.write(site, files("index.html", "one")).changed()).isFalse();
        assertThat(SiteWriter.write(site, files("new.html", "two")).changed()).isTrue();

        assertThat(content()).containsExactly(".archnotes", ".git/HEAD", ".nojekyll", "CNAME", "new.html");
        assertThat(site.resolve(".git/objects")).isDirectory();
        assertThat(site.resolve("CNAME")).hasContent("notes.example.org");
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void aRepositoryThatAKilledBuildLeftBesideTheSiteComesBack() throws IOException {
        SiteWriter.write(site, files("index.html", "one"));
        Path former = site.resolveSibling(".site.old-0a1b");
        Files.createDirectories(former.resolve(".git"));
        Files.writeString(former.resolve(".git/HEAD"), "ref: refs/heads/pages");
        Files.copy(site.resolve(".archnotes"), former.resolve(".archnotes"));

        SiteWriter.write(site, files("index.html", "one"));

        assertThat(site.resolve(".git/HEAD")).hasContent("ref: refs/heads/pages");
        assertThat(siblings()).containsExactly("site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ours", "archnotes\n", "Archnotes wrote these files"})
    void aMarkerOfSomebodyElseGivesNoRight(String marker) throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve(".archnotes"), marker);
        Files.writeString(site.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "one")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("was not made by archnotes");
        assertThat(content()).containsExactly(".archnotes", "thesis.tex");
    }

    @Test
    void aMarkerThatListsNothingIsNoProof() throws IOException {
        Files.createDirectories(site);
        Files.writeString(site.resolve(".archnotes"), "archnotes made this folder. The next build replaces all.\n");
        Files.writeString(site.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> SiteWriter.write(site, files("index.html", "one")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("delete the folder once");
    }

    @Test
    void whatAKilledBuildLeftIsDeletedAndNothingElse() throws IOException {
        SiteWriter.write(folder.resolve("model"), files("a.html", "half"));
        for (String left :
                List.of(".site.old-0a1b", ".site.new-0a1b", ".site.new-2c", ".other.old-0a1b", ".site.old-")) {
            Files.createDirectories(site.resolveSibling(left).resolve("a"));
            Files.copy(
                    folder.resolve("model/.archnotes"),
                    site.resolveSibling(left).resolve(".archnotes"));
        }
        Files.createDirectories(site.resolveSibling(".site.new-3d"));
        Files.createDirectories(site.resolveSibling(".site.old-4e/thesis"));

        try (FileChannel written =
                        FileChannel.open(site.resolveSibling(".site.new-2c/.archnotes"), StandardOpenOption.WRITE);
                FileLock lock = written.lock()) {
            assertThat(lock.isValid()).isTrue();
            SiteWriter.write(site, files("index.html", "one"));
        }

        assertThat(siblings())
                .containsExactlyInAnyOrder("site", ".site.new-2c", ".other.old-0a1b", ".site.old-", ".site.old-4e");
    }

    @Test
    void theSiteOfABuildThatWasKilledBetweenTwoRenamesComesBack() throws IOException {
        SiteWriter.write(site, files("index.html", "older"));
        Files.move(site, site.resolveSibling(".site.old-0a1b"));
        Files.setLastModifiedTime(site.resolveSibling(".site.old-0a1b/.archnotes"), FileTime.fromMillis(1_000));
        SiteWriter.write(site, files("index.html", "whole"));
        Files.move(site, site.resolveSibling(".site.old-2c"));
        Files.createDirectories(site.resolveSibling(".site.new-2c"));
        Files.createDirectories(site.resolveSibling(".site.old-4e/thesis"));

        assertThat(SiteWriter.heal(site)).isTrue();
        assertThat(site.resolve("index.html")).hasContent("whole");
        assertThat(SiteWriter.heal(site)).as("a second time").isFalse();
    }

    @Test
    void whereNoBuildWasKilledThereIsNothingToHeal() throws IOException {
        assertThat(SiteWriter.heal(site)).isFalse();
        assertThat(SiteWriter.heal(folder.resolve("not/yet/there"))).isFalse();
        Files.createDirectories(site.resolveSibling(".site.old-4e/thesis"));
        assertThat(SiteWriter.heal(site)).as("somebody's own folder").isFalse();
        SiteWriter.write(site, files("index.html", "new"));
        assertThat(SiteWriter.heal(site)).isFalse();
        assertThat(site.resolve("index.html")).hasContent("new");
    }

    /** While builds replace the site, another command that finds none waits, and never puts an old one over the new. */
    @Test
    void healingDisturbsNoBuild() throws Exception {
        ExecutorService builds = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> healed = builds.submit(() -> {
                int count = 0;
                while (!Thread.currentThread().isInterrupted()) {
                    count += SiteWriter.heal(site) ? 1 : 0;
                }
                return count;
            });
            for (int i = 0; i < 50; i++) {
                SiteWriter.write(site, files("index.html", "number " + i));
                assertThat(site.resolve("index.html")).hasContent("number " + i);
            }
            builds.shutdownNow();
            assertThat(healed.get()).isZero();
        } finally {
            builds.shutdownNow();
        }
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void whatCannotBeDeletedAfterwardsIsNoFailure() throws IOException {
        SiteWriter.write(site, files("a/b.html", "one"));
        Files.setPosixFilePermissions(site.resolve("a"), PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(site.resolve("a")), "who runs the tests may write everywhere");

        SiteWriter.Outcome outcome = SiteWriter.write(site, files("a/b.html", "two"));

        assertThat(site.resolve("a/b.html")).hasContent("two");
        assertThat(outcome.left()).singleElement().satisfies(left -> {
            assertThat(left.getFileName().toString()).startsWith(".site.old-");
            Files.setPosixFilePermissions(left.resolve("a"), PosixFilePermissions.fromString("rwxr-xr-x"));
        });
        assertThat(SiteWriter.write(site, files("a/b.html", "two")).left()).isEmpty();
        assertThat(siblings()).containsExactly("site");
    }

    @Test
    void unchangedSiteIsLeftUntouched() throws IOException {
        SiteWriter.write(site, files("index.html", "same"));
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(site.resolve("index.html"), before);

        boolean changed = SiteWriter.write(site, files("index.html", "same")).changed();

        assertThat(changed).isFalse();
        assertThat(Files.getLastModifiedTime(site.resolve("index.html"))).isEqualTo(before);
    }

    @Test
    void emptyFolderIsTaken() throws IOException {
        Files.createDirectories(site);

        assertThat(SiteWriter.write(site, files("index.html", "one")).changed()).isTrue();
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
        // so deep that this system, which allows 4,096 bytes, has no room for a long name
        site = folder;
        for (int room = 3_950; site.toString().length() < room; ) {
            site = site.resolve("x"
                    .repeat(Math.min(200, Math.max(1, room - 1 - site.toString().length()))));
        }
        site = site.resolve("site");
        SiteWriter.write(site, files("index.html", "good"));
        String tooLong = "x".repeat(200) + ".html";

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
                ".git/config",
                "CNAME",
                ".nojekyll",
                "a\u0000b"
            })
    void pathOutsideTheSiteIsRefused(String path) {
        assertThatThrownBy(() -> SiteWriter.write(site, files(path, "text")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining("is not a path within the site");
    }

    @ParameterizedTest
    @CsvSource({
        "a\"b.png, it holds \"",
        "<b>.png, it holds <",
        "'a\nb', it holds the character U+000A",
        "a\u202eb, it holds the character U+202E",
        "a\ufffdb, it holds the character U+FFFD",
        "CON.png, Windows knows a device of that name",
        "a/nul, Windows knows a device of that name",
        "Com1 .tar.gz, Windows knows a device of that name",
        "'a /b', a name in it ends with a space",
        "a., a name in it ends with a point"
    })
    void aPathThatSomeSystemCannotHoldIsRefused(String path, String problem) {
        assertThatThrownBy(() -> SiteWriter.write(site, files(path, "text")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageEndingWith("is not a path within the site: " + problem)
                .message()
                .doesNotContain("\n", "\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"console/index.html", "aux-free.png", "com10", "a b/c.d.e", "\u0628\u200c\u0628.png", ".a"})
    void aPathThatEverySystemCanHoldIsTaken(String path) {
        assertThat(OutputPaths.problem(path)).isEmpty();
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        assertThat(OutputPaths.problem("\u00e4".repeat(130))).contains("a name in it is longer than 255 bytes");
        assertThat(OutputPaths.problem("a/".repeat(130) + "b")).contains("it is longer than 240 characters");
    }

    @Test
    void anAccentInTwoEncodingsIsOneFile() {
        assertThatThrownBy(() -> SiteWriter.write(site, files("\u00e9.png", "1", "e\u0301.png", "2")))
                .isInstanceOf(OutputRefused.class)
                .hasMessageStartingWith("2 files claim the same path");
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
