package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every stage fails by a planted failure, and no reader sees a trace of it. */
class UnexpectedTest {
    private static final String CONFIG = "src/test/resources/configs/llama-3.1-8b.json";

    /** The program with one class that cannot be loaded, so that its first use fails. */
    private static final class Planted extends URLClassLoader {
        private final String broken;
        private final Supplier<Throwable> failure;

        Planted(String broken, Supplier<Throwable> failure) {
            super(
                    new URL[] {Main.class.getProtectionDomain().getCodeSource().getLocation()},
                    Main.class.getClassLoader());
            this.broken = "dev.archnotes.site." + broken;
            this.failure = failure;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(broken)) {
                throw Planted.<RuntimeException>unchecked(failure.get());
            }
            if (!name.startsWith("dev.archnotes.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> T unchecked(Throwable failure) throws T {
            throw (T) failure;
        }

        CommandLine commands() throws ReflectiveOperationException {
            Method commands = loadClass("dev.archnotes.site.cli.Main").getDeclaredMethod("archnotes");
            commands.setAccessible(true);
            return (CommandLine) commands.invoke(null);
        }
    }

    static Stream<Arguments> stages() {
        List<Supplier<Throwable>> failures = List.of(
                () -> new IllegalStateException("planted"),
                StackOverflowError::new,
                () -> new OutOfMemoryError("planted"));
        List<Arguments> stages = new ArrayList<>();
        for (Supplier<Throwable> failure : failures) {
            stages.add(Arguments.of("build", "markdown.HeadingReader", " on a.md", failure));
            stages.add(Arguments.of("build", "read.BibliographyEntry", " on references.bib", failure));
            stages.add(Arguments.of("check", "markdown.HeadingReader", " on a.md", failure));
            stages.add(Arguments.of("build", "check.FiguresFit", "", failure));
            stages.add(Arguments.of("check", "check.FiguresFit", "", failure));
            stages.add(Arguments.of("build", "page.TextPage", " on a.md", failure));
            stages.add(Arguments.of("build", "render.NoteRenderer", " on a/index.html", failure));
            stages.add(Arguments.of("build", "write.OutputPaths", "", failure));
            stages.add(Arguments.of("facts", "json.JsonSource", " on " + CONFIG, failure));
            stages.add(Arguments.of("facts", "cli.report.FactReport", "", failure));
            stages.add(Arguments.of("compare", "cli.report.ComparisonReport", "", failure));
            stages.add(Arguments.of("import", "cli.report.NoteText", "", failure));
            stages.add(Arguments.of("build", "read.NotesFolder", "", failure));
            stages.add(Arguments.of("build", "yaml.YamlSource", " on site.yaml", failure));
            stages.add(Arguments.of("build", "catalogue.Catalogue", "", failure));
            stages.add(Arguments.of("build", "plan.SitePlanner", "", failure));
            stages.add(Arguments.of("build", "files.SiteFiles", "", failure));
            stages.add(Arguments.of("build", "write.Marker", "", failure));
            stages.add(Arguments.of("fit", "json.JsonSource", " on " + CONFIG, failure));
            stages.add(Arguments.of("verify", "checkpoint.CheckpointReader", "", failure));
        }
        return stages.stream();
    }

    @TempDir
    private Path folder;

    private List<String> arguments(String command) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("site.yaml"), """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/
                """);
        Files.writeString(notes.resolve("references.bib"), "");
        Files.writeString(notes.resolve("a.md"), """
                ---
                title: A note
                slug: a
                key: One sentence.
                description: One or two sentences.
                ---

                ## A heading

                Text.
                """);
        List<String> arguments = new ArrayList<>(List.of(command));
        switch (command) {
            case "build":
                arguments.addAll(List.of("--output", folder.resolve("site").toString()));
            // and what a check is told
            case "check":
                arguments.addAll(List.of("--notes", notes.toString()));
                arguments.addAll(List.of("--cache", folder.resolve("cache").toString()));
                break;
            case "import":
                arguments.addAll(List.of(CONFIG, "--into", folder.resolve("new").toString()));
                break;
            case "compare":
                arguments.addAll(List.of(CONFIG, CONFIG));
                break;
            default:
                arguments.add(CONFIG);
        }
        return arguments;
    }

    /** The exit code; what is printed on standard error goes to a writer. */
    private int run(String broken, Supplier<Throwable> failure, List<String> arguments, StringWriter err)
            throws IOException, ReflectiveOperationException {
        try (Planted program = new Planted(broken, failure)) {
            return program.commands()
                    .setOut(new PrintWriter(new StringWriter()))
                    .setErr(new PrintWriter(err))
                    .execute(arguments.toArray(String[]::new));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stages")
    void aFailureIsOneSentence(String command, String broken, String file, Supplier<Throwable> failure)
            throws IOException, ReflectiveOperationException {
        StringWriter err = new StringWriter();
        int exit = run(broken, failure, arguments(command), err);

        boolean memory = failure.get() instanceof OutOfMemoryError;
        String start = memory
                ? "archnotes: the \\d+ MB of memory that Java may use were not enough for the work"
                        + Pattern.quote(file)
                : Pattern.quote("archnotes: the program failed in its work" + file + " ("
                        + failure.get().getClass().getSimpleName() + ")");
        String advice = memory
                ? "; give it more, as in java -Xmx4g -jar archnotes.jar, and report it if the notes are small\n"
                : ", which is its own fault; report it where archnotes comes from, with .*"
                        + "what the same command says with --trace\n";
        assertThat(err.toString()).matches(start + advice);
        assertThat(exit).isEqualTo(memory ? ExitCode.USAGE : ExitCode.FAULT);
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void theTraceIsThereForWhoeverAsksForIt() throws IOException, ReflectiveOperationException {
        List<String> arguments = new ArrayList<>(arguments("check"));
        arguments.add("--trace");
        StringWriter err = new StringWriter();
        int exit = run("markdown.HeadingReader", () -> new IllegalStateException("planted"), arguments, err);

        assertThat(err.toString())
                .contains("IllegalStateException: planted", "\tat dev.archnotes.site.read.NoteReader");
        assertThat(exit).isEqualTo(ExitCode.FAULT);
    }

    /** Before there is a command, nothing but the program itself can tell of a failure. */
    @Test
    void aFailureToStartIsOneSentence() throws IOException, InterruptedException {
        Path broken = Files.createDirectories(folder.resolve("classes/dev/archnotes/site/cli"));
        Files.writeString(broken.resolve("TypesCommand.class"), "no class");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder.resolve("classes") + File.pathSeparator + classPath(),
                        Main.class.getName(),
                        "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(ExitCode.FAULT);
        assertThat(said).startsWith("archnotes: the program failed in its work").containsOnlyOnce("\n");
    }

    /** The classes of the program and its libraries, wherever the tests run from. */
    private static String classPath() {
        return Stream.of(Main.class, CommandLine.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
