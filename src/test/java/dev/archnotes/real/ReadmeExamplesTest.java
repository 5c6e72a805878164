package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.cli.Main;
import dev.archnotes.sites.BuiltSite;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the program says of a mistake in the notes. */
@Tag("site")
class ReadmeExamplesTest {
    /** {@code path:line:col: } before a finding, and how many notes there are: both change with every note. */
    private static final Pattern PLACE = Pattern.compile(":\\d+:\\d+: |in \\d+ notes");

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeExamplesTest() throws IOException {}

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
        RealSite.writeSiteBelow(folder);
        for (Path file : FieldGuide.files(RealSite.NOTES)) {
            Path copy = notes.resolve(RealSite.NOTES.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
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
        String printed = run("check", "--notes", notes.toString(), "--cache", BuiltSite.CACHE.toString())
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
        Main.archnotes().setOut(writer).setErr(writer).execute(arguments);
        writer.flush();
        return printed.toString().replace('\u202F', ' ');
    }

    private Stream<String> block(String language) {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(readme)
                .results()
                .map(match -> match.group(1));
    }

    private List<String> matches(String pattern) {
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
