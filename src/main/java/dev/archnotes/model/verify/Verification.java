package dev.archnotes.model.verify;

import dev.archnotes.model.tensor.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checkpoint held against its configuration.
 *
 * @param naming which of the known namings its tensors have; empty where the type has none, or none fits
 * @param expected how many tensors the ledger gives, as this naming stores them
 * @param same how many of them are there in their shape
 * @param differences in what the checkpoint differs
 * @param notes tensors that are no difference, and what they are
 * @param parts what was measured of each part of the decoder
 */
public record Verification(
        Optional<String> naming,
        long expected,
        long same,
        List<Difference> differences,
        List<Note> notes,
        Map<Part, Measured> parts) {
    /**
     * Tensors that belong to no part of the decoder.
     *
     * @param what what they are
     * @param measured how many, and how large
     */
    public record Note(String what, Measured measured) {}

    public Verification {
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
        parts = Map.copyOf(parts);
    }

    /** The bytes of each part of the decoder, scales included. */
    public Map<Part, Long> bytesOfParts() {
        Map<Part, Long> bytes = new EnumMap<>(Part.class);
        parts.forEach((part, measured) -> bytes.put(part, measured.bytes()));
        return bytes;
    }

    /** Whether every tensor of the ledger is there in its shape, and nothing else. */
    public boolean agrees() {
        return naming.isPresent() && differences.isEmpty();
    }
}
