package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.cli.argument.HubId;
import dev.archnotes.site.read.LibraryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The models that a call names: files, folders, standard input, ids of variants and families. Ids are those of the
 * notes that {@code --notes} names; without it, those of the folder {@code notes} where there is one, and of the
 * catalogue in the jar.
 */
final class NamedModels {
    /** What a parameter may be, for the usage of commands. */
    static final String WHAT = "A config.json or an architecture.yaml, a folder that holds one of them or belongs to "
            + "the hub's cache (models--…), a GGUF whose metadata suffices, - for standard input, or the id of a model "
            + "that archnotes knows.";

    private static final Path USUAL = Path.of("notes");

    @Option(
            names = "--notes",
            paramLabel = "DIR",
            description = "The notes in which ids are looked up (default: notes, where there are some, and the "
                    + "catalogue of archnotes).")
    private @Nullable Path notes;

    @Option(
            names = "--strict",
            description = "Exit with code " + ExitCode.NOT_MODELED + " where something in a file was not modeled; "
                    + "figures are printed all the same.")
    private boolean strict;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private @Nullable List<Variant> noted;

    /**
     * The models of a name; with errors among the findings where its file is broken.
     *
     * @throws ParameterException where nothing has the name
     */
    ModelFile read(String name) throws IOException {
        if (name.equals("-") || name.equals("/dev/stdin")) {
            return ModelFile.standardInput(System.in);
        }
        if (HubId.isAddress(name)) {
            throw wrong(HubId.of(name)
                    .map(id -> name + " is an address, and archnotes loads nothing; fetch " + id.address()
                            + " and name that file")
                    .orElse(name + " is an address, and archnotes loads nothing; fetch the file and name it"));
        }
        Optional<Path> file = file(name);
        if (file.isPresent()) {
            return ModelFile.read(file.get());
        }
        List<Variant> variants = noted();
        List<Variant> one =
                variants.stream().filter(model -> model.id().equals(name)).toList();
        String family = one.isEmpty() ? name : one.get(0).family();
        List<Variant> members =
                variants.stream().filter(model -> model.family().equals(family)).toList();
        if (one.isEmpty() && members.isEmpty()) {
            throw wrong(unknown(name));
        }
        return ModelFile.noted(name, one.isEmpty() ? members : one.subList(0, 1), members);
    }

    /**
     * The same where one model is wanted.
     *
     * @throws ParameterException where the name stands for several
     */
    ModelFile readOne(String name) throws IOException {
        ModelFile read = read(name);
        List<Variant> models = read.models();
        if (models.size() > 1) {
            boolean family = models.stream().allMatch(model -> model.family().equals(name));
            throw wrong(
                    family
                            ? name + " is a family; name one of its variants: " + ids(models)
                            : name + " has " + models.size() + " variants; name one by its id: "
                                    + String.join(
                                            ", ",
                                            models.stream().map(Variant::id).toList()));
        }
        return read;
    }

    /** Prints what was found in a file. */
    void print(ModelFile read) {
        line().getErr().print(read.print());
        line().getErr().flush();
    }

    /** The exit code of a command that has printed its figures, whatever else was found in these files. */
    int exitCode(List<ModelFile> read) {
        if (read.stream().anyMatch(file -> file.findings().hasErrors())) {
            return ExitCode.FINDINGS;
        }
        return strict && read.stream().anyMatch(file -> !file.findings().isEmpty())
                ? ExitCode.NOT_MODELED
                : ExitCode.OK;
    }

    private CommandLine line() {
        return command.commandLine();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(line(), message);
    }

    /** The file of a name, which may be a pipe; empty where there is none. */
    private static Optional<Path> file(String name) throws IOException {
        try {
            Path file = ModelFile.of(Path.of(name));
            return Files.exists(file) && !Files.isDirectory(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private List<Variant> noted() throws IOException {
        if (noted == null) {
            List<Variant> all = new ArrayList<>();
            Path folder = notes == null ? USUAL : notes;
            if (Files.isDirectory(folder)) {
                LibraryReader.Specifications read = LibraryReader.specifications(folder);
                read.families().forEach(family -> all.addAll(family.variants()));
                DiagnosticPrinter printer = new DiagnosticPrinter(
                        read.sources()::get,
                        Ansi.AUTO.enabled(),
                        folder.toString().replace('\\', '/') + "/");
                line().getErr().print(printer.print(read.findings()));
                line().getErr().flush();
            }
            if (notes == null) {
                Set<String> ids = new TreeSet<>();
                all.forEach(model -> ids.add(model.id()));
                PackedNotes.variants().stream()
                        .filter(model -> !ids.contains(model.id()))
                        .forEach(all::add);
            }
            noted = List.copyOf(all);
        }
        return noted;
    }

    /** What can be said of a name that is neither a file nor a variant nor a family. */
    private String unknown(String name) throws IOException {
        Path path = Path.of(name.replace("\u0000", ""));
        if (Files.isDirectory(path)) {
            String config = "there is no file " + ModelFile.of(path);
            return Files.exists(path.resolve("params.json"))
                    ? config + "; params.json describes the model by names of its makers', take the config.json of "
                            + "the same model on the hub"
                    : config;
        }
        Optional<HubId> hub = HubId.of(name);
        if (hub.isPresent()) {
            String id = hub.get().name().toLowerCase(Locale.ROOT);
            boolean known = noted().stream().anyMatch(model -> model.id().equals(id));
            return "there is no file " + name + ", and archnotes loads nothing from the hub; fetch "
                    + hub.get().address() + " and name that file"
                    + (known ? ", or name " + id + " of the catalogue" : "");
        }
        if (name.contains("/")
                || name.contains("\\")
                || name.endsWith(".json")
                || name.endsWith(".yaml")
                || name.endsWith(".yml")) {
            return "there is no file " + name;
        }
        String where = notes == null ? "the catalogue" : notes.toString();
        if (noted().isEmpty()) {
            return "no file is called " + name + ", and there are no variants in " + where;
        }
        String unknown = "no file and no variant in " + where + " is called " + name + "; ";
        Set<String> families = new TreeSet<>();
        noted().forEach(model -> families.add(model.family()));
        List<String> known = new ArrayList<>(families);
        noted().forEach(model -> known.add(model.id()));
        List<Variant> near = noted().stream()
                .filter(model -> model.id().contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        return unknown
                + Suggestion.closest(name, known)
                        .map(word -> "did you mean \"" + word + "\"?")
                        .orElse(
                                near.isEmpty()
                                        ? "there are variants of " + String.join(", ", families)
                                        : "did you mean one of " + ids(near) + "?");
    }

    private static String ids(List<Variant> models) {
        return String.join(", ", models.stream().map(Variant::id).sorted().toList());
    }
}
