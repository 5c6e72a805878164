package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HelpTest {
    @TempDir
    private Path folder;

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
    }

    @TestFactory
    Stream<DynamicTest> everyHelpHasExamplesAndExitCodes() {
        return all(Main.archnotes())
                .map(command -> DynamicTest.dynamicTest(
                        command.getCommandSpec().qualifiedName(),
                        () -> assertThat(command.getUsageMessage())
                                .contains("Examples:")
                                .contains("Exit codes:")
                                .contains("archnotes ")));
    }

    @Test
    void theManPageTellsOfEveryCommandAndOption() {
        String page = CommandRun.of("man").out();
        assertThat(page).startsWith(".TH \"ARCHNOTES\" \"1\"");
        all(Main.archnotes()).skip(1).forEach(command -> {
            assertThat(page).contains(".SS \"" + command.getCommandSpec().qualifiedName() + "\"");
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.hidden())
                    .forEach(option ->
                            assertThat(page).contains(option.longestName().replace("-", "\\-")));
        });
        assertThat(page).doesNotContain("${").doesNotContain("@|").doesNotContain("%n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aShellCompletesCommandsAndOptions() throws IOException {
        Path script = Files.writeString(
                folder.resolve("archnotes.bash"),
                CommandRun.of("completion", "bash").out());
        assertThat(CommandRun.of("completion", "zsh").out()).isEqualTo(Files.readString(script));
        Map.of("archnotes che", "check", "archnotes check --fi", "--fix", "archnotes new mo", "model")
                .forEach((line, expected) -> assertThat(completed(script, line)).contains(expected));
    }

    private static String completed(Path script, String line) {
        String[] words = line.split(" ");
        String program =
                ". " + script + "; COMP_WORDS=(" + line + "); COMP_CWORD=" + (words.length - 1) + "; COMP_LINE=\""
                        + line + "\"; COMP_POINT=" + line.length() + "; _complete_archnotes; echo \"${COMPREPLY[@]}\"";
        try {
            Process process = new ProcessBuilder(List.of("bash", "-c", program))
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void aMistypedSchemaIsSuggested() {
        assertThat(CommandRun.of("schema", "siet").err()).contains("did you mean \"site\"?");
        assertThat(CommandRun.of("schema").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("schema", "--all", folder).exit()).isZero();
        assertThat(folder.resolve("front-matter.schema.json")).exists();
    }
}
