package dev.archnotes.cli;

import dev.archnotes.report.NoteText;
import dev.archnotes.report.SpecificationText;
import dev.archnotes.spec.ModelSpec;
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
@Command(name = "import", mixinStandardHelpOptions = true,
        description = "Start a folder of notes from a Hugging Face config.json: architecture.yaml, and an index.md to fill in. Nothing is overwritten.")
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "A config.json, or a folder that holds one.")
    private Path config;

    @Option(names = "--into", paramLabel = "DIR", required = true, description = "The new folder, for example notes/Mixtral.")
    private Path folder;

    @Option(names = "--id", paramLabel = "ID", description = "The id of the variant and the slug of its page (default: from the file's place).")
    private String id;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        Path source = Files.isDirectory(config) ? config.resolve("config.json") : config;
        if (!Files.isRegularFile(source)) {
            throw new ParameterException(command.commandLine(), "there is no file " + source);
        }
        if (id != null && !isSlug(id)) {
            throw new ParameterException(command.commandLine(), "--id: \"" + id + "\"; write lower-case letters, digits, points and hyphens");
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
            throw new ParameterException(command.commandLine(), source + " describes " + read.models().size() + " models; import a config.json");
        }
        ModelSpec model = id == null ? read.models().get(0) : named(read.models().get(0), id);
        String noteText;
        try {
            noteText = NoteText.of(model);
        } catch (ArithmeticException overflow) {
            err.println("archnotes: " + source + ": the sizes are too large, a figure does not fit into 64 bits");
            return ExitCode.FINDINGS;
        }
        Files.createDirectories(folder);
        Files.writeString(specification, SpecificationText.of(model, source.getFileName().toString()), StandardOpenOption.CREATE_NEW);
        Files.writeString(note, noteText, StandardOpenOption.CREATE_NEW);
        PrintWriter out = command.commandLine().getOut();
        out.println("wrote " + specification + " and " + note + "; fill in what is marked, then run archnotes check");
        out.flush();
        return ExitCode.OK;
    }

    private static boolean isSlug(String text) {
        return text.matches("[a-z0-9]+([.-][a-z0-9]+)*");
    }

    private static ModelSpec named(ModelSpec model, String id) {
        return new ModelSpec(id, model.family(), model.name(), model.organization(), model.license(), model.licenseOpen(), model.announced(),
                model.weightsReleased(), model.architecture(), model.context(), model.training(), model.published(), model.confidence(), model.sources());
    }
}
