package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.site.content.NoteAddress;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.read.GeneratorVersion;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.schema.Schemas;
import dev.archnotes.site.start.Starter;
import dev.archnotes.site.template.Originals;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the first files of what an author begins. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Begin a site, a note, a note on a concept, the notes on a model, or a template of your own. "
                + "Nothing is overwritten.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes new site my-notes --title \"Notes of our group\" --github",
            "  archnotes new note \"KV cache\"",
            "  archnotes new concept sliding-window",
            "  archnotes new model Mixtral",
            "  archnotes new template page/text"
        })
public final class NewCommand implements Runnable {
    private static final String NOTES = "The notes folder (default: ${DEFAULT-VALUE}).";
    private static final String SCHEMAS = ".schemas";
    private static final int LONGEST_TITLE = 100;

    @Spec
    private CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "begin what? site, note, concept, model or template");
    }

    @Command(
            name = "site",
            mixinStandardHelpOptions = true,
            description = "Begin a site: a folder with notes that can be built at once and say how to go on.",
            exitCodeListHeading = ExitCode.HEADING,
            exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
            footerHeading = ExitCode.EXAMPLES,
            footer = "  archnotes new site my-notes --title \"Notes of our group\" --github")
    int site(
            @Parameters(paramLabel = "DIR", description = "The folder, new or without a site.") Path folder,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            defaultValue = "My notes",
                            description = "The name of the site (default: ${DEFAULT-VALUE}).")
                    String title,
            @Option(
                            names = "--github",
                            description = "With a workflow that checks the notes and publishes the site on GitHub.")
                    boolean github)
            throws IOException {
        write("site", Starter.site(folder, checked(title), GeneratorVersion.NUMBER, github));
        Path notes = folder.resolve("notes");
        Schemas.write(notes.resolve(SCHEMAS));
        PrintWriter out = command.commandLine().getOut();
        out.println("wrote " + notes.resolve(SCHEMAS) + ", by which editors know the keys of the YAML files");
        out.println("""
                next:
                - cd %s
                - archnotes serve --open, which shows the site and each change as you save it
                - change notes/index.md; archnotes new note "A title" begins another note
                - archnotes build writes the site into target/site\
                """.formatted(folder));
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "note",
            mixinStandardHelpOptions = true,
            description = "Begin a note.",
            exitCodeListHeading = ExitCode.HEADING,
            exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
            footerHeading = ExitCode.EXAMPLES,
            footer = {"  archnotes new note \"KV cache\"", "  archnotes new note guide/first-steps.md"})
    int note(
            @Parameters(
                            paramLabel = "NAME",
                            description = "Its title, or its file within the notes, which ends in .md.")
                    String name,
            @Option(names = "--notes", paramLabel = "DIR", defaultValue = "notes", description = NOTES) Path notes)
            throws IOException {
        SiteSettings settings = settings(notes);
        write("note", Starter.note(notes.resolve(file(name)), title(name), slug(name), strict(settings)));
        return ExitCode.OK;
    }

    @Command(
            name = "concept",
            mixinStandardHelpOptions = true,
            description = "Begin a note on a concept, in the folder of concepts.",
            exitCodeListHeading = ExitCode.HEADING,
            exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
            footerHeading = ExitCode.EXAMPLES,
            footer = "  archnotes new concept \"Sliding window\"")
    int concept(
            @Parameters(paramLabel = "NAME", description = "Its title, or the name of its file.") String name,
            @Option(names = "--notes", paramLabel = "DIR", defaultValue = "notes", description = NOTES) Path notes)
            throws IOException {
        SiteSettings settings = settings(notes);
        Path file = notes.resolve(settings.folders().concepts()).resolve(file(name));
        write("concept", Starter.concept(file, title(name), slug(name), strict(settings)));
        return ExitCode.OK;
    }

    @Command(
            name = "model",
            mixinStandardHelpOptions = true,
            description = "Begin the notes on a model: a folder with architecture.yaml, in which you have to fill in "
                    + "what is marked. 'archnotes import' fills it in from a config.json.",
            exitCodeListHeading = ExitCode.HEADING,
            exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
            footerHeading = ExitCode.EXAMPLES,
            footer = "  archnotes new model \"Mixtral 8x7B\"")
    int model(
            @Parameters(paramLabel = "NAME", description = "The name of the model.") String name,
            @Option(names = "--notes", paramLabel = "DIR", defaultValue = "notes", description = NOTES) Path notes)
            throws IOException {
        SiteSettings settings = settings(notes);
        String schemas = Files.isDirectory(notes.resolve(SCHEMAS)) ? "../" + SCHEMAS : "";
        write("model", Starter.model(notes.resolve(slug(name)), title(name), slug(name), strict(settings), schemas));
        command.commandLine()
                .getOut()
                .println("next: write the values that are fill-in so far; archnotes check says what each means");
        return ExitCode.OK;
    }

    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Begin a template of your own with the text of the program's, for --templates of build and "
                    + "serve. Without a name it lists them all.",
            exitCodeListHeading = ExitCode.HEADING,
            exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
            footerHeading = ExitCode.EXAMPLES,
            footer = {"  archnotes new template", "  archnotes new template part/breadcrumbs --into look"})
    int template(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "The template: page/text.")
                    Optional<String> name,
            @Option(
                            names = "--into",
                            paramLabel = "DIR",
                            defaultValue = "templates",
                            description = "The folder of your templates (default: ${DEFAULT-VALUE}).")
                    Path folder)
            throws IOException {
        SortedSet<String> known = Originals.files();
        if (name.isEmpty()) {
            PrintWriter out = command.commandLine().getOut();
            known.forEach(out::println);
            out.flush();
            return ExitCode.OK;
        }
        String file = name.get().endsWith(Originals.ENDING) ? name.get() : name.get() + Originals.ENDING;
        if (!known.contains(file)) {
            String hint = Suggestion.hint(file, known);
            throw wrong("there is no template " + file + "; "
                    + (hint.isEmpty() ? "archnotes new template lists them" : hint));
        }
        write(
                "template",
                new Starter(Map.of(folder.resolve(file), Originals.text(file).orElseThrow())));
        return ExitCode.OK;
    }

    private SiteSettings settings(Path notes) throws IOException {
        if (!Files.isRegularFile(notes.resolve(LibraryReader.SETTINGS))) {
            throw wrong("there is no site at " + notes + "; name its notes with --notes, or begin one: "
                    + "archnotes new site DIR");
        }
        return LibraryReader.settings(notes);
    }

    private static boolean strict(SiteSettings settings) {
        return settings.treatment().levels().strict();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private void write(String what, Starter starter) throws IOException {
        try {
            starter.write();
        } catch (FileAlreadyExistsException there) {
            throw wrong(there.getMessage() + " is there already; nothing was written");
        }
        PrintWriter out = command.commandLine().getOut();
        starter.texts().keySet().forEach(file -> out.println("wrote " + file));
        out.flush();
    }

    private static boolean isFile(String name) {
        return name.endsWith(".md");
    }

    /** The file of a note, within its folder. */
    private Path file(String name) {
        Path file = Path.of(isFile(name) ? name : slug(name) + ".md").normalize();
        if (file.isAbsolute() || file.startsWith("..")) {
            throw wrong("\"" + name + "\" is no file within the notes");
        }
        return file;
    }

    private String title(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        return checked(isFile(name) ? NoteAddress.words(last.substring(0, last.length() - ".md".length())) : name);
    }

    private String checked(String title) {
        boolean plain = title.codePoints().noneMatch(Character::isISOControl);
        if (title.isBlank() || title.length() > LONGEST_TITLE || !plain) {
            throw wrong("a title has one line of 1 to " + LONGEST_TITLE + " characters");
        }
        return title.strip();
    }

    private static String slug(String name) {
        String last = isFile(name) ? name.substring(name.lastIndexOf('/') + 1, name.length() - ".md".length()) : name;
        return NoteAddress.part(last);
    }
}
