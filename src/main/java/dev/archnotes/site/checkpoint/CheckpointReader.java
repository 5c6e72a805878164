package dev.archnotes.site.checkpoint;

import dev.archnotes.model.checkpoint.GgufReader;
import dev.archnotes.model.checkpoint.Header;
import dev.archnotes.model.checkpoint.IndexReader;
import dev.archnotes.model.checkpoint.SafetensorsReader;
import dev.archnotes.model.checkpoint.StoredTensor;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.verify.Verifier.Container;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of a checkpoint and reads their headers: those that an index names, or every safetensors file of a
 * folder, or the parts of one GGUF.
 */
public final class CheckpointReader {
    private static final String SAFETENSORS = ".safetensors";
    private static final String GGUF = ".gguf";
    private static final String INDEX = "model.safetensors.index.json";
    /** The weights in their makers' own names, beside those in the names of transformers. */
    private static final String MAKERS_OWN = "consolidated";
    /** An image or sound part in a file of its own. */
    private static final String PROJECTOR = "mmproj";

    private static final Pattern PART = Pattern.compile("(.*)-\\d{5}-of-(\\d{5})\\.gguf");
    /** A file that Git LFS keeps elsewhere begins so. */
    private static final String POINTER = "version https://git-lfs";

    private final Diagnostics.Builder findings;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new HashMap<>();
    private final Map<String, String> named = new LinkedHashMap<>();
    private OptionalLong stated = OptionalLong.empty();
    private int files;

    private CheckpointReader(Diagnostics.Builder findings) {
        this.findings = findings;
    }

    /** Whether a folder or file is, or holds, a checkpoint. */
    public static boolean isThere(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.isRegularFile(path.resolve(INDEX))
                    || !list(path, SAFETENSORS).isEmpty()
                    || !list(path, GGUF).isEmpty();
        }
        return Files.isRegularFile(path) && (ends(path, SAFETENSORS) || ends(path, GGUF));
    }

    /**
     * The checkpoint of a folder or file; empty, with errors among the findings, where it cannot be read.
     *
     * @throws IOException where a file cannot be opened
     */
    public static Optional<Checkpoint> read(Path path, Diagnostics.Builder findings) throws IOException {
        return new CheckpointReader(findings).checkpoint(path);
    }

    private static boolean ends(Path file, String end) {
        return file.getFileName().toString().endsWith(end);
    }

    private static List<Path> list(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> ends(file, end) && Files.isRegularFile(file))
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
        boolean gguf;
        boolean sound;
        if (Files.isDirectory(path)) {
            List<Path> safetensors = list(path, SAFETENSORS);
            boolean indexed = Files.isRegularFile(path.resolve(INDEX));
            gguf = safetensors.isEmpty() && !indexed;
            sound = gguf ? readGguf(path) : indexed ? readIndexed(path) : readAll(safetensors);
        } else {
            gguf = ends(path, GGUF);
            sound = gguf ? readParts(path) : readFile(path, false);
        }
        return sound
                ? Optional.of(new Checkpoint(
                        gguf ? Container.GGUF : Container.SAFETENSORS,
                        shown(path),
                        files,
                        List.copyOf(tensors.values()),
                        named,
                        stated,
                        metadata))
                : Optional.empty();
    }

    /** Every file of a folder, the makers' own copy only where it stands alone. */
    private boolean readAll(List<Path> all) throws IOException {
        List<Path> usual = all.stream()
                .filter(file -> !file.getFileName().toString().startsWith(MAKERS_OWN))
                .toList();
        boolean sound = true;
        for (Path file : usual.isEmpty() ? all : usual) {
            sound &= readFile(file, false);
        }
        return sound;
    }

    private boolean readIndexed(Path folder) throws IOException {
        Path index = folder.resolve(INDEX);
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
        boolean sound = true;
        for (String name : new TreeSet<>(places.values())) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file) && !isPointer(file)) {
                sound &= readFile(file, false);
            } else {
                absent.add(name);
            }
        }
        if (!absent.isEmpty()) {
            Set<String> elsewhere = new HashSet<>(absent);
            places.forEach((tensor, file) -> {
                if (elsewhere.contains(file)) {
                    named.put(tensor, file);
                }
            });
        }
        return sound && checkIndex(index, places, absent);
    }

    /** Whether the files hold what the index says, as far as they are there. */
    private boolean checkIndex(Path index, Map<String, String> places, List<String> absent) {
        if (files > 0 && !absent.isEmpty()) {
            error(
                    index,
                    absent.size() + " of the files that it names are not here, " + absent.get(0) + " first",
                    "complete the download, or keep the index alone to compare names");
            return false;
        }
        if (files == 0) {
            return true;
        }
        boolean sound = true;
        for (Map.Entry<String, String> place : places.entrySet()) {
            StoredTensor tensor = tensors.get(place.getKey());
            if (tensor == null || !tensor.file().endsWith(place.getValue())) {
                error(
                        index,
                        "the tensor \"" + place.getKey() + "\" is not in " + place.getValue()
                                + (tensor == null ? "" : ", but in " + tensor.file()),
                        "");
                sound = false;
            }
        }
        return sound;
    }

    private static boolean isPointer(Path file) throws IOException {
        if (Files.size(file) > 1_000) {
            return false;
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith(POINTER);
    }

    /** The GGUF of a folder, in one file or several. */
    private boolean readGguf(Path folder) throws IOException {
        Map<String, Path> models = new TreeMap<>();
        for (Path file : list(folder, GGUF)) {
            String name = file.getFileName().toString();
            Matcher part = PART.matcher(name);
            if (!name.startsWith(PROJECTOR)) {
                models.putIfAbsent(part.matches() ? part.group(1) : name, file);
            }
        }
        if (models.size() != 1) {
            error(
                    folder,
                    "there are " + models.size() + " models in GGUF here",
                    models.isEmpty() ? "" : "name one: " + String.join(", ", models.keySet()));
            return false;
        }
        return readParts(models.values().iterator().next());
    }

    /** A GGUF with all parts that it was split into. */
    private boolean readParts(Path file) throws IOException {
        Matcher part = PART.matcher(file.getFileName().toString());
        if (!part.matches()) {
            return readFile(file, true);
        }
        int count = Integer.parseInt(part.group(2));
        boolean sound = true;
        for (int i = 1; i <= count; i++) {
            Path sibling = file.resolveSibling("%s-%05d-of-%s.gguf".formatted(part.group(1), i, part.group(2)));
            if (!Files.isRegularFile(sibling)) {
                error(sibling, "this part of the model is not here", "");
                return false;
            }
            sound &= readFile(sibling, true);
        }
        return sound;
    }

    private boolean readFile(Path file, boolean gguf) throws IOException {
        if (isPointer(file)) {
            error(file, "this is a pointer of Git LFS, and the weights are elsewhere", "git lfs pull brings them");
            return false;
        }
        Optional<Header> header;
        try (FileBytes bytes = new FileBytes(file)) {
            header = gguf ? GgufReader.read(bytes, findings) : SafetensorsReader.read(bytes, findings);
        }
        if (header.isEmpty()) {
            return false;
        }
        files++;
        header.get().metadata().forEach(metadata::putIfAbsent);
        boolean sound = true;
        for (StoredTensor tensor : header.get().tensors()) {
            StoredTensor other = tensors.putIfAbsent(tensor.name(), tensor);
            if (other != null) {
                error(file, "the tensor \"" + tensor.name() + "\" is in " + other.file() + " already", "");
                sound = false;
            }
        }
        return sound;
    }
}
