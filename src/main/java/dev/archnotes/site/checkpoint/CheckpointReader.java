package dev.archnotes.site.checkpoint;

import dev.archnotes.model.checkpoint.CheckpointFiles;
import dev.archnotes.model.checkpoint.Header;
import dev.archnotes.model.checkpoint.HeaderSet;
import dev.archnotes.model.checkpoint.IndexReader;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.verify.Verifier.Container;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the files of a checkpoint and reads their headers: those that an index names, or every safetensors file of a
 * folder, or the parts of one GGUF.
 */
public final class CheckpointReader {
    /** A file that Git LFS keeps elsewhere begins so. */
    private static final String POINTER = "version https://git-lfs";

    private final Diagnostics.Builder findings;
    private final HeaderSet headers;
    private final Map<String, String> named = new LinkedHashMap<>();
    private OptionalLong stated = OptionalLong.empty();

    private CheckpointReader(Diagnostics.Builder findings) {
        this.findings = findings;
        this.headers = new HeaderSet(findings);
    }

    /** Whether a folder or file is, or holds, a checkpoint. */
    public static boolean isThere(Path path) throws IOException {
        return Files.isDirectory(path)
                ? !names(path).isEmpty()
                : Files.isRegularFile(path)
                        && !path.endsWith(CheckpointFiles.INDEX)
                        && CheckpointFiles.isOne(path.getFileName().toString());
    }

    /**
     * The checkpoint of a folder or file; empty, with errors among the findings, where it cannot be read.
     *
     * @throws IOException where a file cannot be opened
     */
    public static Optional<Checkpoint> read(Path path, Diagnostics.Builder findings) throws IOException {
        return new CheckpointReader(findings).checkpoint(path);
    }

    /** The files of a folder that belong to a checkpoint. */
    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(CheckpointFiles::isOne)
                    .sorted()
                    .toList();
        }
    }

    private static String shown(Path path) {
        return path.toString().replace('\\', '/');
    }

    private void error(Path file, String message, String hint) {
        findings.add(Diagnostic.error(Rule.MALFORMED_CHECKPOINT, Location.startOf(shown(file)), message)
                .withHint(hint));
    }

    private Optional<Checkpoint> checkpoint(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        String own = path.getFileName() == null ? "" : path.getFileName().toString();
        CheckpointFiles chosen = folder
                ? CheckpointFiles.in(names(path))
                : new CheckpointFiles(own.endsWith(".gguf"), false, CheckpointFiles.parts(own), List.of());
        boolean gguf = chosen.gguf();
        boolean sound = false;
        if (chosen.indexed()) {
            sound = readIndexed(path);
        } else if (chosen.names().isEmpty()) {
            error(
                    path,
                    "there are " + chosen.models().size() + " models in GGUF here",
                    chosen.models().isEmpty() ? "" : "name one: " + String.join(", ", chosen.models()));
        } else {
            sound = readAll(folder ? path : path.resolveSibling(""), chosen.names(), gguf);
        }
        return sound
                ? Optional.of(new Checkpoint(
                        gguf ? Container.GGUF : Container.SAFETENSORS,
                        shown(path),
                        headers.files(),
                        headers.tensors(),
                        named,
                        stated,
                        headers.metadata()))
                : Optional.empty();
    }

    private boolean readIndexed(Path folder) throws IOException {
        Path index = folder.resolve(CheckpointFiles.INDEX);
        Optional<IndexReader.Index> read;
        try (FileBytes bytes = new FileBytes(index)) {
            read = IndexReader.read(bytes, findings);
        }
        if (read.isEmpty()) {
            return false;
        }
        stated = read.get().totalBytes();
        Map<String, String> places = read.get().files();
        List<String> absent = new ArrayList<>();
        List<Path> present = new ArrayList<>();
        for (String name : read.get().names()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file) && !isPointer(file)) {
                present.add(file);
            } else {
                absent.add(name);
            }
        }
        boolean sound = readFiles(present, false);
        if (!absent.isEmpty()) {
            Set<String> elsewhere = new HashSet<>(absent);
            places.forEach((tensor, file) -> {
                if (elsewhere.contains(file)) {
                    named.put(tensor, file);
                }
            });
        }
        return sound && headers.agrees(shown(index), places, absent);
    }

    private static boolean isPointer(Path file) throws IOException {
        if (Files.size(file) > 1_000) {
            return false;
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith(POINTER);
    }

    private boolean readAll(Path folder, List<String> names, boolean gguf) throws IOException {
        List<Path> present = new ArrayList<>();
        boolean sound = true;
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                error(file, "this part of the model is not here", "");
                return false;
            }
            if (isPointer(file)) {
                error(file, "this is a pointer of Git LFS, and the weights are elsewhere", "git lfs pull brings them");
                sound = false;
            } else {
                present.add(file);
            }
        }
        return readFiles(present, gguf) && sound;
    }

    /** Reads the headers at the same time, and adds them in the order of the files. */
    private boolean readFiles(List<Path> files, boolean gguf) throws IOException {
        List<Optional<Header>> read;
        try {
            read = files.parallelStream().map(file -> header(file, gguf)).toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        boolean sound = true;
        for (int i = 0; i < read.size(); i++) {
            String path = shown(files.get(i));
            sound &= read.get(i).map(header -> headers.add(path, header)).orElse(false);
        }
        return sound;
    }

    private Optional<Header> header(Path file, boolean gguf) {
        try (FileBytes bytes = new FileBytes(file)) {
            return headers.read(bytes, gguf);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
