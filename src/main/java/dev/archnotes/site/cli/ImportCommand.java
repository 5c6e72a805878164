package dev.archnotes.site.cli;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cli.report.NoteText;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.specification.SpecificationText;
import dev.archnotes.site.write.OutputPlace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts the notes on a model from its configuration. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Start a folder of notes from a Hugging Face config.json: architecture.yaml and index.md, with a "
                + "mark where you have to fill in. Nothing is overwritten.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.FILE_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes import config.json --into notes/Mixtral"})
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "A config.json, or a folder that holds one.")
    private Path config;

    @Option(
            names = "--into",
            paramLabel = "DIR",
            required = true,
            description = "The new folder, for example notes/Mixtral.")
    private Path folder;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id of the variant and the slug of its page (default: from the file's place).")
    private String id;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        Path source = HubFolder.snapshot(config).orElse(config);
        source = Files.isDirectory(source) ? source.resolve("config.json") : source;
        if (!Files.isRegularFile(source)) {
            throw new ParameterException(command.commandLine(), "there is no file " + source);
        }
        if (id != null && !isSlug(id)) {
            throw new ParameterException(
                    command.commandLine(),
                    "--id: \"" + id + "\"; write lower-case letters, digits, points and hyphens");
        }
        Path specification = folder.resolve("architecture.yaml");
        Path note = folder.resolve("index.md");
        for (Path file : new Path[] {specification, note}) {
            if (Files.exists(file)) {
                throw new ParameterException(command.commandLine(), file + " is there already; nothing was written");
            }
        }
        ModelFile read = ModelFile.read(source);
        err.print(read.print());
        err.flush();
        if (read.findings().hasErrors()) {
            return ExitCode.FINDINGS;
        }
        if (read.models().size() != 1) {
            throw new ParameterException(
                    command.commandLine(),
                    source + " describes " + read.models().size() + " models; import a config.json");
        }
        Variant variant =
                id == null ? read.models().get(0) : read.models().get(0).withId(id);
        String noteText;
        try {
            noteText = NoteText.of(variant);
        } catch (ArithmeticException overflow) {
            return BrokenFile.tooLarge(command.commandLine(), source);
        }
        Files.createDirectories(folder);
        String specificationText =
                SpecificationText.of(variant, source.getFileName().toString());
        Files.writeString(specification, specificationText, StandardOpenOption.CREATE_NEW);
        Files.writeString(note, noteText, StandardOpenOption.CREATE_NEW);
        PrintWriter out = command.commandLine().getOut();
        out.println("wrote " + specification + " and " + note);
        out.println(nextSteps(marks(specificationText) + marks(noteText)));
        out.flush();
        return ExitCode.OK;
    }

    private static int marks(String text) {
        return text.split(": " + Variant.FILL_IN + "\n", -1).length - 1;
    }

    /** What is left to do before the site can be built. */
    private String nextSteps(int marks) {
        Path notes = notesFolder();
        boolean settings = Files.exists(notes.resolve(LibraryReader.SETTINGS));
        String site = settings ? "" : """
                - write %s, which a site needs and which is not there yet, for example

                    title: "My notes"
                    tagline: "What they are about, in one or two sentences."

                """.formatted(notes.resolve(LibraryReader.SETTINGS));
        String option = notes.equals(Path.of("notes")) ? "" : " --notes " + notes;
        boolean within =
                Path.of("").toAbsolutePath().startsWith(notes.toAbsolutePath().normalize());
        String output = within ? " -o " + OutputPlace.besideNotes(notes) : "";
        return """
                next:
                - write the %d values that are "%s" so far; archnotes check%s says of each where it stands \
                and what is meant
                %s- archnotes build%s%s
                """.formatted(marks, Variant.FILL_IN, option, site, option, output)
                .stripTrailing();
    }

    /**
     * The nearest folder above the new one that holds the settings of a site; where none does, the one that it is in.
     */
    private Path notesFolder() {
        for (Path above = folder.toAbsolutePath().normalize().getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(LibraryReader.SETTINGS))) {
                return shown(above);
            }
        }
        Path above = folder.toAbsolutePath().normalize().getParent();
        return above == null ? folder : shown(above);
    }

    /** A folder as the author would name it from where the command was called. */
    private static Path shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        if (folder.equals(here)) {
            return Path.of(".");
        }
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    private static boolean isSlug(String text) {
        return text.matches("[a-z0-9]+([.-][a-z0-9]+)*");
    }
}
