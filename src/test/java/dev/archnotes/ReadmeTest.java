package dev.archnotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.real.RealSite;
import dev.archnotes.site.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The README shows what the program prints and takes. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "archnotes");

    /** {@code path:line:col: } before a finding, and how many notes there are: both change with every note. */
    private static final Pattern PLACE = Pattern.compile(":\\d+:\\d+: |in \\d+ notes");

    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
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
                        new CommandLine(new Main()).getSubcommands().keySet());
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

    /**
     * The notes with one wrong figure and a note made of the README's examples have the one finding that the README
     * shows.
     */
    @Test
    void theExamplesForAuthorsAreRight(@TempDir Path folder) throws IOException {
        String example = only(block("text").filter(text -> text.startsWith("notes/")));
        String wrong = only(Pattern.compile("\\[([^]]+)]\\(fact:[^)]+\\)")
                .matcher(example)
                .results()
                .map(MatchResult::group));
        String said = wrong.substring(1, wrong.indexOf(']'));
        String right = only(Pattern.compile("hint: write \"(.+)\"")
                .matcher(example)
                .results()
                .map(match -> match.group(1)));
        Path notes = folder.resolve("notes");
        copy(RealSite.NOTES, notes);
        Path note = folder.resolve(example.substring(0, example.indexOf(':')));
        String text = Files.readString(note);
        assertThat(text).contains(wrong.replace(said, right));
        Files.writeString(note, text.replaceFirst(Pattern.quote(wrong.replace(said, right)), wrong));
        Files.writeString(
                notes.resolve("readme.md"),
                "---\n"
                        + only(block("yaml"))
                                .replaceFirst("slug: .*", "slug: readme")
                                .replaceFirst("title: .*", "title: Readme")
                        + "---\n\n" + String.join(" ", matches("`(\\[[^]`]+]\\(fact:[a-z0-9][^)`]*\\))`")) + " "
                        + String.join(" ", matches("`(\\[@[^`]+])`")) + "\n");
        String printed = run("check", "--notes", notes.toString(), "--cache", RealSite.CACHE.toString())
                .replace(folder + "/", "");
        assertThat(essence(printed)).isEqualTo(essence(example));
    }

    /** A finding without its place and excerpt. */
    private static List<String> essence(String findings) {
        return findings.lines()
                .filter(line -> !line.startsWith("  ") || line.startsWith("  hint"))
                .map(line -> PLACE.matcher(line).replaceAll(""))
                .toList();
    }

    /** What a command prints, with ordinary spaces before units, as the README has them. */
    private static String run(String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        new CommandLine(new Main()).setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        return printed.toString().replace('\u202F', ' ');
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
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
