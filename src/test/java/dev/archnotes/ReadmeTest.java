package dev.archnotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README shows what the program prints and takes. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "archnotes");

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    /** Whoever opens the repository on a phone loads it, too. */
    @Test
    void itsPictureIsThereAndLight() throws IOException {
        List<String> pictures = matches("(?m)^!\\[[^\\]]{20,}]\\((\\S+\\.png)\\)$");
        assertThat(pictures).hasSize(1);
        byte[] picture = Files.readAllBytes(Path.of(pictures.get(0)));
        assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeBetween(10_000, 120_000);
    }

    @Test
    void theFiguresShownAreThosePrinted() {
        String example = only(block("text").filter(text -> text.startsWith("$ ")));
        String command = example.lines().findFirst().orElseThrow().replace("$ java -jar target/archnotes.jar ", "");
        List<String> printed = run(command.split(" ")).lines().toList();
        List<String> shown =
                example.lines().skip(1).filter(line -> !line.equals("…")).toList();
        assertThat(shown).hasSizeGreaterThan(3);
        assertThat(printed).containsSubsequence(shown);
    }

    @Test
    void everyCommandIsInTheTable() {
        List<String> listed = matches("(?m)^\\| `archnotes (\\w+)");
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        Main.archnotes().getSubcommands().keySet());
    }

    @Test
    void everyPackageIsInTheTable() throws IOException {
        List<String> listed = matches("(?m)^\\| (`\\w+/?`(?:, `[\\w/]+`)*) \\| (?!holds)").stream()
                .flatMap(names -> Stream.of(names.split(", ")))
                .map(name -> name.replace("`", ""))
                .filter(name -> !name.endsWith("/"))
                .toList();
        List<String> packages = new ArrayList<>();
        for (String root : List.of("model", "site")) {
            try (Stream<Path> folders = Files.list(SOURCES.resolve(root))) {
                folders.map(folder -> folder.getFileName().toString()).forEach(packages::add);
            }
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(packages);
    }

    /** What a command prints, with ordinary spaces before units, as the README has them. */
    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        Main.archnotes().setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        return printed.toString().replace('\u202F', ' ');
    }

    private static Stream<String> block(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme)
                .results()
                .map(match -> match.group(1));
    }

    private static List<String> matches(String pattern) {
        return Pattern.compile(pattern)
                .matcher(readme)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String only(Stream<String> found) {
        List<String> all = found.toList();
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
