package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BuildCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int build(String baseUrl) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/
                """);
        return new CommandLine(new BuildCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(
                        "--notes",
                        notes.toString(),
                        "--output",
                        folder.resolve("site").toString(),
                        "--cache",
                        folder.resolve("cache").toString(),
                        "--base-url",
                        baseUrl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "https://e x/", "javascript:alert(1)//", "https://a:b@example.org/", "https://e.org/?q"})
    void anAddressThatIsNoneIsRefusedInOneLine(String address) throws IOException {
        assertThat(build(address)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith("archnotes: --base-url: \"" + address + "\" ")
                .containsOnlyOnce("\n");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void theSlashAtTheEndOfTheAddressMayBeLeftOut() throws IOException {
        assertThat(build("https://example.org/sub")).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(folder.resolve("site/sitemap.xml")).content().contains("<loc>https://example.org/sub/");
    }
}
