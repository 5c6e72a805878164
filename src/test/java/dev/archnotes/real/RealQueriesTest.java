package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.archnotes.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people ask the search, each with the answer that must come first: {@code search/queries.csv}. */
@Tag("site")
class RealQueriesTest {
    @Test
    void eachQueryHasItsAnswerFirst(@TempDir Path folder) throws Exception {
        assumeTrue(Programs.hasNode(), "node was not found on the PATH: the queries are not asked");
        Path said = folder.resolve("differences.txt");
        int exit = new ProcessBuilder(
                        "node",
                        "src/test/resources/search/answers.mjs",
                        RealSite.get().folder().toString(),
                        "src/test/resources/search/queries.csv")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(Files.readString(said, StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
    }
}
