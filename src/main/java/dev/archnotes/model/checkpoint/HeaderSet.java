package dev.archnotes.model.checkpoint;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The headers of the files of one checkpoint, as one after the other is read. */
public final class HeaderSet {
    private final Diagnostics.Builder findings;
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private final Map<String, String> metadata = new HashMap<>();
    private int files;

    /** No file yet; what is wrong becomes a finding. */
    public HeaderSet(Diagnostics.Builder findings) {
        this.findings = findings;
    }

    /** Reads the header of one more file; whether it is sound, and holds no tensor that another file has. */
    public boolean add(Bytes bytes, boolean gguf) {
        return read(bytes, gguf).map(header -> add(bytes.path(), header)).orElse(false);
    }

    /** The header of a file; empty where it is not sound. Several may be read at the same time. */
    public Optional<Header> read(Bytes bytes, boolean gguf) {
        return gguf ? GgufReader.read(bytes, findings) : SafetensorsReader.read(bytes, findings);
    }

    /** Adds the header of one more file; whether it holds no tensor that another file has. */
    public boolean add(String path, Header header) {
        files++;
        for (Map.Entry<String, String> entry : header.metadata().entrySet()) {
            metadata.putIfAbsent(entry.getKey(), entry.getValue());
        }
        boolean sound = true;
        for (StoredTensor tensor : header.tensors()) {
            StoredTensor other = tensors.putIfAbsent(tensor.name(), tensor);
            if (other != null) {
                error(path, "the tensor \"" + tensor.name() + "\" is in " + other.file() + " already", "");
                sound = false;
            }
        }
        return sound;
    }

    /**
     * Whether the files hold what an index says, as far as they are there.
     *
     * @param path the index
     * @param places the file of each tensor
     * @param absent the files that it names and that are not there
     */
    public boolean agrees(String path, Map<String, String> places, List<String> absent) {
        if (files > 0 && !absent.isEmpty()) {
            error(
                    path,
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
                        path,
                        "the tensor \"" + place.getKey() + "\" is not in " + place.getValue()
                                + (tensor == null ? "" : ", but in " + tensor.file()),
                        "");
                sound = false;
            }
        }
        return sound;
    }

    private void error(String path, String message, String hint) {
        findings.add(Diagnostic.error(Rule.MALFORMED_CHECKPOINT, Location.startOf(path), message)
                .withHint(hint));
    }

    /** How many files were read. */
    public int files() {
        return files;
    }

    /** The tensors of all files. */
    public List<StoredTensor> tensors() {
        return new ArrayList<>(tensors.values());
    }

    /** What else the files state; of what several state, what the first does. */
    public Map<String, String> metadata() {
        return metadata;
    }
}
