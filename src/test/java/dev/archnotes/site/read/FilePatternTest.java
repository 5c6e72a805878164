package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternTest {
    private static final List<Path> PATHS = List.of(
            Path.of("CHANGELOG.md"),
            Path.of("a/CHANGELOG.md"),
            Path.of("drafts/a.md"),
            Path.of("a/drafts/b/c.md"),
            Path.of("a.tmp.md"),
            Path.of("a/b.tmp.md"),
            Path.of("guide/a.md"),
            Path.of("guide/b/a.md"),
            Path.of("a*b.md"),
            Path.of("axb.md"));

    /** What matches is what the matcher of the JDK lets through, on every path of the list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "**/*.tmp.md",
                "guide/*.md",
                "guide/**",
                "*/CHANGELOG.md",
                "a?b.md",
                "[!b-z]*.md",
                "[a-c]/*.md",
                "{guide,drafts}/*.md",
                "a\\*b.md",
                "**",
                "*",
                "{a,gui,}*"
            })
    void matchesAsTheGlobOfTheJdk(String glob) {
        assertThat(PATHS)
                .allSatisfy(path -> assertThat(new Glob(glob).matches(path.toString()))
                        .as(path.toString())
                        .isEqualTo(FileSystems.getDefault()
                                .getPathMatcher("glob:" + glob)
                                .matches(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "[a", "{a", "a}", "a\\", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"})
    void whatIsNoPatternIsTold(String pattern) {
        assertThat(FilePattern.fault(pattern)).isPresent();
    }

    /** Each star could be filled in two hundred ways. */
    @Test
    void manyStarsCostNothing() {
        Path name = Path.of("a".repeat(200) + ".md");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThat(FilePattern.of("*a".repeat(60) + "b").matches(name)).isFalse();
            assertThat(FilePattern.of("**/a*".repeat(50) + "b").matches(name)).isFalse();
        });
    }
}
